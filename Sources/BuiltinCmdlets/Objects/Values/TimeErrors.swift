import ShellObjects

/// Turns the failures of time arithmetic into the errors a cmdlet reports.
enum TimeErrors {
  static func translate<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let failure as TimeFailure {
      let type =
        switch failure.kind {
        case .format: "System.FormatException"
        case .argument: "System.ArgumentException"
        case .argumentOutOfRange: "System.ArgumentOutOfRangeException"
        case .indexOutOfRange: "System.IndexOutOfRangeException"
        case .overflow: "System.OverflowException"
        }
      throw ShellError(type, failure.message, id: type, .notSpecified)
    } catch let error as NetException {
      throw ShellError(error.typeName, error.message, id: error.typeName, .notSpecified)
    } catch let failure as FormatFailure {
      throw ShellError("System.FormatException", failure.message, id: "System.FormatException", .notSpecified)
    }
  }
}

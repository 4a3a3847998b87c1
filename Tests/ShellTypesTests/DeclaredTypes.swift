import ShellObjects
import ShellTypes
import Testing

/// The declarations, registered once for all tests of this target.
enum DeclaredTypes {
  private static let registered: Void = TypeRegistry.register(ShellTypes.declarations)

  /// The type of a name or accelerator.
  static func type(_ name: String) throws -> PSType {
    _ = registered
    return try #require(PSType.parse(name))
  }

  /// A value of a type from text, as a cast makes it.
  static func value(_ name: String, _ text: String) throws -> Value { try Value.string(text).converted(to: type(name)) }

  /// What a static method gives.
  static func call(_ typeName: String, _ method: String, _ arguments: Value...) throws -> Value {
    try #require(try type(typeName).callStatic(Symbol(method), arguments))
  }

  /// The text of an error that a body throws; nil where it throws none.
  static func failure(_ body: () throws -> Value?) -> String? {
    do {
      _ = try body()
      return nil
    } catch let error as ShellError {
      return error.record.exception.message
    } catch { return "\(error)" }
  }
}

package import ShellObjects

/// The `-f` operator.
package enum FormatOperator {
  /// Fills a composite format in the current culture.
  ///
  /// Throws FormatException.
  package static func format(_ format: String, _ values: [Value]) throws -> String {
    do {
      return try CompositeFormat(format).text(count: values.count) { index, format in
        try values[index].formatted(format ?? "", .current)
      }
    } catch let failure as FormatFailure {
      throw NetException.format(failure.message)
    }
  }
}

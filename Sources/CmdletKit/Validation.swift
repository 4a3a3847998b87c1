package import ShellObjects

extension ParameterValidation {
  private static func fail(_ message: String) -> ShellError {
    ShellError(
      "System.Management.Automation.ValidationMetadataException", message, id: "RuntimeException", .metadataError)
  }

  private static func each(_ value: Value, _ body: (Value) throws -> Void) throws {
    guard value.isEnumerable else { return try body(value) }
    for element in try value.enumerated() { try body(element) }
  }

  /// `[ValidateSet(…)]`: the value is one of the names.
  package static func oneOf(_ names: [String], ignoreCase: Bool = true) -> ParameterValidation {
    ParameterValidation(allowedValues: names) { value in
      try each(value) { element in
        let text = try element.text()
        let matches = names.contains { ignoreCase ? $0.equalsName(text) : $0.isIdentical(to: text) }
        if !matches {
          throw fail(
            "The argument \"\(text)\" does not belong to the set \"\(names.joined(separator: ","))\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again."
          )
        }
      }
    }
  }

  /// `[ValidateRange(min, max)]`: both ends count.
  package static func range(_ lower: Value, _ upper: Value) -> ParameterValidation {
    nonisolated(unsafe) let bounds = (lower, upper)  // Numbers: immutable, whichever thread asks.
    return ParameterValidation { value in
      try each(value) { element in
        if try Comparison.compare(bounds.0, element, ignoreCase: true) > 0 {
          throw fail(
            "The \(try element.text()) argument is less than the minimum allowed range of \(try bounds.0.text()). Supply an argument that is greater than or equal to \(try bounds.0.text()) and then try the command again."
          )
        }
        if try Comparison.compare(bounds.1, element, ignoreCase: true) < 0 {
          throw fail(
            "The \(try element.text()) argument is greater than the maximum allowed range of \(try bounds.1.text()). Supply an argument that is less than or equal to \(try bounds.1.text()) and then try the command again."
          )
        }
      }
    }
  }

  package static func range(_ range: ClosedRange<Int>) -> ParameterValidation {
    Self.range(range.lowerBound.value, range.upperBound.value)
  }

  /// `[ValidateRange("Positive")]`.
  package static let positive = sign("greater than zero") { $0 > 0 }

  /// `[ValidateRange("NonNegative")]`.
  package static let nonNegative = sign("greater than or equal to zero") { $0 >= 0 }

  private static func sign(_ rule: String, _ holds: @escaping @Sendable (Int) -> Bool) -> ParameterValidation {
    ParameterValidation { value in
      try each(value) { element in
        if try !holds(Comparison.compare(element, .int32(0), ignoreCase: true)) {
          throw fail(
            "The argument \"\(try element.text())\" cannot be validated because its value is not \(rule).")
        }
      }
    }
  }

  /// `[ValidateLength(min, max)]`, in UTF-16 units.
  package static func length(_ lower: Int, _ upper: Int) -> ParameterValidation {
    ParameterValidation { value in
      try each(value) { element in
        guard case .string(let text) = element.base else {
          throw fail(
            "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter."
          )
        }
        let count = text.utf16.count
        if count < lower {
          throw fail(
            "The character length (\(count)) of the argument is too short. Specify an argument with a length that is greater than or equal to \"\(lower)\", and then try the command again."
          )
        }
        if count > upper {
          throw fail(
            "The character length of the \(count) argument is too long. Shorten the character length of the argument so it is fewer than or equal to \"\(upper)\" characters, and then try the command again."
          )
        }
      }
    }
  }

  /// `[ValidateCount(min, max)]`.
  package static func count(_ lower: Int, _ upper: Int) -> ParameterValidation {
    ParameterValidation { value in
      let count = value.isEnumerable ? try value.enumerated().count : 1
      if count < lower || count > upper {
        throw fail(
          lower == upper
            ? "The parameter requires exactly \(upper) value(s) - \(count) value(s) were provided."
            : "The parameter requires at least \(lower) value(s) and no more than \(upper) value(s) - \(count) value(s) were provided."
        )
      }
    }
  }

  /// `[ValidateNotNull()]`.
  package static let notNull = ParameterValidation { value in
    if value.isNull {
      throw fail(
        "The argument is null. Provide a valid value for the argument, and then try running the command again.")
    }
    if value.isEnumerable, try value.enumerated().contains(where: \.isNull) {
      throw fail(
        "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again."
      )
    }
  }

  /// `[ValidateNotNullOrEmpty()]`.
  package static let notNullOrEmpty = ParameterValidation { value in
    let message =
      "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
    if value.isNull { throw fail(message) }
    if case .string(let text) = value.base, text.isEmpty { throw fail(message) }
    guard value.isEnumerable else { return }
    let elements = try value.enumerated()
    if elements.isEmpty { throw fail(message.replacingNullOrEmpty) }
    for element in elements {
      if element.isNull { throw fail(message.replacingNullOrEmpty) }
      if case .string(let text) = element.base, text.isEmpty { throw fail(message.replacingNullOrEmpty) }
    }
  }

  /// `[ValidateNotNullOrWhiteSpace()]`.
  package static let notNullOrWhiteSpace = ParameterValidation { value in
    let message =
      "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again."
    if value.isNull { throw fail(message) }
    try each(value) { if try $0.text().allSatisfy(\.isWhitespace) { throw fail(message) } }
  }
}

extension String {
  /// The sentence for a collection, whose elements may be at fault as well.
  fileprivate var replacingNullOrEmpty: String {
    "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again."
  }
}

/// What a text of a number may contain; raw values are .NET's System.Globalization.NumberStyles.
package struct NumberStyles: OptionSet, Sendable, Hashable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let leadingWhite = NumberStyles(rawValue: 1)
  package static let trailingWhite = NumberStyles(rawValue: 2)
  package static let leadingSign = NumberStyles(rawValue: 4)
  package static let trailingSign = NumberStyles(rawValue: 8)
  package static let parentheses = NumberStyles(rawValue: 16)
  package static let decimalPoint = NumberStyles(rawValue: 32)
  package static let thousands = NumberStyles(rawValue: 64)
  package static let exponent = NumberStyles(rawValue: 128)
  package static let currencySymbol = NumberStyles(rawValue: 256)
  package static let hexSpecifier = NumberStyles(rawValue: 512)
  package static let binarySpecifier = NumberStyles(rawValue: 1024)

  package static let integer: NumberStyles = [.leadingWhite, .trailingWhite, .leadingSign]
  package static let hexNumber: NumberStyles = [.leadingWhite, .trailingWhite, .hexSpecifier]
  package static let binaryNumber: NumberStyles = [.leadingWhite, .trailingWhite, .binarySpecifier]
  package static let number: NumberStyles = [.integer, .trailingSign, .decimalPoint, .thousands]
  package static let float: NumberStyles = [.integer, .decimalPoint, .exponent]
  package static let currency: NumberStyles = [.number, .parentheses, .currencySymbol]
  package static let any: NumberStyles = [.currency, .exponent]
}

/// Why a text is no number of the wanted type.
package enum NumberParseFailure: Error, Sendable, Hashable {
  /// The text does not have the shape of a number.
  case badFormat
  /// The number does not fit the type.
  case overflow
  /// The styles contradict each other.
  case badStyles

  /// .NET's text of the exception; `type` is a short type name such as `Int32`.
  package func message(input: String, type: String) -> String {
    switch self {
    case .badFormat: return "The input string '\(input)' was not in a correct format."
    case .overflow: return Self.overflowMessage(type: type)
    case .badStyles:
      return
        "The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data types."
    }
  }

  /// .NET's text of an overflow into `type`, such as `Int32`.
  package static func overflowMessage(type: String) -> String {
    let name =
      switch type {
      case "Byte": "an unsigned byte"
      case "SByte": "a signed byte"
      case "Int16", "Int32", "Int64", "Int128": "an \(type)"
      case "Char": "a character"
      default: "a \(type)"
      }
    return "Value was either too large or too small for \(name)."
  }
}

/// Conversions to enumerations.
enum EnumConversion {
  static func convert(_ value: Value, to type: PSType) throws -> Value {
    switch value {
    case .string(let text): return try parse(text, type)
    case .object(let array as PSArray):
      var bits: Int64 = 0
      for element in array.elements {
        guard case .object(let one as EnumObject) = try element.converted(to: type) else { continue }
        bits |= one.number
      }
      return .object(EnumObject(bits, type))
    default:
      guard case .int64(let number) = try value.converted(to: .int64) else { throw Conversion.final(value, type) }
      guard isDefined(number, type) else {
        throw ShellError(
          "System.Management.Automation.PSInvalidCastException",
          "Cannot convert value \"\(number)\" to type \"\(type.fullName)\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \"\(names(type, ","))\".",
          id: "UndefinedIntegerToEnum", .invalidArgument)
      }
      return .object(EnumObject(number, type))
    }
  }

  static func isDefined(_ number: Int64, _ type: PSType) -> Bool {
    if type.enumCases.contains(where: { $0.number == number }) { return true }
    guard type.isFlags else { return false }
    let all = type.enumCases.reduce(Int64(0)) { $0 | $1.number }
    return number & ~all == 0
  }

  private static func names(_ type: PSType, _ separator: String) -> String {
    type.enumCases.map(\.name).joined(separator: separator)
  }

  private static func parse(_ text: String, _ type: PSType) throws -> Value {
    var bits: Int64 = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      bits |= try number(String(part).trimmedSpaces, type, text)
    }
    return .object(EnumObject(bits, type))
  }

  private static func number(_ name: String, _ type: PSType, _ text: String) throws -> Int64 {
    if let number = type.enumNumber(named: name) { return number }
    if let number = Int64(name) { return number }
    let folded = name.lowercased()
    let matches = type.enumCases.filter { $0.name.lowercased().hasPrefix(folded) }
    if !name.isEmpty, matches.count == 1 { return matches[0].number }
    let problem =
      matches.count > 1 && !name.isEmpty
      ? "The identifier name \(name) cannot be processed due to the inability to differentiate between the following enumerator names: \(matches.map(\.name).joined(separator: ", ")).  Specify a more specific identifier name and try again."
      : "Unable to match the identifier name \(name) to a valid enumerator name. Specify one of the following enumerator names and try again:\n\(names(type, ", "))"
    throw Conversion.failed(
      .string(text), type, "SubstringDisambiguationEnumParseThrewAnException", .argument(problem))
  }
}

package import ShellObjects

/// Where a calculated property may stand, which decides its keys.
package enum CalculatedPropertyUse: Sendable {
  case property(FormatShape)
  case groupBy(FormatShape)

  fileprivate var keys: [String] {
    switch self {
    case .property(.table): ["expression", "label", "name", "formatstring", "width", "alignment"]
    case .property(.list), .groupBy: ["expression", "label", "name", "formatstring"]
    case .property(.wide): ["expression", "formatstring"]
    case .property(.custom): ["expression", "depth"]
    }
  }

  fileprivate var commandType: String {
    switch self {
    case .property(let shape), .groupBy(let shape): shape.commandType
    }
  }
}

extension FormatProperty {
  /// Reads what a user gave for `-Property` or `-GroupBy`: a name, a script block or a hashtable of unique key
  /// beginnings.
  ///
  /// Throws PowerShell's errors for anything else.
  package init(_ value: Value, for use: CalculatedPropertyUse) throws {
    var reader = CalculatedPropertyReader(use: use)
    self = try reader.property(value)
  }

  /// Reads each element of a `-Property` argument.
  package static func all(_ value: Value, for use: CalculatedPropertyUse) throws -> [FormatProperty] {
    if value.isNull { return [] }
    return try value.enumerated().map { try FormatProperty($0, for: use) }
  }
}

private struct CalculatedPropertyReader {
  let use: CalculatedPropertyUse
  var seen: Set<String> = []

  init(use: CalculatedPropertyUse) { self.use = use }

  func failure(_ id: String, _ message: String) -> ShellError {
    let error = ShellError(
      "System.NotSupportedException", "Specified method is not supported.", id: id, .invalidArgument)
    error.record.commandName = use.commandType
    error.record.detailsMessage = message
    return error
  }

  mutating func property(_ value: Value) throws -> FormatProperty {
    switch value.base {
    case .string(let name):
      guard !name.isEmpty else {
        throw failure("ExpressionEmptyString2", "The value of the expression is an empty string.")
      }
      return FormatProperty(.property(name))
    case .object(let block as ScriptBlock): return FormatProperty(.script(block))
    case .object(let table as PSHashtable): return try property(table)
    default:
      let name = value.isNull ? "null" : value.type.fullName
      throw failure(
        "DictionaryKeyUnknownType",
        "Cannot convert \(name) to one of the following types {System.String, System.Management.Automation.ScriptBlock}."
      )
    }
  }

  private mutating func property(_ table: PSHashtable) throws -> FormatProperty {
    var result = FormatProperty(.property(""))
    for (key, value) in zip(table.keys, table.values) {
      guard let text = key.string else {
        throw failure("DictionaryKeyNonString", "The key '\((try? key.text()) ?? "")' is not a string.")
      }
      let name = try keyName(text)
      // Why: label and name are one key with two names.
      let slot = name == "name" ? "label" : name
      guard seen.insert(slot).inserted else {
        throw failure("DictionaryKeyDuplicate", "The key '\(text)' is given twice.")
      }
      guard !value.isNull else { throw failure("DictionaryKeyMissingValue", "The key '\(text)' has no value.") }
      try set(slot, key: text, value.base, &result)
    }
    guard seen.contains("expression") else {
      throw failure("DictionaryKeyMandatoryEntry", "The key 'expression' is missing.")
    }
    return result
  }

  private func keyName(_ text: String) throws -> String {
    let lowered = text.lowercased()
    if use.keys.contains(lowered) { return lowered }
    let matches = use.keys.filter { $0.hasPrefix(lowered) }
    guard !lowered.isEmpty, let match = matches.first else {
      throw failure("DictionaryKeyIllegal", "The key '\(text)' is not valid.")
    }
    guard matches.count == 1 else {
      throw failure("DictionaryKeyAmbiguous1", "The key '\(text)' may mean \(matches.joined(separator: ", ")).")
    }
    return match
  }

  private func set(_ slot: String, key: String, _ value: Value, _ result: inout FormatProperty) throws {
    switch (slot, value) {
    case ("expression", .string(let name)):
      guard !name.isEmpty else {
        throw failure("ExpressionEmptyString1", "The value of the key '\(key)' is an empty string.")
      }
      result.expression = .property(name)
    case ("expression", .object(let block as ScriptBlock)): result.expression = .script(block)
    case ("label", .string(let text)): result.label = text
    case ("formatstring", .string(let text)):
      guard !text.isEmpty else {
        throw failure("FormatStringEmpty", "The value of the key '\(key)' is an empty string.")
      }
      result.formatString = text
    case ("width", .int32(let width)):
      guard width > 0 else {
        throw failure("WidthOutOfRange", "The value \(width) of the key '\(key)' is not positive.")
      }
      result.width = Int(width)
    case ("depth", .int32(let depth)): result.depth = Int(depth)
    case ("alignment", .string(let text)): result.alignment = try alignment(text, key)
    default:
      throw failure(
        "DictionaryKeyIllegalValue2", "The key '\(key)' has a type, \(value.type.fullName), that is not valid.")
    }
  }

  /// `left`, `center`, `right` or a beginning of one.
  private func alignment(_ text: String, _ key: String) throws -> Alignment {
    let names: [(String, Alignment)] = [("left", .left), ("center", .center), ("right", .right)]
    guard !text.isEmpty, let match = names.first(where: { $0.0.hasPrefix(text.lowercased()) }) else {
      throw failure("AlignmentIllegalValue", "The value '\(text)' of the key '\(key)' is none of left, center, right.")
    }
    return match.1
  }
}

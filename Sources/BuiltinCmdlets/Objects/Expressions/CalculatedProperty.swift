import ShellObjects

/// A property that a cmdlet was given: an expression, with the name or the direction it is to have.
struct CalculatedProperty {
  /// Which keys a hashtable may have.
  enum Use { case select, sort, group, compare, html }

  var expression: ObjectExpression
  var label: String?
  var isDescending: Bool?
  /// Whether a hashtable had the key `ascending`.
  var isAscendingGiven = false
  var width: String?
  var alignment: String?
  var format: String?

  init(_ expression: ObjectExpression) { self.expression = expression }

  /// Reads a name, a script block or a hashtable.
  ///
  /// Throws PowerShell's errors for anything else.
  init(_ value: Value, for use: Use) throws {
    switch value.base {
    case .object(let block as ScriptBlock): self.init(.script(block))
    case .object(let table as PSHashtable): self = try CalculatedPropertyReader(use: use).property(table)
    case .object(let array as PSArray):
      throw CalculatedPropertyReader.failure(
        "DictionaryKeyUnknownType", "Cannot use \(array.type.fullName) as a property; give a name or a script block.")
    default:
      if value.isNull {
        throw CalculatedPropertyReader.failure(
          "DictionaryKeyUnknownType", "Cannot use null as a property; give a name or a script block.")
      }
      let name = try value.text()
      if name.isEmpty {
        throw CalculatedPropertyReader.failure("ExpressionEmptyString2", "The name of a property cannot be empty.")
      }
      if use == .group, WildcardPattern.containsWildcards(name) {
        throw CalculatedPropertyReader.failure("ExpressionGlobbing2", "The property '\(name)' cannot have wildcards.")
      }
      self.init(ObjectExpression(name: name))
    }
  }

  static func all(_ values: [Value], for use: Use) throws -> [CalculatedProperty] {
    try values.map { try CalculatedProperty($0, for: use) }
  }

  /// The expressions with wildcards replaced by the names they match in any of the objects, in order of appearance.
  static func expanded(_ properties: [CalculatedProperty], over objects: [Value]) throws -> [CalculatedProperty] {
    var result: [CalculatedProperty] = []
    for property in properties {
      guard property.expression.hasWildcards else {
        result.append(property)
        continue
      }
      var seen: Set<Symbol> = []
      for object in objects {
        for name in try property.expression.names(in: object) where seen.insert(Symbol(name)).inserted {
          var named = property
          named.expression = .name(name)
          result.append(named)
        }
      }
    }
    return result
  }
}

/// Reads the hashtable form of a property.
private struct CalculatedPropertyReader {
  let use: CalculatedProperty.Use

  static func failure(_ id: String, _ details: String) -> ShellError {
    let error = ShellError(
      "System.NotSupportedException", "Specified method is not supported.", id: id, .invalidArgument)
    error.record.detailsMessage = details
    return error
  }

  private var keys: [String] {
    switch use {
    case .select: ["expression", "name", "label"]
    case .sort: ["expression", "ascending", "descending"]
    case .group, .compare: ["expression"]
    case .html: ["expression", "label", "name", "formatstring", "width", "alignment"]
    }
  }

  func property(_ table: PSHashtable) throws -> CalculatedProperty {
    var result = CalculatedProperty(.name(""))
    var seen: Set<String> = []
    for (key, value) in zip(table.keys, table.values) {
      guard let text = key.string else {
        throw Self.failure("DictionaryKeyNonString", "The key '\((try? key.text()) ?? "")' is not a string.")
      }
      let name = try keyName(text)
      guard seen.insert(name).inserted else {
        throw Self.failure("DictionaryKeyDuplicate", "The key '\(text)' is given twice.")
      }
      if value.isNull { throw Self.failure("DictionaryKeyMissingValue", "The key '\(text)' has no value.") }
      try set(name, text, value.base, &result)
    }
    guard seen.contains("expression") else {
      throw Self.failure("DictionaryKeyMandatoryEntry", "The key 'expression' is missing.")
    }
    return result
  }

  /// The key that a unique beginning of it means; `label` and `name` are one.
  private func keyName(_ text: String) throws -> String {
    let lowered = text.lowercased()
    let matches = keys.contains(lowered) ? [lowered] : keys.filter { $0.hasPrefix(lowered) && !lowered.isEmpty }
    guard let match = matches.first else {
      throw Self.failure("DictionaryKeyIllegal", "The key '\(text)' is not valid here.")
    }
    if matches.count > 1 {
      throw Self.failure("DictionaryKeyAmbiguous1", "The key '\(text)' may mean \(matches.joined(separator: " or ")).")
    }
    return match == "name" ? "label" : match
  }

  private func set(_ name: String, _ key: String, _ value: Value, _ result: inout CalculatedProperty) throws {
    switch (name, value) {
    case ("expression", .string(let text)):
      if text.isEmpty { throw Self.failure("ExpressionEmptyString1", "The value of the key '\(key)' is empty.") }
      if use == .group, WildcardPattern.containsWildcards(text) {
        throw Self.failure("ExpressionGlobbing1", "The value of the key '\(key)' cannot have wildcards.")
      }
      result.expression = ObjectExpression(name: text)
    case ("expression", .object(let block as ScriptBlock)): result.expression = .script(block)
    case ("expression", _):
      throw Self.failure("DictionaryKeyIllegalValue1", "The key '\(key)' cannot be a \(value.type.fullName).")
    case ("label", .string(let text)): result.label = text.isEmpty ? nil : text
    // Why: where both directions are given, ascending decides.
    case ("ascending", _):
      result.isDescending = !value.isTrue
      result.isAscendingGiven = true
    case ("descending", _): if !result.isAscendingGiven { result.isDescending = value.isTrue }
    case ("formatstring", .string(let text)): result.format = text
    case ("width", .string(let text)): result.width = text
    case ("width", .int32(let number)): result.width = String(number)
    case ("alignment", .string(let text)): result.alignment = text
    default:
      throw Self.failure("DictionaryKeyIllegalValue2", "The key '\(key)' cannot be a \(value.type.fullName).")
    }
  }
}

import RegularExpressions
package import ShellObjects

/// `-match`, `-replace` and `-split` on single values.
package enum RegexOperators {
  /// The pattern a value is: a `[regex]` keeps its own options, text is compiled with these.
  private static func regex(_ pattern: Value, ignoreCase: Bool) throws -> Regex {
    if let regex = pattern.payload(Regex.self) { return regex }
    do { return try Regex.cached(pattern.text(), options: ignoreCase ? [.ignoreCase] : []) } catch let error
      as RegexParseError
    {
      throw NetException("System.Text.RegularExpressions.RegexParseException", error.message)
    }
  }

  /// Whether the text matches, and the `$Matches` it gives.
  package static func match(_ value: Value, _ pattern: Value, ignoreCase: Bool) throws -> (Bool, PSHashtable?) {
    let regex = try regex(pattern, ignoreCase: ignoreCase)
    guard let match = try regex.firstMatch(in: value.text()) else { return (false, nil) }
    let table = PSHashtable()
    for group in match.groups where group.isSuccess {
      let key: Value = Int32(group.name).map { .int32($0) } ?? .string(group.name)
      try table.table.set(key, .string(group.value))
    }
    return (true, table)
  }

  package static func isMatch(_ value: Value, _ pattern: Value, ignoreCase: Bool) throws -> Bool {
    try regex(pattern, ignoreCase: ignoreCase).isMatch(value.text())
  }

  /// Replaces every match; `evaluate` gives the replacement where it is a script block.
  package static func replace(
    _ value: Value, _ operand: Value, ignoreCase: Bool, _ evaluate: (ScriptBlock, Value) throws -> String
  ) throws -> Value {
    var parts = [operand]
    if operand.isEnumerable { parts = try operand.enumerated() }
    if parts.count > 2 {
      throw ShellError(
        "System.Management.Automation.RuntimeException",
        "The \(ignoreCase ? "-replace" : "-creplace") operator allows only two elements to follow it, not \(parts.count).",
        id: "BadReplaceArgument",
        .invalidOperation)
    }
    let pattern: Regex
    do { pattern = try regex(parts.first ?? .string(""), ignoreCase: ignoreCase) } catch is NetException {
      throw ShellError(
        "System.Management.Automation.RuntimeException",
        "The regular expression pattern \(try (parts.first ?? .null).text()) is not valid.",
        id: "InvalidRegularExpression", .invalidOperation)
    }
    let substitute = parts.count > 1 ? parts[1] : .string("")
    func one(_ item: Value) throws -> Value {
      let text = try item.text()
      if let block = substitute.object(as: ScriptBlock.self) {
        return .string(
          try pattern.replace(text, evaluate: { match in try evaluate(block, .object(Box(match, matchType))) }))
      }
      return .string(try pattern.replace(text, with: substitute.text()))
    }
    guard value.isEnumerable else { return try one(value) }
    return .object(PSArray(try value.enumerated().map(one)))
  }

  private static var matchType: PSType { PSType.named("System.Text.RegularExpressions.Match") }

  /// Splits; `test` decides for each character where the separator is a script block.
  package static func split(
    _ value: Value, _ operand: Value, ignoreCase: Bool, _ test: (ScriptBlock, Value, Value) throws -> Bool
  ) throws -> Value {
    var parts = [operand]
    if operand.isEnumerable { parts = try operand.enumerated() }
    let items = value.isEnumerable ? try value.enumerated() : [value]
    var limit = 0
    if parts.count > 1 { limit = try splitLimit(parts[1]) }
    var results: [String] = []
    for item in items {
      let text = try item.text()
      if let block = parts[0].object(as: ScriptBlock.self) {
        results += try splitByTest(text, limit, block, test)
      } else {
        results += try splitByPattern(text, parts, limit, ignoreCase)
      }
    }
    return Value(strings: results)
  }

  private static func splitLimit(_ value: Value) throws -> Int {
    do {
      if case .int32(let number) = try value.converted(to: .int32) { return Int(number) }
      return 0
    } catch let error as ShellError {
      throw ShellError(
        "System.Management.Automation.RuntimeException", error.record.exception.message, id: "RuntimeException",
        .notSpecified, inner: error.record.exception)
    }
  }

  private static func splitByPattern(
    _ text: String, _ parts: [Value], _ limit: Int, _ ignoreCase: Bool
  ) throws -> [String] {
    var pattern = try parts[0].text()
    var options: RegexOptions = ignoreCase ? [.ignoreCase] : []
    if parts.count > 2 {
      let names = try parts[2].text().lowercased()
      if names.contains("simplematch") { pattern = Regex.escape(pattern) }
      if names.contains("multiline") { options.insert(.multiline) }
      if names.contains("singleline") { options.insert(.singleline) }
      if names.contains("ignorecase") { options.insert(.ignoreCase) }
    }
    if limit < 0 { options.insert(.rightToLeft) }
    return try Regex.cached(pattern, options: options).split(text, count: abs(limit))
  }

  private static func splitByTest(
    _ text: String, _ limit: Int, _ block: ScriptBlock, _ test: (ScriptBlock, Value, Value) throws -> Bool
  ) throws -> [String] {
    var pieces: [[UInt16]] = [[]]
    for (index, unit) in text.utf16.enumerated() {
      if limit > 0, pieces.count >= limit {
        pieces[pieces.count - 1].append(unit)
      } else if try test(block, .string(String(utf16CodeUnits: unit)), index.value) {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(unit)
      }
    }
    return pieces.map { String(decoding: $0, as: UTF16.self) }
  }
}

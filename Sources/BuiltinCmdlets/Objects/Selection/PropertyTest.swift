import CmdletKit
import RegularExpressions
import ShellObjects

/// The comparison of `Where-Object Property -Operator Value`, named by its parameter set.
struct PropertyTest {
  private enum Operator {
    case truth, not, equal, unequal, greater, less, atLeast, atMost
    case like, notLike, match, notMatch, contains, notContains, among, notAmong, type, notType
  }

  private let property: String
  private let pattern: WildcardPattern?
  private let value: Value
  private let kind: Operator
  private let ignoreCase: Bool
  private let set: String

  private static let operators: [String: Operator] = [
    "truth": .truth, "not": .not, "notset": .not, "equalset": .equal, "notequalset": .unequal,
    "greaterthanset": .greater,
    "lessthanset": .less, "greaterorequalset": .atLeast, "lessorequalset": .atMost, "likeset": .like,
    "notlikeset": .notLike, "matchset": .match, "notmatchset": .notMatch, "containsset": .contains,
    "notcontainsset": .notContains, "inset": .among, "notinset": .notAmong, "isset": .type, "isnotset": .notType,
  ]

  init(property: String, value: Value, set: String) {
    self.property = property
    self.value = value
    self.set = set
    pattern = WildcardPattern.containsWildcards(property) ? WildcardPattern(property) : nil
    var stem = set.lowercased()
    ignoreCase = !stem.hasPrefix("casesensitive")
    if !ignoreCase { stem.removeFirst("casesensitive".count) }
    kind = Self.operators[stem] ?? .truth
  }

  /// Whether the operator has a right side.
  var needsValue: Bool {
    switch kind {
    case .truth, .not: false
    default: true
    }
  }

  /// Whether the condition holds; a comparison that fails is reported and does not hold.
  func holds(for object: Value, _ context: any CmdletContext) throws -> Bool {
    guard let found = try propertyValue(object, context) else { return false }
    do { return try compare(found) } catch {
      if context.isControlFlow(error) { throw error }
      try context.writeError(failure(error, object))
      return false
    }
  }

  /// The property's value, null where there is none; nil where the name means several.
  private func propertyValue(_ object: Value, _ context: any CmdletContext) throws -> Value? {
    guard let pattern else {
      if let value = try object.findProperty(Symbol(property)) { return value }
      // Why: a method is an object, too, and so counts as true.
      return object.type.members.instance[Symbol(property)]?.isMethod == true ? .string(property) : .null
    }
    let names = object.propertyNames().filter { pattern.matches($0) }
    if names.count > 1 {
      let error = ShellError(
        "System.Management.Automation.PSArgumentException",
        "Input name \"\(property)\" is ambiguous. It can be resolved to multiple matched members. Possible matches include: \(names.joined(separator: " ")).",
        id: "AmbiguousPropertyOrMethodName", .invalidArgument, target: object)
      try context.writeError(error.record)
      return nil
    }
    return try names.first.map { try object.property($0) } ?? .null
  }

  private func compare(_ left: Value) throws -> Bool {
    switch kind {
    case .truth: return left.isTrue
    case .not: return !left.isTrue
    case .contains: return try elements(left).contains { try equal($0, value) }
    case .notContains: return try !elements(left).contains { try equal($0, value) }
    case .among: return try elements(value).contains { try equal($0, left) }
    case .notAmong: return try !elements(value).contains { try equal($0, left) }
    case .type: return try isInstance(left)
    case .notType: return try !isInstance(left)
    default:
      guard left.isEnumerable else { return try compareOne(left) }
      // Why: a comparison filters a collection, and what is left counts as true or false.
      return Value(try left.enumerated().filter { try compareOne($0) }).isTrue
    }
  }

  private func compareOne(_ left: Value) throws -> Bool {
    switch kind {
    case .equal: return try equal(left, value)
    case .unequal: return try !equal(left, value)
    case .greater: return try Comparison.compare(left, value, ignoreCase: ignoreCase) > 0
    case .less: return try Comparison.compare(left, value, ignoreCase: ignoreCase) < 0
    case .atLeast: return try Comparison.compare(left, value, ignoreCase: ignoreCase) >= 0
    case .atMost: return try Comparison.compare(left, value, ignoreCase: ignoreCase) <= 0
    case .like: return try isLike(left)
    case .notLike: return try !isLike(left)
    case .match: return try isMatch(left)
    case .notMatch: return try !isMatch(left)
    default: return false
    }
  }

  private func equal(_ a: Value, _ b: Value) throws -> Bool { try Comparison.equal(a, b, ignoreCase: ignoreCase) }

  private func elements(_ value: Value) throws -> [Value] { value.isEnumerable ? try value.enumerated() : [value] }

  private func isLike(_ left: Value) throws -> Bool {
    let text = try value.text()
    guard let pattern = WildcardPattern(text, ignoreCase: ignoreCase) else {
      throw ShellError(
        "System.Management.Automation.WildcardPatternException",
        "The specified wildcard character pattern is not valid: \(text)", id: "WildcardPattern_Invalid",
        .invalidArgument)
    }
    return pattern.matches(try left.text())
  }

  private func isMatch(_ left: Value) throws -> Bool {
    let pattern = try value.text()
    do {
      return try Regex.cached(pattern, options: ignoreCase ? .ignoreCase : []).isMatch(try left.text())
    } catch let error as RegexParseError {
      throw NetException.argument(error.message)
    }
  }

  private func isInstance(_ left: Value) throws -> Bool {
    let wanted: PSType
    if let object = value.object(as: TypeObject.self) {
      wanted = object.represented
    } else if let name = value.string, let found = PSType.parse(Self.withoutBrackets(name)) {
      wanted = found
    } else {
      throw ShellError(
        "System.Management.Automation.RuntimeException", "The right operand of '-is' must be a type.",
        id: "IsOperatorRequiresType")
    }
    return !left.isNull && left.type.isAssignable(to: wanted)
  }

  /// The name in `[int]`, which as an argument is text.
  private static func withoutBrackets(_ text: String) -> String {
    text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
  }

  private func failure(_ error: any Error, _ object: Value) -> ErrorRecord {
    if let error = error as? NetException {
      return ErrorRecord(
        ExceptionObject(
          PSType.named("System.Management.Automation.PSArgumentException"),
          "The argument to operator '\(operatorName)' is not valid: \(error.message)."),
        id: "BadOperatorArgument", .invalidArgument, target: object)
    }
    let cause = ShellError.record(of: error).exception
    return ErrorRecord(
      ExceptionObject(
        PSType.named("System.Management.Automation.PSInvalidOperationException"),
        "The '\(operatorName)' operator failed: \(cause.message).", inner: cause),
      id: "OperatorFailed", .invalidOperation, target: object)
  }

  /// The name of the operator's token, as the messages show it.
  private var operatorName: String {
    let stem: String
    switch kind {
    case .truth, .equal: stem = "eq"
    case .not: return "Not"
    case .unequal: stem = "ne"
    case .greater: stem = "gt"
    case .less: stem = "lt"
    case .atLeast: stem = "ge"
    case .atMost: stem = "le"
    case .like: stem = "like"
    case .notLike: stem = "notlike"
    case .match: stem = "match"
    case .notMatch: stem = "notmatch"
    case .contains: stem = "contains"
    case .notContains: stem = "notcontains"
    case .among: stem = "in"
    case .notAmong: stem = "notin"
    case .type: return "Is"
    case .notType: return "IsNot"
    }
    return (ignoreCase ? "I" : "C") + stem
  }
}

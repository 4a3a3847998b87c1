import ShellObjects
import ShellTypes
import SourceText

/// `-join`, unary `-split` and `-f`.
enum TextOperators {
  static func join(_ value: Value, _ separator: Value) throws -> Value {
    let between = try separator.text()
    guard value.isEnumerable, !(value.object is EnumeratorObject) else { return .string(try value.text()) }
    return .string(try value.enumerated().map(element).joined(separator: between))
  }

  /// An element's text: a collection inside is named by its type.
  private static func element(_ value: Value) throws -> String {
    if let literal = value.literalText { return literal }
    if case .object(let object) = value, object.kind == .array || object.kind == .list { return try object.text() }
    return try value.text()
  }

  static func splitOnSpaces(_ value: Value) throws -> Value {
    var parts: [String] = []
    for element in value.isEnumerable ? try value.enumerated() : [value] {
      let words = try element.text().split(whereSeparator: \.isWhitespace).map(String.init)
      // Text without words is one empty word.
      parts += words.isEmpty ? [""] : words
    }
    return Value(strings: parts)
  }

  static func format(_ format: Value, _ arguments: Value, _ session: Session) throws -> Value {
    let values: [Value]
    if case .object(let array as PSArray) = arguments { values = array.elements } else { values = [arguments] }
    do {
      return .string(try FormatOperator.format(try format.text(), values))
    } catch {
      if error is ShellError || session.isControlFlow(error) { throw error }
      let inner = ShellError.record(of: error).exception
      throw ShellError(
        "System.Management.Automation.RuntimeException", "Error formatting a string: \(inner.message).",
        id: "FormatError", .invalidOperation, inner: inner)
    }
  }
}

/// `-join` with a separator.
final class JoinNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value { try TextOperators.join(left.eval(f), right.eval(f)) }
}

/// `-match`, `-replace`, `-split` and their relatives.
final class RegexNode: BinaryNode {
  enum Operation { case match, notMatch, replace, split }
  let operation: Operation
  let ignoreCase: Bool

  init(_ operation: Operation, _ ignoreCase: Bool, _ left: Node, _ right: Node, _ extent: ScriptExtent) {
    self.operation = operation
    self.ignoreCase = ignoreCase
    super.init(left, right, extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    let b = try right.eval(f)
    switch operation {
    case .match, .notMatch: return try match(a, b, f)
    case .replace: return try replace(a, b, f)
    case .split: return try split(a, b, f)
    }
  }

  private func match(_ a: Value, _ b: Value, _ f: Frame) throws -> Value {
    let negated = operation == .notMatch
    guard a.isEnumerable else {
      let (found, matches) = try RegexOperators.match(a, b, ignoreCase: ignoreCase)
      if found, let matches { f.scope.target.store(.matches, .object(matches)) }
      return .bool(found != negated)
    }
    return .object(
      PSArray(try a.enumerated().filter { try RegexOperators.isMatch($0, b, ignoreCase: ignoreCase) != negated }))
  }

  private func replace(_ a: Value, _ b: Value, _ f: Frame) throws -> Value {
    try RegexOperators.replace(a, b, ignoreCase: ignoreCase) { block, match in
      try f.session.text(.collected(block.invoke([match], underscore: match)), f.scope)
    }
  }

  private func split(_ a: Value, _ b: Value, _ f: Frame) throws -> Value {
    try RegexOperators.split(a, b, ignoreCase: ignoreCase) { block, unit, index in
      Value.collected(try block.invoke([unit, index], underscore: unit)).isTrue
    }
  }
}

extension Symbol {
  static let matches = Symbol("Matches")
}

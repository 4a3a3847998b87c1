import ShellObjects
import SourceText

/// `-eq` and `-ne`: a test of one value, a filter of a collection.
final class EqualityNode: BinaryNode {
  let isNegated: Bool
  let ignoreCase: Bool

  init(_ isNegated: Bool, _ ignoreCase: Bool, _ left: Node, _ right: Node, _ extent: ScriptExtent) {
    self.isNegated = isNegated
    self.ignoreCase = ignoreCase
    super.init(left, right, extent)
  }

  override func test(_ f: Frame) throws -> Bool {
    let a = try left.eval(f)
    let b = try right.eval(f)
    if case .int32(let x) = a, case .int32(let y) = b { return (x == y) != isNegated }
    if a.isEnumerable { return try filter(a, b).isTrue }
    return try Comparison.equal(a, b, ignoreCase: ignoreCase) != isNegated
  }

  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    let b = try right.eval(f)
    if a.isEnumerable { return try filter(a, b) }
    return .bool(try Comparison.equal(a, b, ignoreCase: ignoreCase) != isNegated)
  }

  private func filter(_ a: Value, _ b: Value) throws -> Value {
    .object(PSArray(try a.enumerated().filter { try Comparison.equal($0, b, ignoreCase: ignoreCase) != isNegated }))
  }
}

/// `-lt`, `-le`, `-gt`, `-ge`.
final class OrderNode: BinaryNode {
  enum Relation { case less, lessOrEqual, greater, greaterOrEqual }
  let relation: Relation
  let ignoreCase: Bool

  init(_ relation: Relation, _ ignoreCase: Bool, _ left: Node, _ right: Node, _ extent: ScriptExtent) {
    self.relation = relation
    self.ignoreCase = ignoreCase
    super.init(left, right, extent)
  }

  override func test(_ f: Frame) throws -> Bool {
    let a = try left.eval(f)
    let b = try right.eval(f)
    if case .int32(let x) = a, case .int32(let y) = b {
      switch relation {
      case .less: return x < y
      case .lessOrEqual: return x <= y
      case .greater: return x > y
      case .greaterOrEqual: return x >= y
      }
    }
    if case .int32(let x) = a, case .double(let y) = b { return holds(Double(x), y) }
    if case .double(let x) = a, case .double(let y) = b { return holds(x, y) }
    if a.isEnumerable { return try filter(a, b).isTrue }
    return try holds(a, b)
  }

  /// The relation of two reals; false where one is not a number.
  @inline(__always) private func holds(_ x: Double, _ y: Double) -> Bool {
    switch relation {
    case .less: x < y
    case .lessOrEqual: x <= y
    case .greater: x > y
    case .greaterOrEqual: x >= y
    }
  }

  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    let b = try right.eval(f)
    if a.isEnumerable { return try filter(a, b) }
    return .bool(try holds(a, b))
  }

  private func filter(_ a: Value, _ b: Value) throws -> Value {
    .object(PSArray(try a.enumerated().filter { try holds($0, b) }))
  }

  private func holds(_ a: Value, _ b: Value) throws -> Bool {
    guard let order = try Comparison.relation(a, b, ignoreCase: ignoreCase) else { return false }
    switch relation {
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    }
  }
}

/// `-contains`, `-in` and their opposites.
final class ContainmentNode: BinaryNode {
  let isReversed: Bool
  let isNegated: Bool
  let ignoreCase: Bool

  init(_ isReversed: Bool, _ isNegated: Bool, _ ignoreCase: Bool, _ left: Node, _ right: Node, _ extent: ScriptExtent) {
    self.isReversed = isReversed
    self.isNegated = isNegated
    self.ignoreCase = ignoreCase
    super.init(left, right, extent)
  }

  override func test(_ f: Frame) throws -> Bool {
    let a = try left.eval(f)
    let b = try right.eval(f)
    let (collection, item) = isReversed ? (b, a) : (a, b)
    let elements = collection.isEnumerable ? try collection.enumerated() : [collection]
    for element in elements where try Comparison.equal(element, item, ignoreCase: ignoreCase) { return !isNegated }
    return isNegated
  }

  override func eval(_ f: Frame) throws -> Value { .bool(try test(f)) }
}

/// `-is` and `-isnot`.
final class TypeTestNode: BinaryNode {
  let isNegated: Bool

  init(_ isNegated: Bool, _ left: Node, _ right: Node, _ extent: ScriptExtent) {
    self.isNegated = isNegated
    super.init(left, right, extent)
  }

  override func test(_ f: Frame) throws -> Bool {
    let value = try left.eval(f)
    return TypeTest.holds(value, try TypeTest.operand(right.eval(f), f)) != isNegated
  }

  override func eval(_ f: Frame) throws -> Value { .bool(try test(f)) }
}

/// The rules of `-is` and `-as`.
enum TypeTest {
  /// The right operand: a type, or a type's name.
  static func operand(_ value: Value, _ f: Frame) throws -> PSType {
    if let type = value.object(as: TypeObject.self) { return type.represented }
    do {
      let converted = try f.session.convert(value, to: .type)
      if let type = converted.object(as: TypeObject.self) { return type.represented }
      throw NetException.argumentNull("type")
    } catch let error as ShellError {
      throw ShellError(
        "System.Management.Automation.RuntimeException", error.record.exception.message, id: "RuntimeException",
        .notSpecified, inner: error.record.exception)
    }
  }

  static func holds(_ value: Value, _ type: PSType) -> Bool {
    if value.isNull { return false }
    if type === PSType.psObject || type === PSType.customObject {
      if case .object(let object) = value { return object.kind == .custom || object.extended != nil }
      return false
    }
    return value.type.isAssignable(to: type)
  }
}

/// `-as`.
final class AsNode: BinaryNode {
  override func eval(_ f: Frame) throws -> Value {
    let value = try left.eval(f)
    let type = try TypeTest.operand(right.eval(f), f)
    if type === PSType.void { return .void }
    return (try? f.session.convert(value, to: type)) ?? .null
  }
}

/// `-like` and `-notlike`.
final class LikeNode: BinaryNode {
  let isNegated: Bool
  let ignoreCase: Bool

  init(_ isNegated: Bool, _ ignoreCase: Bool, _ left: Node, _ right: Node, _ extent: ScriptExtent) {
    self.isNegated = isNegated
    self.ignoreCase = ignoreCase
    super.init(left, right, extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    let text = try f.session.text(right.eval(f), f.scope)
    guard let pattern = WildcardPattern(text, ignoreCase: ignoreCase) else {
      throw ShellError(
        "System.Management.Automation.WildcardPatternException",
        "The specified wildcard character pattern is not valid: \(text)", id: "RuntimeException", .notSpecified)
    }
    guard a.isEnumerable else { return .bool(pattern.matches(try f.session.text(a, f.scope)) != isNegated) }
    // What passes the filter is the text that was compared.
    let texts = try a.enumerated().map { try f.session.text($0, f.scope) }
    return .object(PSArray(texts.filter { pattern.matches($0) != isNegated }.map { .string($0) }))
  }
}

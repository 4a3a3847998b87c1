import ShellObjects
import SourceText

/// The name behind a dot: constant, or an expression that gives it.
enum MemberName {
  case constant(String, Symbol)
  case computed(Node)

  func resolve(_ f: Frame) throws -> (String, Symbol) {
    switch self {
    case .constant(let text, let symbol): return (text, symbol)
    case .computed(let node):
      let text = try f.session.text(node.eval(f), f.scope)
      return (text, Symbol(text))
    }
  }
}

/// `object.Name`.
final class PropertyNode: AssignableNode {
  let target: Node
  let member: MemberName
  let isNullConditional: Bool
  private var cachedShape: Shape?
  private var cachedIndex = 0

  init(_ target: Node, _ member: MemberName, _ isNullConditional: Bool, _ extent: ScriptExtent) {
    self.target = target
    self.member = member
    self.isNullConditional = isNullConditional
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let object = try target.eval(f)
    if case .constant(_, let symbol) = member, case .object(let item) = object, item.kind == .custom,
      item.extended == nil
    {
      let custom = unsafeDowncast(item, to: PSCustomObject.self)
      if custom.shape === cachedShape { return custom.values[cachedIndex] }
      if let index = custom.shape.index(of: symbol) {
        cachedShape = custom.shape
        cachedIndex = index
        return custom.values[index]
      }
    }
    let (text, symbol) = try member.resolve(f)
    if object.isNull, isNullConditional { return .null }
    return try f.session.property(of: object, text, symbol, f)
  }

  override func assign(_ value: Value, _ f: Frame) throws {
    let object = try target.eval(f)
    let (text, _) = try member.resolve(f)
    try f.session.setProperty(of: object, text, value.withoutVoid, f)
  }

  override func update(_ f: Frame, _ body: (Value) throws -> Value) throws -> Value {
    let object = try target.eval(f)
    let (text, symbol) = try member.resolve(f)
    let value = try body(f.session.property(of: object, text, symbol, f))
    try f.session.setProperty(of: object, text, value.withoutVoid, f)
    return value
  }
}

/// `[Type]::Name`.
final class StaticPropertyNode: AssignableNode {
  let target: Node
  let member: MemberName

  init(_ target: Node, _ member: MemberName, _ extent: ScriptExtent) {
    self.target = target
    self.member = member
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let type = try f.session.staticTarget(target, f)
    let (text, symbol) = try member.resolve(f)
    return try f.session.staticProperty(of: type, text, symbol, f)
  }

  override func assign(_ value: Value, _ f: Frame) throws {
    let type = try f.session.staticTarget(target, f)
    let (text, symbol) = try member.resolve(f)
    try f.session.setStaticProperty(of: type, text, symbol, value.withoutVoid, f)
  }
}

/// `object.Method(arguments)` and `[Type]::Method(arguments)`.
final class InvokeNode: Node {
  let target: Node
  let member: MemberName
  let arguments: [Node]
  /// Types that arguments were cast to, which steer the choice of overload.
  let constraints: [TypeNode?]
  let typeArguments: [TypeNode]
  let isStatic: Bool
  let isNullConditional: Bool

  init(
    _ target: Node, _ member: MemberName, _ arguments: [Node], typeArguments: [TypeNode], isStatic: Bool,
    isNullConditional: Bool, _ extent: ScriptExtent
  ) {
    self.target = target
    self.member = member
    self.arguments = arguments
    constraints = arguments.map { ($0 as? ConvertNode)?.type }
    self.typeArguments = typeArguments
    self.isStatic = isStatic
    self.isNullConditional = isNullConditional
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    if isStatic {
      let type = try f.session.staticTarget(target, f)
      let (text, symbol) = try member.resolve(f)
      return try f.session.callStatic(type, text, symbol, values(f), try types(f), constraintTypes(f), f)
    }
    let object = try target.eval(f)
    if object.isNull, isNullConditional { return .null }
    let (text, symbol) = try member.resolve(f)
    if let base = target as? ConvertNode, let result = try callOfBase(base, object, text, symbol, f) { return result }
    return try f.session.callMethod(object, text, symbol, values(f), try types(f), constraintTypes(f), f)
  }

  /// `([Base]$this).Method()`: the base class's own method; nil where the cast means no class of the script.
  private func callOfBase(
    _ cast: ConvertNode, _ object: Value, _ text: String, _ name: Symbol, _ f: Frame
  ) throws -> Value? {
    let type = try cast.type.resolve(f)
    guard type.scriptClass != nil, let entry = type.members.instance[name] else { return nil }
    return try OverloadChoice.call(entry.overloads, name: text, on: object, values(f))
  }

  private func values(_ f: Frame) throws -> [Value] {
    if arguments.isEmpty { return [] }
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument.eval(f).withoutVoid) }
    return values
  }

  private func types(_ f: Frame) throws -> [PSType] {
    typeArguments.isEmpty ? [] : try typeArguments.map { try $0.resolve(f) }
  }

  private func constraintTypes(_ f: Frame) throws -> [PSType?] {
    var types: [PSType?] = []
    for (index, constraint) in constraints.enumerated() {
      guard let constraint else { continue }
      if types.isEmpty { types = Array(repeating: nil, count: constraints.count) }
      types[index] = try constraint.resolve(f)
    }
    return types
  }
}

/// `object[index]`.
final class IndexNode: AssignableNode {
  let target: Node
  let index: Node
  let isNullConditional: Bool

  init(_ target: Node, _ index: Node, _ isNullConditional: Bool, _ extent: ScriptExtent) {
    self.target = target
    self.index = index
    self.isNullConditional = isNullConditional
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let object = try target.eval(f)
    if case .object(let item) = object {
      if item.kind == .array {
        if case .int32(let position) = try index.eval(f) {
          let array = unsafeDowncast(item, to: PSArray.self)
          if position >= 0, position < array.elements.count { return array.elements[Int(position)] }
          return try f.session.element(of: object, at: .int32(position), f)
        }
      }
    }
    if object.isNull, isNullConditional { return .null }
    return try f.session.element(of: object, at: index.eval(f), f)
  }

  override func assign(_ value: Value, _ f: Frame) throws {
    let object = try target.eval(f)
    try f.session.setElement(of: object, at: index.eval(f), value.withoutVoid, f)
  }

  override func update(_ f: Frame, _ body: (Value) throws -> Value) throws -> Value {
    let object = try target.eval(f)
    let position = try index.eval(f)
    let value = try body(f.session.element(of: object, at: position, f))
    try f.session.setElement(of: object, at: position, value.withoutVoid, f)
    return value
  }
}

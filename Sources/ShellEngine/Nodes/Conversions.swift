import ShellObjects
import SourceText

/// `[type]expression`.
final class ConvertNode: Node {
  let type: TypeNode
  let child: Node

  init(_ type: TypeNode, _ child: Node, _ extent: ScriptExtent) {
    self.type = type
    self.child = child
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let wanted = try type.resolve(f)
    if wanted === PSType.void {
      _ = try child.eval(f)
      return .void
    }
    if wanted === PSType.reference { return try reference(f) }
    return try f.session.cast(child.eval(f), to: wanted)
  }

  /// `[ref]$x`: the variable itself.
  private func reference(_ f: Frame) throws -> Value {
    if let cell = try f.session.cell(of: child, f) { return .object(ReferenceObject(cell)) }
    return .object(ReferenceObject(VariableCell("", try child.eval(f))))
  }
}

/// `[type]$variable` as an assignment's left side: constrains the variable.
final class ConstrainedVariableNode: AssignableNode {
  let type: TypeNode?
  let attributes: [CompiledAttribute]
  let variable: AssignableNode

  init(_ type: TypeNode?, _ attributes: [CompiledAttribute], _ variable: AssignableNode, _ extent: ScriptExtent) {
    self.type = type
    self.attributes = attributes
    self.variable = variable
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let value = try variable.eval(f)
    guard let type else { return value }
    return try f.session.convert(value, to: type.resolve(f))
  }

  override func assign(_ value: Value, _ f: Frame) throws {
    try f.session.constrain(variable, type: type.map { try $0.resolve(f) }, attributes, value.withoutVoid, f)
  }
}

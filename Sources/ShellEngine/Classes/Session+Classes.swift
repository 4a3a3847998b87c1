import ShellObjects
import ShellSyntax
import SourceText

extension Session {
  /// Makes the classes and enumerations of a script before it runs.
  func defineTypes(in ast: ScriptBlockAst, _ source: SourceFile) throws {
    let statements = [ast.beginBlock, ast.processBlock, ast.endBlock].compactMap { $0 }.flatMap(\.statements)
    var definitions: [TypeDefinitionAst] = statements.compactMap {
      if case .typeDefinition(let node) = $0 { node } else { nil }
    }
    for using in ast.usingStatements where using.usingStatementKind == .namespace {
      if let name = using.name?.value, !usingNamespaces.contains(name) { usingNamespaces.append(name) }
    }
    guard !definitions.isEmpty else { return }
    for definition in definitions where definition.typeAttributes == .enum { try defineEnum(definition, source) }
    definitions.removeAll { $0.typeAttributes == .enum }
    // Why rounds: a class may stand before the class it is derived from.
    while !definitions.isEmpty {
      let names = Set(definitions.map { Symbol($0.name) })
      let ready = definitions.filter { definition in
        !definition.baseTypes.contains { names.contains(Symbol($0.typeName.fullName)) && !$0.typeName.fullName.equalsName(definition.name) }
      }
      for definition in ready.isEmpty ? definitions : ready { try defineClass(definition, source) }
      if ready.isEmpty { return }
      definitions.removeAll { definition in ready.contains { $0 === definition } }
    }
  }

  private func defineClass(_ ast: TypeDefinitionAst, _ source: SourceFile) throws {
    var base = PSType.object
    var interfaces: [String] = []
    for constraint in ast.baseTypes {
      guard let found = type(named: constraint.typeName.fullName, currentScope) else {
        throw ShellError.typeNotFound(constraint.typeName.fullName)
      }
      if found.isInterface { interfaces.append(found.fullName) } else { base = found }
    }
    let made = ScriptClass(ast, source, base: base, interfaces: interfaces, self)
    scriptTypes[Symbol(ast.name)] = made.type
    scriptClasses.append(made)
    TypeRegistry.define(made.type)
  }

  private func defineEnum(_ ast: TypeDefinitionAst, _ source: SourceFile) throws {
    let compiler = Compiler(source, Layout(), self)
    let isFlags = ast.attributes.contains { $0.typeName.fullName.lowercased().hasSuffix("flags") }
    var cases: [(String, Int64)] = []
    var next: Int64 = 0
    for case .property(let member) in ast.members {
      if let initial = member.initialValue {
        let node = compiler.expression(initial)
        let frame = Frame(Scope(.function, compiler.layout, parent: globalScope), NullSink(), rootStreams)
        if case .int64(let number) = try node.eval(frame).converted(to: .int64) { next = number }
      }
      cases.append((member.name, next))
      next += 1
    }
    let type = PSType(ast.name, kind: .enumeration(isFlags: isFlags), base: .enumBase, enumCases: cases)
    scriptTypes[Symbol(ast.name)] = type
    TypeRegistry.define(type)
  }

  /// The type of a name: one the script declared, one in a namespace it uses, or one that is known anyway.
  func type(named name: String, _ scope: Scope) -> PSType? {
    if let declared = scriptTypes[Symbol(name)] { return declared }
    if let known = PSType.parse(name) { return known }
    for namespace in usingNamespaces { if let known = PSType.parse("\(namespace).\(name)") { return known } }
    return nil
  }
}

/// `class` and `enum`: the type exists before the script runs, so that the statement itself does nothing.
final class TypeDefinitionStatement: Statement {}

/// `using namespace` and `using module`.
final class UsingStatement: Statement {
  let ast: UsingStatementAst

  init(_ ast: UsingStatementAst) { self.ast = ast }

  override func exec(_ f: Frame) throws -> Completion {
    if ast.usingStatementKind == .namespace, let name = ast.name?.value { f.session.usingNamespaces.append(name) }
    return .normal
  }
}

/// `: base(…)` in a constructor.
final class BaseConstructorNode: Node {
  let arguments: [Node]

  init(_ arguments: [Node], _ extent: ScriptExtent) {
    self.arguments = arguments
    super.init(extent)
  }

  override var isSilent: Bool { true }

  override func eval(_ f: Frame) throws -> Value {
    guard let owner = f.scope.activation?.classContext else { return .void }
    let this = f.slots[Layout.this]
    let values = try arguments.map { try $0.eval(f).withoutVoid }
    if let base = owner.base { try base.construct(this, values) } else { try constructNative(owner.type.base, this, values) }
    try owner.initialize(this)
    return .void
  }

  /// The base is a .NET exception: its message, and the exception inside it.
  private func constructNative(_ base: PSType?, _ this: Value, _ values: [Value]) throws {
    guard let exception = this.object(as: ExceptionObject.self) else { return }
    if let message = values.first { exception.message = try message.text() }
    if values.count > 1, let parameter = values[1].string {
      exception.fields["ParamName"] = .string(parameter)
      exception.message += " (Parameter '\(parameter)')"
    } else if values.count > 1 { exception.inner = values[1].object(as: ExceptionObject.self) }
  }
}

/// `return` in a method: the value of the call.
final class MethodReturnStatement: Statement {
  let value: Node?

  init(_ value: Node?) { self.value = value }

  override func exec(_ f: Frame) throws -> Completion {
    if let value { f.scope.activation?.result = try value.eval(f) }
    return .returned
  }
}

/// `command &`: a background job.
final class BackgroundStatement: Statement {
  let text: String
  let position: StatementPosition

  init(_ text: String, _ position: StatementPosition) {
    self.text = text
    self.position = position
  }

  override func exec(_ f: Frame) throws -> Completion {
    throw ShellError(
      "Background jobs ('&') are not available yet. Run the command in the foreground.",
      id: "BackgroundJobNotAvailable", .notImplemented)
  }
}

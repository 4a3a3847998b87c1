import ShellObjects
import ShellSyntax
import SourceText

// What member access asks about instances of classes that a script declared.
extension Session {
  func defineTypes(in ast: ScriptBlockAst, _ source: SourceFile) throws {}

  func classProperty(of object: Value, _ name: Symbol) throws -> Value? { nil }
  func setClassProperty(of object: Value, _ name: Symbol, _ value: Value) throws -> Bool { false }
  func callClassMethod(_ object: Value, _ name: Symbol, _ arguments: [Value], _ f: Frame) throws -> Value? { nil }
  func callClassStatic(_ type: PSType, _ name: Symbol, _ arguments: [Value], _ f: Frame) throws -> Value? { nil }
  func classStaticProperty(of type: PSType, _ name: Symbol) throws -> Value? { nil }
  func setClassStaticProperty(of type: PSType, _ name: Symbol, _ value: Value) throws -> Bool { false }
  func makeClassInstance(of type: PSType, _ arguments: [Value], _ f: Frame) throws -> Value? { nil }

  /// The type of a name: one the script declared, one in a namespace it uses, or one that is known anyway.
  func type(named name: String, _ scope: Scope) -> PSType? {
    if let declared = scriptTypes[Symbol(name)] { return declared }
    if let known = PSType.parse(name) { return known }
    for namespace in usingNamespaces { if let known = PSType.parse("\(namespace).\(name)") { return known } }
    return nil
  }
}

/// `class` and `enum`: the type exists before the script runs, so that the statement itself does nothing.
final class TypeDefinitionStatement: Statement {
  let ast: TypeDefinitionAst
  let source: SourceFile

  init(_ ast: TypeDefinitionAst, _ source: SourceFile) {
    self.ast = ast
    self.source = source
  }
}

/// `using namespace` and `using module`.
final class UsingStatement: Statement {
  let ast: UsingStatementAst
  let source: SourceFile

  init(_ ast: UsingStatementAst, _ source: SourceFile) {
    self.ast = ast
    self.source = source
  }

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
      "Background jobs ('&') are not available yet. Run the command in the foreground, or start gpsh again with 'nohup'.",
      id: "BackgroundJobNotAvailable", .notImplemented)
  }
}

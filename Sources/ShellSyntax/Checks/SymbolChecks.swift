import SourceText

/// Resolves the types that classes name, and finds assignments to properties that lack `$this`.
final class SymbolChecks: SyntaxVisitor {
  private enum ScopeKind { case type, method, block }

  private struct Scope {
    let kind: ScopeKind
    var types: [String: TypeDefinitionAst] = [:]
    var properties: [String: PropertyMemberAst] = [:]
    var definition: TypeDefinitionAst?
  }

  let parser: Parser
  let environment: ParseEnvironment
  private var scopes: [Scope] = []
  private var namespaces: [String] = []

  init(_ parser: Parser, _ environment: ParseEnvironment) {
    self.parser = parser
    self.environment = environment
  }

  func check(_ script: ScriptBlockAst) {
    for using in script.usingStatements where using.usingStatementKind == .namespace {
      if let name = using.name { namespaces.append(name.value) }
    }
    inScope(.block, typesOf: { $0.visit(script) }) { visit(script) }
  }

  // MARK: Scopes

  private func inScope(
    _ kind: ScopeKind, _ definition: TypeDefinitionAst? = nil, typesOf collect: (TypeCollector) -> Void,
    _ rule: () -> Void
  ) {
    var scope = Scope(kind: kind, definition: definition)
    for case .property(let property) in definition?.members ?? [] {
      let key = property.name.lowercased()
      if scope.properties[key] == nil { scope.properties[key] = property }
    }
    let collector = TypeCollector()
    collect(collector)
    for type in collector.types where type !== definition {
      if scope.types.updateValue(type, forKey: type.name.lowercased()) != nil {
        parser.report(type.extent, .memberAlreadyDefined(type.name))
      }
    }
    scopes.append(scope)
    rule()
    scopes.removeLast()
  }

  private var currentType: TypeDefinitionAst? { scopes.reversed().lazy.compactMap(\.definition).first }

  override func visit(_ node: TypeDefinitionAst) {
    inScope(.type, node, typesOf: { _ in }) { descend(into: node) }
  }

  override func visit(_ node: ScriptBlockExpressionAst) {
    inScope(.block, typesOf: { $0.visit(node.scriptBlock) }) { descend(into: node) }
  }

  override func visit(_ node: FunctionDefinitionAst) {
    inScope(.block, typesOf: { $0.visit(node.body) }) { descend(into: node) }
  }

  override func visit(_ node: FunctionMemberAst) {
    inScope(.method, typesOf: { $0.visit(node.body) }) { descend(into: node) }
  }

  // MARK: Properties

  override func visit(_ node: AssignmentStatementAst) {
    if scopes.last?.kind == .method { checkTarget(node.left) }
    descend(into: node)
  }

  private func checkTarget(_ target: ExpressionAst) {
    switch target {
    case .arrayLiteral(let array): for element in array.elements { checkTarget(element) }
    case .convert(let cast): checkTarget(cast.child)
    case .variable(let variable):
      let path = variable.variablePath
      guard !path.isDriveQualified,
        let property = scopes.reversed().lazy.compactMap({ $0.properties[path.userPath.lowercased()] }).first
      else { return }
      if property.propertyAttributes.contains(.static) {
        let type = "[\(currentType?.name ?? "")]::"
        parser.report(variable.extent, .missingTypeInStaticPropertyAssignment(type, property.name))
      } else {
        parser.report(variable.extent, .missingThis("$this.", property.name))
      }
    default: break
    }
  }

  // MARK: Types

  override func visit(_ node: TypeExpressionAst) { _ = resolve(node.typeName) }

  override func visit(_ node: TypeConstraintAst) { _ = resolve(node.typeName) }

  override func visit(_ node: AttributeAst) {
    _ = resolve(node.typeName, isAttribute: true)
    descend(into: node)
  }

  private func resolve(_ type: TypeName, isAttribute: Bool = false) -> Bool {
    switch type {
    case .simple(let name): return resolve(name, arguments: 0, isAttribute: isAttribute)
    case .array(let array): return resolve(array.elementType)
    case .generic(let generic):
      let isKnown = resolve(generic.typeName, arguments: generic.genericArguments.count, isAttribute: false)
      return generic.genericArguments.reduce(isKnown) { resolve($1) && $0 }
    }
  }

  private func resolve(_ name: SimpleTypeName, arguments: Int, isAttribute: Bool) -> Bool {
    let key = name.name.lowercased()
    if arguments == 0, name.assemblyName == nil, scopes.contains(where: { $0.types[key] != nil }) { return true }
    if isKnown(name.name, arguments, isAttribute) { return true }
    if currentType != nil, key != "ordered" {
      parser.report(
        name.extent, isAttribute ? .customAttributeTypeNotFound(name.name) : .typeNotFound(name.name))
    }
    return false
  }

  private func isKnown(_ name: String, _ arguments: Int, _ isAttribute: Bool) -> Bool {
    var candidates = [arguments > 0 ? "\(name)`\(arguments)" : name]
    if isAttribute { candidates.append(name + "Attribute") }
    if arguments > 0, name.contains("`") { candidates.append(name) }
    for candidate in candidates {
      if KnownTypes.fullName(candidate) != nil || environment.isKnownType(candidate) { return true }
      for namespace in namespaces {
        let full = namespace + "." + candidate
        if KnownTypes.fullName(full) != nil || environment.isKnownType(full) { return true }
      }
    }
    return false
  }

  // MARK: Modules

  override func visit(_ node: UsingStatementAst) {
    guard node.usingStatementKind == .module else { return }
    if let specification = node.moduleSpecification {
      guard ConstantValues.isConstant(.hashtable(specification), for: .requires) else {
        parser.report(node.extent, .requiresArgumentMustBeConstant)
        return
      }
      if let problem = ModuleSpecification.problem(with: specification) {
        parser.report(node.extent, .requiresModuleInvalid(problem))
        return
      }
      let name = ModuleSpecification.moduleName(of: specification) ?? ""
      if environment.isKnownModule(name) { return }
      parser.report(node.extent, .moduleNotFoundDuringParse(parser.source.text(of: specification.extent)))
    } else if let name = node.name?.value {
      if name.contains(where: { "*?[]".contains($0) }) {
        parser.report(node.extent, .wildCardModuleNameError)
      } else if !name.utf8.contains(UInt8(ascii: "/")), !environment.isKnownModule(name) {
        // A path is looked for when the script runs.
        parser.report(node.extent, .moduleNotFoundDuringParse(name))
      }
    }
  }
}

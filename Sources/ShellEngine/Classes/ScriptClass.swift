import CmdletKit
import ShellObjects
import ShellSyntax
import SourceText

/// A class that a script declared: its properties with their initial values, its methods and constructors.
final class ScriptClass {
  /// A property; its slot counts those of ancestors.
  struct Property {
    let name: String
    let typeName: TypeName?
    let isStatic: Bool
    let isHidden: Bool
    let initial: Node?
    let attributes: [CompiledAttribute]
    let slot: Int
  }

  struct Method {
    let name: String
    let ast: FunctionMemberAst
    let isStatic: Bool
    let isHidden: Bool
    let body: FunctionSource
  }

  let ast: TypeDefinitionAst
  let source: SourceFile
  unowned let session: Session
  /// The scope in which the script that declares the class runs; methods see its variables.
  let home: Scope
  private(set) var type = PSType.object
  let base: ScriptClass?
  private(set) var properties: [Property] = []
  private(set) var methods: [Method] = []
  private(set) var constructors: [Method] = []
  private var statics: [Symbol: Value] = [:]
  private var hasStaticValues = false
  /// Where initial values are evaluated: their variables are those of a body of their own.
  private let layout = Layout()

  init(_ ast: TypeDefinitionAst, _ source: SourceFile, base: PSType, interfaces: [String], _ session: Session) {
    self.ast = ast
    self.source = source
    self.session = session
    home = session.currentScope.scriptScope
    self.base = base.scriptClass as? ScriptClass
    nonisolated(unsafe) unowned let me = self  // A session's classes stay on its thread.
    type = PSType(ast.name, base: base, interfaces: interfaces)
    type.scriptClass = self
    type.ownDeclaration = TypeDeclaration(scriptClass: ast.name) { _ in me.declaredMembers() }
    collect()
  }

  var propertyCount: Int { (base?.propertyCount ?? 0) + properties.filter { !$0.isStatic }.count }

  private func collect() {
    let compiler = Compiler(source, layout, session)
    var next = base?.propertyCount ?? 0
    for member in ast.members {
      switch member {
      case .property(let node):
        let isStatic = node.propertyAttributes.contains(.static)
        properties.append(
          Property(
            name: node.name, typeName: node.propertyType?.typeName, isStatic: isStatic,
            isHidden: node.propertyAttributes.contains(.hidden), initial: node.initialValue.map(compiler.expression),
            attributes: node.attributes.map(compiler.attribute), slot: next))
        if !isStatic { next += 1 }
      case .function(let node):
        let session = session
        let source = source
        let body = FunctionSource {
          Compiler.method(node.body, parameters: node.parameters, source, session)
        }
        let method = Method(
          name: node.name, ast: node, isStatic: node.methodAttributes.contains(.static),
          isHidden: node.methodAttributes.contains(.hidden), body: body)
        if node.isConstructor { constructors.append(method) } else { methods.append(method) }
      }
    }
  }

  func resolve(_ name: TypeName?) -> PSType {
    guard let name else { return .object }
    return session.type(named: name.fullName, home) ?? .object
  }

  // MARK: Values

  /// Sets the initial values of an instance's own properties.
  func initialize(_ instance: Value) throws {
    let scope = Scope(.function, layout, parent: home)
    scope.slots[Layout.this] = instance
    let frame = Frame(scope, NullSink(), session.rootStreams)
    for property in properties where !property.isStatic {
      let wanted = resolve(property.typeName)
      let value = try property.initial?.eval(frame).withoutVoid ?? wanted.unboundClassValue
      try ClassStorage.set(
        instance, property, wanted === PSType.object ? value : value.isNull && !wanted.isValueType ? .null : session.convert(value, to: wanted))
    }
  }

  func staticValue(_ name: Symbol) throws -> Value {
    if !hasStaticValues { try makeStatics() }
    return statics[name] ?? .null
  }

  func setStatic(_ name: Symbol, _ value: Value) throws {
    if !hasStaticValues { try makeStatics() }
    statics[name] = value
  }

  private func makeStatics() throws {
    hasStaticValues = true
    let frame = Frame(Scope(.function, layout, parent: home), NullSink(), session.rootStreams)
    for property in properties where property.isStatic {
      let wanted = resolve(property.typeName)
      let value = try property.initial?.eval(frame).withoutVoid ?? wanted.unboundClassValue
      statics[Symbol(property.name)] = value.isNull ? value : try session.convert(value, to: wanted)
    }
    if let maker = constructors.first(where: \.isStatic) { _ = try call(maker, this: .null, []) }
  }

  // MARK: Calls

  /// Runs a method or constructor body with `$this` and its arguments, which are already converted.
  func call(_ method: Method, this: Value, _ arguments: [Value]) throws -> Value {
    let block = method.body.block
    let scope = Scope(.function, block.layout, parent: home)
    scope.slots[Layout.this] = this
    for (parameter, value) in zip(block.parameters, arguments) { scope.slots[parameter.slot] = value }
    let activation = Activation(method.name, source)
    activation.classContext = self
    scope.activation = activation
    let outer = session.propagatesErrors
    session.propagatesErrors = true
    defer { session.propagatesErrors = outer }
    try session.enterCall()
    defer { session.leaveCall() }
    if method.ast.isConstructor, !method.isStatic { try constructBase(block, this, scope) }
    _ = try block.end?.exec(Frame(scope, NullSink(), session.rootStreams))
    let wanted = resolve(method.ast.returnType?.typeName)
    if method.ast.isConstructor || wanted === PSType.void || method.ast.returnType == nil { return .void }
    let result = activation.result
    return wanted === PSType.object ? result.withoutVoid : try session.convert(result, to: wanted)
  }

  /// Calls the base class's constructor where the body does not do so itself.
  private func constructBase(_ block: CompiledBlock, _ this: Value, _ scope: Scope) throws {
    guard !block.callsBaseConstructor else { return }
    try base?.construct(this, [])
    try initialize(this)
  }

  /// Builds up an instance: ancestors first, then this class's initial values and constructor.
  func construct(_ this: Value, _ arguments: [Value]) throws {
    let own = constructors.filter { !$0.isStatic }
    if own.isEmpty {
      try base?.construct(this, [])
      return try initialize(this)
    }
    let declarations = own.map(declaration)
    _ = try OverloadChoice.call(declarations, name: ast.name, on: this, arguments)
  }

  /// A new instance.
  func makeInstance(_ arguments: [Value]) throws -> Value {
    if !hasStaticValues { try makeStatics() }
    let instance = ClassStorage.make(type, propertyCount: propertyCount)
    try construct(instance, arguments)
    return instance
  }

  // MARK: Declaration

  private func declaration(_ method: Method) -> MemberDeclaration {
    let parameters = method.ast.parameters.map { parameter -> SignatureParameter in
      var type = PSType.object
      for attribute in parameter.attributes {
        if case .typeConstraint(let node) = attribute { type = resolve(node.typeName) }
      }
      return SignatureParameter(parameter.name.variablePath.name, type)
    }
    let result = method.ast.isConstructor ? ast.name : method.ast.returnType.map { resolve($0.typeName).fullName } ?? "void"
    nonisolated(unsafe) let me = self  // A session's classes stay on its thread.
    nonisolated(unsafe) let body = method
    var made = MemberDeclaration(
      method.ast.isConstructor ? .constructor : method.isStatic ? .staticMethod : .method,
      Signature(
        method.ast.isConstructor ? "new" : method.name, returnTypeName: result, parameters: parameters,
        isStatic: method.isStatic),
      call: { this, arguments in try me.call(body, this: this, arguments.values) })
    made.isHidden = method.isHidden
    return made
  }

  private func declaration(_ property: Property) -> MemberDeclaration {
    let wanted = resolve(property.typeName)
    let symbol = Symbol(property.name)
    nonisolated(unsafe) let me = self
    nonisolated(unsafe) let own = property
    let signature = Signature(
      property.name, returnTypeName: wanted.fullName, isSettable: true, isStatic: property.isStatic)
    var made =
      property.isStatic
      ? MemberDeclaration(
        .staticProperty, signature, get: { _ in try me.staticValue(symbol) },
        set: { _, value in try me.setStatic(symbol, me.checked(value, own, wanted)) })
      : MemberDeclaration(
        .property, signature, get: { ClassStorage.get($0, own) },
        set: { try ClassStorage.set($0, own, me.checked($1, own, wanted)) })
    made.isHidden = property.isHidden
    return made
  }

  /// A value that conversion and the property's validation attributes let pass.
  private func checked(_ value: Value, _ property: Property, _ wanted: PSType) throws -> Value {
    let converted = wanted === PSType.object ? value : value.isNull && !wanted.isValueType && wanted.code != .string ? .null : try session.convert(value, to: wanted)
    guard !property.attributes.isEmpty else { return converted }
    let reader = AttributeReader(session, CompiledBlock.empty(Frame(home, NullSink(), session.rootStreams)))
    for attribute in property.attributes { try reader.validation(attribute)?.check(converted) }
    return converted
  }

  private func declaredMembers() -> (members: [MemberDeclaration], behavior: TypeBehavior) {
    let members = properties.map(declaration) + methods.map(declaration) + makers()
    return (members, ClassBehavior.make(self))
  }

  /// Constructors as `[C]::new` lists them: the default one where none is declared.
  private func makers() -> [MemberDeclaration] {
    nonisolated(unsafe) let me = self
    let own = constructors.filter { !$0.isStatic }
    guard !own.isEmpty else {
      return [
        MemberDeclaration(
          .constructor, Signature("new", returnTypeName: ast.name, parameters: []),
          call: { _, _ in try me.makeInstance([]) })
      ]
    }
    return own.map { method in
      let inner = declaration(method)
      return MemberDeclaration(
        .constructor, inner.signature, call: { _, arguments in try me.makeInstance(arguments.values) })
    }
  }

  func method(named name: String, parameterCount: Int) -> Method? {
    methods.first { $0.name.equalsName(name) && $0.ast.parameters.count == parameterCount }
      ?? base?.method(named: name, parameterCount: parameterCount)
  }
}

extension PSType {
  /// What a property of the type holds before anything is assigned.
  var unboundClassValue: Value { isValueType ? (isEnum ? .object(EnumObject(0, self)) : defaultValue) : .null }
}

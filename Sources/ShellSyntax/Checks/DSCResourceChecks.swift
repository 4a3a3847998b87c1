import SourceText

/// What a class with `[DscResource()]` must have.
struct DSCResourceChecks {
  private let parser: Parser
  private let type: TypeDefinitionAst

  init(_ parser: Parser, _ type: TypeDefinitionAst) {
    self.parser = parser
    self.type = type
  }

  func check() {
    guard let attribute = type.attributes.first(where: { isNamed($0, "dscresource") }) else { return }
    let methods = type.members.compactMap { if case .function(let method) = $0 { method } else { nil } }
    let constructors = methods.filter { $0.isConstructor && !$0.methodAttributes.contains(.static) }
    checkGet(methods)
    let keys = keyProperties()
    var missing: [ErrorMessage] = []
    if !has("set", methods, returning: { $0.returnsVoid }) { missing.append(.dscResourceMissingSetMethod(type.name)) }
    if !has("get", methods, returning: { _ in true }) { missing.append(.dscResourceMissingGetMethod(type.name)) }
    if !has("test", methods, returning: { Self.fullName($0.returnType) == "System.Boolean" }) {
      missing.append(.dscResourceMissingTestMethod(type.name))
    }
    if !constructors.isEmpty, !constructors.contains(where: { $0.parameters.isEmpty }) {
      missing.append(.dscResourceMissingDefaultConstructor(type.name))
    }
    if keys.isEmpty { missing.append(.dscResourceMissingKeyProperty(type.name)) }
    for message in missing { parser.report(attribute.extent, message) }
  }

  private func has(
    _ name: String, _ methods: [FunctionMemberAst], returning accepts: (FunctionMemberAst) -> Bool
  ) -> Bool {
    methods.contains { $0.name.lowercased() == name && $0.parameters.isEmpty && accepts($0) }
  }

  private func checkGet(_ methods: [FunctionMemberAst]) {
    guard let get = methods.first(where: { $0.name.lowercased() == "get" && $0.parameters.isEmpty }) else { return }
    var returned = get.returnType?.typeName
    if case .array(let array)? = returned { returned = array.elementType }
    if case .simple(let name)? = returned, name.name.lowercased() == type.name.lowercased() { return }
    parser.report(get.extent, .dscResourceInvalidGetMethod(type.name))
  }

  private func keyProperties() -> [PropertyMemberAst] {
    var keys: [PropertyMemberAst] = []
    for case .property(let property) in type.members where isKey(property) {
      keys.append(property)
      let allowed = [
        "String", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64",
      ]
      let name = Self.fullName(property.propertyType)
      let isOwnType = name == nil && property.propertyType != nil
      if !isOwnType, !allowed.contains(where: { name == "System." + $0 }) {
        parser.report(property.extent, .dscResourceInvalidKeyProperty)
      }
    }
    return keys
  }

  private func isKey(_ property: PropertyMemberAst) -> Bool {
    property.attributes.contains { attribute in
      isNamed(attribute, "dscproperty")
        && attribute.namedArguments.contains { $0.argumentName.lowercased() == "key" }
    }
  }

  private func isNamed(_ attribute: AttributeAst, _ name: String) -> Bool {
    let written = attribute.typeName.simpleName.name.lowercased()
    return written == name || written == name + "attribute"
  }

  private static func fullName(_ type: TypeConstraintAst?) -> String? {
    type.flatMap { KnownTypes.fullName(of: $0.typeName) }
  }
}

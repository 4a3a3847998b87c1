package import SourceText

/// Checks of classes and enums that PowerShell makes when it defines the types, before the first statement runs.
///
/// What needs the base class itself, such as whether it is sealed, is for whoever defines the types.
package struct DefinitionChecks {
  private let errors = ErrorCollector()
  private let types: [TypeDefinitionAst]

  private init(_ script: ScriptBlockAst) {
    let collector = TypeCollector()
    collector.visit(script)
    types = collector.types
  }

  /// What is wrong with the classes and enums of a script that has no parse errors.
  package static func errors(in script: ScriptBlockAst) -> [ParseError] {
    let checks = DefinitionChecks(script)
    var known: Set<String> = []
    for type in checks.types {
      checks.checkBases(type, known)
      known.insert(type.name.lowercased())
      if type.typeAttributes == .enum {
        EnumChecks(type, checks.errors, definedTypes: Set(checks.types.map { $0.name.lowercased() })).check()
      } else {
        checks.checkMembers(type)
      }
    }
    return checks.errors.errors
  }

  // MARK: Bases

  /// A base class must stand before the class; an enum is made after all classes.
  private func checkBases(_ type: TypeDefinitionAst, _ known: Set<String>) {
    guard type.typeAttributes == .class else { return }
    for base in type.baseTypes {
      switch base.typeName {
      case .array:
        errors.report(base.extent, .subtypeArray(base.typeName.fullName))
      case .simple(let name):
        let key = name.name.lowercased()
        if let definition = types.first(where: { $0.name.lowercased() == key }) {
          if definition.typeAttributes == .enum || !known.contains(key) {
            errors.report(base.extent, .typeNotFound(name.name))
          }
        } else if KnownTypes.isOpenGeneric(base.typeName) {
          errors.report(base.extent, .subtypeUnclosedGeneric(name.name))
        } else if let full = KnownTypes.fullName(name.name), KnownTypes.isPrimitive(full) {
          errors.report(base.extent, .sealedBaseClass(String(full.dropFirst(7))))
        }
      case .generic: break
      }
    }
  }

  // MARK: Members

  private func checkMembers(_ type: TypeDefinitionAst) {
    var properties: Set<String> = []
    var signatures: Set<String> = []
    for member in type.members {
      switch member {
      case .property(let property):
        if !properties.insert(property.name.lowercased()).inserted {
          errors.report(property.extent, .memberAlreadyDefined(property.name))
        }
      case .function(let method):
        let isStaticConstructor = method.isConstructor && method.methodAttributes.contains(.static)
        if isStaticConstructor, let first = method.parameters.first, let last = method.parameters.last {
          errors.report(first.extent.through(last.extent), .staticConstructorCantHaveParameters)
        }
        if !signatures.insert(signature(method, isStaticConstructor)).inserted {
          errors.report(method.nameExtent, .memberAlreadyDefined(method.name))
        }
      }
    }
  }

  private func signature(_ method: FunctionMemberAst, _ isStaticConstructor: Bool) -> String {
    let parameters = method.parameters.map { parameter in
      let type = parameter.attributes.lazy.compactMap(\.asTypeConstraint).first?.typeName
      return type.map { KnownTypes.fullName(of: $0) ?? $0.fullName.lowercased() } ?? "System.Object"
    }
    return (isStaticConstructor ? "static " : "") + method.name.lowercased() + "(" + parameters.joined(separator: ",")
      + ")"
  }
}

import ShellObjects

/// One fact of a parameter's declaration.
package struct ParameterTrait: Sendable {
  let apply: @Sendable (inout ParameterDeclaration, _ sets: [String]) -> Void

  private static func fact(_ change: @escaping @Sendable (inout ParameterSetFacts) -> Void) -> ParameterTrait {
    ParameterTrait { declaration, sets in
      for set in sets {
        if declaration.sets[set] == nil { declaration.setNames.append(set) }
        change(&declaration.sets[set, default: ParameterSetFacts()])
      }
    }
  }

  package static let mandatory = fact { $0.isMandatory = true }
  package static let fromPipeline = fact { $0.fromPipeline = true }
  package static let fromPipelineByPropertyName = fact { $0.fromPipelineByPropertyName = true }
  package static let fromRemainingArguments = fact { $0.fromRemainingArguments = true }
  package static func position(_ position: Int) -> ParameterTrait { fact { $0.position = position } }

  /// Traits that hold in one parameter set only; without traits, membership alone.
  package static func `in`(_ set: String, _ traits: ParameterTrait...) -> ParameterTrait {
    ParameterTrait { declaration, _ in
      if declaration.sets[set] == nil { declaration.setNames.append(set) }
      declaration.sets[set] = declaration.sets[set] ?? ParameterSetFacts()
      for trait in traits { trait.apply(&declaration, [set]) }
    }
  }

  /// The same for several sets at once.
  package static func `in`(_ sets: [String], _ traits: ParameterTrait...) -> ParameterTrait {
    ParameterTrait { declaration, _ in
      for set in sets where declaration.sets[set] == nil {
        declaration.setNames.append(set)
        declaration.sets[set] = ParameterSetFacts()
      }
      for trait in traits { trait.apply(&declaration, sets) }
    }
  }

  package static func alias(_ names: String...) -> ParameterTrait {
    ParameterTrait { declaration, _ in declaration.aliases += names }
  }

  package static func completer(_ kind: CompleterKind) -> ParameterTrait {
    ParameterTrait { declaration, _ in declaration.completer = kind }
  }

  /// The .NET type the user sees, where the Swift type does not say it: `.type("Microsoft.PowerShell.Commands.X")`.
  package static func type(_ name: String) -> ParameterTrait {
    ParameterTrait { declaration, _ in
      if let known = PSType.parse(name) {
        declaration.type = known
      } else {
        declaration.shownType =
          name.hasSuffix("[]") ? PSType.named(String(name.dropLast(2))).arrayType : PSType.named(name)
      }
    }
  }

  /// The .NET type help shows for a parameter that converts its arguments itself.
  package static func shownAs(_ name: String) -> ParameterTrait {
    ParameterTrait { declaration, _ in declaration.shownType = PSType.parse(name) }
  }

  package static let allowNull = ParameterTrait { declaration, _ in declaration.allowsNull = true }
  package static let allowEmptyString = ParameterTrait { declaration, _ in declaration.allowsEmptyString = true }
  package static let allowEmptyCollection = ParameterTrait { declaration, _ in declaration.allowsEmptyCollection = true
  }
  package static let hidden = ParameterTrait { declaration, _ in declaration.isHidden = true }
  package static let wildcards = ParameterTrait { declaration, _ in declaration.supportsWildcards = true }

  package static func validate(_ validation: ParameterValidation) -> ParameterTrait {
    ParameterTrait { declaration, _ in declaration.validations.append(validation) }
  }
}

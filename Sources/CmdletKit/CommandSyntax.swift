package import ShellObjects

/// The SYNTAX lines of a command, as `Get-Command -Syntax` prints them.
package enum CommandSyntax {
  /// One line a parameter set, the default set first.
  package static func lines(of registration: CmdletRegistration) -> [String] {
    let declaration = registration.declaration
    return lines(
      name: declaration.name, parameters: registration.parameters, defaultSet: declaration.defaultParameterSet,
      common: true, shouldProcess: declaration.confirmImpact != nil)
  }

  package static func lines(
    name: String, parameters: [ParameterDeclaration], defaultSet: String?, common: Bool, shouldProcess: Bool
  ) -> [String] {
    setNames(parameters, defaultSet).map { set in
      var parts = [name]
      for parameter in ordered(parameters, set) where !parameter.isHidden { parts.append(text(of: parameter, set)) }
      if shouldProcess { parts += ["[-WhatIf]", "[-Confirm]"] }
      if common { parts.append("[<CommonParameters>]") }
      return parts.joined(separator: " ")
    }
  }

  private static func setNames(_ parameters: [ParameterDeclaration], _ defaultSet: String?) -> [String] {
    var names: [String] = []
    for name in (defaultSet.map { [$0] } ?? []) + parameters.flatMap(\.setNames)
    where name != ParameterDeclaration.allSets && !names.contains(where: { $0.equalsName(name) }) {
      names.append(name)
    }
    return names.isEmpty ? [ParameterDeclaration.allSets] : names
  }

  /// Positional parameters by position, then the others as declared, mandatory ones first.
  private static func ordered(_ parameters: [ParameterDeclaration], _ set: String) -> [ParameterDeclaration] {
    let members = parameters.filter { $0.facts(in: set) != nil }
    let positional = members.filter { $0.facts(in: set)?.position != nil }.sorted {
      ($0.facts(in: set)?.position ?? 0) < ($1.facts(in: set)?.position ?? 0)
    }
    let named = members.filter { $0.facts(in: set)?.position == nil }
    return positional + named.filter { $0.facts(in: set)?.isMandatory == true }
      + named.filter { $0.facts(in: set)?.isMandatory != true }
  }

  private static func text(of parameter: ParameterDeclaration, _ set: String) -> String {
    let facts = parameter.facts(in: set) ?? ParameterSetFacts()
    if parameter.isSwitch { return facts.isMandatory ? "-\(parameter.name)" : "[-\(parameter.name)]" }
    let name = facts.position == nil ? "-\(parameter.name)" : "[-\(parameter.name)]"
    let full = "\(name) <\(typeText(parameter.shownType ?? parameter.type))>"
    return facts.isMandatory ? full : "[\(full)]"
  }

  /// A type as help shows it: its accelerator or its short name.
  package static func typeText(_ type: PSType) -> String {
    if let element = type.elementType { return typeText(element) + "[]" }
    if type === PSType.object { return "Object" }
    if let short = TypeRegistry.accelerators.first(where: { $0.fullName == type.fullName })?.name { return short }
    // Why not the bare name: a nested type keeps the type around it.
    return type.fullName.split(separator: ".").last.map(String.init) ?? type.fullName
  }
}

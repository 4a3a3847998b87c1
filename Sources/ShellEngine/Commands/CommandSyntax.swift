package import CmdletKit
package import ShellObjects

/// The SYNTAX lines of a command, as `Get-Command -Syntax` prints them.
package enum CommandSyntax {
  /// One line a parameter set, the default set first.
  package static func lines(of command: any CommandInfo, _ registration: CmdletRegistration) -> [String] {
    lines(
      name: command.name, parameters: registration.parameters, defaultSet: registration.declaration.defaultParameterSet,
      common: true, shouldProcess: registration.declaration.confirmImpact != nil)
  }

  package static func lines(
    name: String, parameters: [ParameterDeclaration], defaultSet: String?, common: Bool, shouldProcess: Bool
  ) -> [String] {
    let metadata = CommandMetadata(
      parameters, defaultSet: defaultSet, hasCommonParameters: false, supportsShouldProcess: shouldProcess)
    let sets = metadata.setNames.isEmpty ? [ParameterDeclaration.allSets] : metadata.setNames
    return sets.map { set in
      var parts = [name]
      for parameter in ordered(parameters, set) where !parameter.isHidden { parts.append(text(of: parameter, set)) }
      if shouldProcess { parts += ["[-WhatIf]", "[-Confirm]"] }
      if common { parts.append("[<CommonParameters>]") }
      return parts.joined(separator: " ")
    }
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
    let full = "\(name) <\(typeText(parameter.type))>"
    return facts.isMandatory ? full : "[\(full)]"
  }

  /// The common parameters, for completion.
  package static func commonParameters(shouldProcess: Bool) -> [ParameterDeclaration] {
    CommonParameters.declarations(shouldProcess: shouldProcess)
  }

  /// A type as help shows it: its accelerator or its short name.
  package static func typeText(_ type: PSType) -> String {
    if let element = type.elementType { return typeText(element) + "[]" }
    if let short = TypeRegistry.accelerators.first(where: { $0.fullName == type.fullName })?.name { return short }
    return type.name
  }

  static func parameterTable(_ command: any CommandInfo) -> Value {
    guard let parameters = command.parameters else { return .null }
    let table = PSHashtable()
    for parameter in parameters {
      table.set(
        parameter.name,
        .object(
          PSCustomObject([
            "Name": .string(parameter.name), "ParameterType": .object(TypeObject(parameter.type)),
            "Aliases": Value(strings: parameter.aliases), "SwitchParameter": .bool(parameter.isSwitch),
            "IsDynamic": .bool(false),
          ])))
    }
    return .object(table)
  }
}

/// Help as data, from what a command declares.
enum HelpTopics {
  static func topic(_ command: any CommandInfo) -> HelpTopic? {
    guard let registration = command.registration else { return nil }
    let declaration = registration.declaration
    return HelpTopic(
      name: declaration.name, synopsis: declaration.synopsis, details: declaration.details, module: declaration.module,
      aliases: declaration.aliases, syntax: CommandSyntax.lines(of: command, registration),
      parameters: registration.parameters, outputs: declaration.outputs, examples: declaration.examples)
  }
}

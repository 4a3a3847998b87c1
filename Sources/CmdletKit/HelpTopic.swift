import ShellObjects

/// The help of one command as data: text, Markdown and completion are made from it.
package struct HelpTopic: Sendable {
  package let name: String
  package let synopsis: String
  package let details: String
  package let module: String
  package let aliases: [String]
  /// One line a parameter set, as `Get-Command -Syntax` prints it.
  package let syntax: [String]
  package let parameters: [ParameterDeclaration]
  package let outputs: [String]
  package let examples: [Example]

  /// The help that a cmdlet's declaration holds.
  package init(_ registration: CmdletRegistration) {
    let declaration = registration.declaration
    self.init(
      name: declaration.name, synopsis: declaration.synopsis, details: declaration.details,
      module: declaration.module, aliases: declaration.aliases, syntax: CommandSyntax.lines(of: registration),
      parameters: registration.parameters, outputs: declaration.outputs, examples: declaration.examples)
  }

  package init(
    name: String, synopsis: String, details: String, module: String, aliases: [String], syntax: [String],
    parameters: [ParameterDeclaration], outputs: [String], examples: [Example]
  ) {
    self.name = name
    self.synopsis = synopsis
    self.details = details
    self.module = module
    self.aliases = aliases
    self.syntax = syntax
    self.parameters = parameters
    self.outputs = outputs
    self.examples = examples
  }
}

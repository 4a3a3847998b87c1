import CmdletKit
import ShellObjects

/// `Export-ModuleMember`: names what a module gives to others.
struct ExportModuleMember: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Export-ModuleMember", module: "Microsoft.PowerShell.Core", synopsis: "Names what a module gives to others.",
    examples: [
      Example("Exports one function.", code: "Export-ModuleMember -Function Get-Answer")
    ])

  @Parameter(
    "Function", .position(0), .fromPipeline, .fromPipelineByPropertyName, .allowEmptyCollection,
    help: "The functions; wildcards are allowed.")
  var function: [String]
  @Parameter(
    "Cmdlet", .fromPipelineByPropertyName, .allowEmptyCollection, help: "The cmdlets; wildcards are allowed.")
  var cmdlet: [String]
  @Parameter(
    "Variable", .fromPipelineByPropertyName, .validate(.notNull), help: "The variables; wildcards are allowed.")
  var variable: [String]
  @Parameter("Alias", .fromPipelineByPropertyName, .validate(.notNull), help: "The aliases; wildcards are allowed.")
  var alias: [String]

  mutating func process(_ context: any CmdletContext) throws {
    guard let control = context.session.service((any ModuleControl).self) else {
      throw ModuleErrors.notSupported("Export-ModuleMember")
    }
    try control.exportMembers(
      functions: $function.isBound ? function : nil, cmdlets: $cmdlet.isBound ? cmdlet : nil,
      variables: $variable.isBound ? variable : nil, aliases: $alias.isBound ? alias : nil)
  }
}

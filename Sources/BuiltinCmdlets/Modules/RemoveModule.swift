import CmdletKit
import ShellObjects

/// `Remove-Module`: takes modules out of the session.
struct RemoveModule: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Remove-Module", confirmImpact: .medium, module: "Microsoft.PowerShell.Core",
    synopsis: "Takes modules out of the session.",
    examples: [
      Example("Takes a module out.", code: "Remove-Module Tools")
    ])

  @Parameter(
    "Name", .in("name", .mandatory, .position(0), .fromPipeline), help: "The names; wildcards are allowed.")
  var name: [String]
  @Parameter(
    "FullyQualifiedName", .in("FullyQualifiedName", .mandatory, .position(0), .fromPipeline),
    .type("Microsoft.PowerShell.Commands.ModuleSpecification[]"), help: "Modules by name and version.")
  var fullyQualifiedName: Value
  @Parameter(
    "ModuleInfo", .in("ModuleInfo", .mandatory, .position(0), .fromPipeline),
    .type("System.Management.Automation.PSModuleInfo[]"), help: "Modules as Get-Module gives them.")
  var moduleInfo: [Value]
  @Parameter("Force", help: "Removes read-only modules as well.")
  var force: Bool

  mutating func process(_ context: any CmdletContext) throws {
    guard let control = context.session.service((any ModuleControl).self) else {
      throw ModuleErrors.notSupported("Remove-Module")
    }
    var chosen = moduleInfo
    let loaded = try control.modules(available: false, all: true)
    for name in name {
      let pattern = WildcardPattern(name)
      let found = try loaded.filter { try pattern?.matches($0.property("Name").text()) ?? false }
      if found.isEmpty, !WildcardPattern.containsWildcards(name) {
        try context.writeError(ModuleErrors.notLoaded(name))
      }
      chosen += found
    }
    for module in chosen where try context.shouldProcess(try module.property("Name").text()) {
      try context.attempt { try control.removeModule(module, force: force) }
    }
  }
}

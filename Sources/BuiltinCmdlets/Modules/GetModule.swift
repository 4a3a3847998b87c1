import CmdletKit
import ShellObjects

/// `Get-Module`: gets modules that are loaded, or could be.
struct GetModule: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Module", defaultParameterSet: "Loaded", outputs: ["System.Management.Automation.PSModuleInfo"],
    module: "Microsoft.PowerShell.Core", synopsis: "Gets modules that are loaded, or could be.",
    examples: [
      Example("Shows what is loaded.", code: "Get-Module")
    ])

  @Parameter(
    "Name", .in(["Available", "CimSession", "Loaded", "PsSession"], .position(0), .fromPipeline),
    .validate(.notNullOrEmpty), help: "The names; wildcards are allowed.")
  var name: [String]
  @Parameter(
    "FullyQualifiedName", .in(["Available", "CimSession", "Loaded", "PsSession"], .fromPipelineByPropertyName),
    .type("Microsoft.PowerShell.Commands.ModuleSpecification[]"), help: "Modules by name and version.")
  var fullyQualifiedName: Value
  @Parameter("All", .in(["Available", "Loaded"]), help: "Gets nested modules as well.")
  var all: Bool
  @Parameter(
    "ListAvailable", .in("Available", .mandatory), .in(["CimSession", "PsSession"]),
    help: "Gets modules that could be loaded.")
  var listAvailable: Bool
  @Parameter("PSEdition", .in(["Available", "PsSession"]), help: "Only modules for this edition.")
  var psEdition: String?
  @Parameter("SkipEditionCheck", .in(["Available", "CimSession", "PsSession"]), help: "Has no effect.")
  var skipEditionCheck: Bool
  @Parameter("Refresh", .in(["Available", "CimSession", "PsSession"]), help: "Has no effect.")
  var refresh: Bool
  @Parameter(
    "PSSession", .in("PsSession", .mandatory), .type("System.Management.Automation.Runspaces.PSSession"),
    .validate(.notNull), help: "A session on another computer, which gpsh does not have.")
  var psSession: Value
  @Parameter(
    "CimSession", .in("CimSession", .mandatory), .type("Microsoft.Management.Infrastructure.CimSession"),
    .validate(.notNull), help: "A session on another computer, which gpsh does not have.")
  var cimSession: Value
  @Parameter(
    "CimResourceUri", .in("CimSession"), .type("System.Uri"), .validate(.notNull),
    help: "An address on another computer.")
  var cimResourceUri: Value
  @Parameter(
    "CimNamespace", .in("CimSession"), .validate(.notNullOrEmpty), help: "A namespace on another computer.")
  var cimNamespace: String?

  mutating func process(_ context: any CmdletContext) throws {
    let patterns = name.compactMap { WildcardPattern($0) }
    let modules =
      try context.session.service((any ModuleControl).self)?.modules(available: listAvailable, all: all) ?? []
    for module in modules {
      let name = try module.property("Name").text()
      if patterns.isEmpty || patterns.contains(where: { $0.matches(name) }) { try context.write(module) }
    }
  }
}

import CmdletKit
import ShellObjects

/// `Import-Module`: loads modules.
struct ImportModule: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Import-Module", defaultParameterSet: "Name", outputs: ["System.Management.Automation.PSModuleInfo"],
    module: "Microsoft.PowerShell.Core", synopsis: "Loads modules.",
    examples: [
      Example("Loads a module by its file.", code: "Import-Module ./Tools.psm1 -PassThru")
    ])

  @Parameter("Global", help: "Imports into the whole session.")
  var global: Bool
  @Parameter("Prefix", .validate(.notNull), help: "Stands before the nouns of what is imported.")
  var prefix: String?
  @Parameter(
    "Name", .in(["CimSession", "Name", "PSSession", "WinCompat"], .mandatory, .position(0), .fromPipeline),
    help: "The names or files of the modules.")
  var name: [String]
  @Parameter(
    "FullyQualifiedName",
    .in(
      ["FullyQualifiedName", "FullyQualifiedNameAndPSSession", "FullyQualifiedNameAndWinCompat"], .mandatory,
      .position(0), .fromPipeline), .type("Microsoft.PowerShell.Commands.ModuleSpecification[]"),
    help: "Modules by name and version.")
  var fullyQualifiedName: Value
  @Parameter(
    "Assembly", .in("Assembly", .mandatory, .position(0), .fromPipeline), .type("System.Reflection.Assembly[]"),
    help: "Assemblies, which gpsh does not load.")
  var assembly: Value
  @Parameter("Function", .validate(.notNull), help: "Imports these functions only.")
  var function: [String]
  @Parameter("Cmdlet", .validate(.notNull), help: "Imports these cmdlets only.")
  var cmdlet: [String]
  @Parameter("Variable", .validate(.notNull), help: "Imports these variables only.")
  var variable: [String]
  @Parameter("Alias", .validate(.notNull), help: "Imports these aliases only.")
  var alias: [String]
  @Parameter("Force", help: "Loads again what is loaded.")
  var force: Bool
  @Parameter(
    "SkipEditionCheck",
    .in([
      "Assembly", "CimSession", "FullyQualifiedName", "FullyQualifiedNameAndPSSession", "ModuleInfo", "Name",
      "PSSession",
    ]), help: "Has no effect.")
  var skipEditionCheck: Bool
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter("AsCustomObject", help: "Gives an object with the module's members.")
  var asCustomObject: Bool
  @Parameter(
    "MinimumVersion", .in(["CimSession", "Name", "PSSession", "WinCompat"]), .alias("Version"), .type("System.Version"),
    help: "The least version.")
  var minimumVersion: Value
  @Parameter("MaximumVersion", .in(["CimSession", "Name", "PSSession", "WinCompat"]), help: "The greatest version.")
  var maximumVersion: String?
  @Parameter(
    "RequiredVersion", .in(["CimSession", "Name", "PSSession", "WinCompat"]), .type("System.Version"),
    help: "The version.")
  var requiredVersion: Value
  @Parameter(
    "ModuleInfo", .in("ModuleInfo", .mandatory, .position(0), .fromPipeline),
    .type("System.Management.Automation.PSModuleInfo[]"), help: "Modules as Get-Module gives them.")
  var moduleInfo: [Value]
  @Parameter("ArgumentList", .alias("Args"), help: "The arguments of the module's script.")
  var argumentList: [Value]
  @Parameter("DisableNameChecking", help: "Does not look at the names of what is imported.")
  var disableNameChecking: Bool
  @Parameter("NoClobber", .alias("NoOverwrite"), help: "Refuses to replace what exists.")
  var noClobber: Bool
  @Parameter("Scope", .validate(.oneOf(["Local", "Global"])), help: "Local or Global.")
  var scope: String?
  @Parameter(
    "PSSession", .in(["FullyQualifiedNameAndPSSession", "PSSession"], .mandatory),
    .type("System.Management.Automation.Runspaces.PSSession"), .validate(.notNull),
    help: "A session on another computer, which gpsh does not have.")
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
  @Parameter(
    "UseWindowsPowerShell", .in(["FullyQualifiedNameAndWinCompat", "WinCompat"], .mandatory), .alias("UseWinPS"),
    help: "Loads in Windows PowerShell, which Linux does not have.")
  var useWindowsPowerShell: Bool

  mutating func process(_ context: any CmdletContext) throws {
    guard let control = context.session.service((any ModuleControl).self) else {
      throw ModuleErrors.notSupported("Import-Module")
    }
    var request = ModuleImport()
    request.isGlobal = global || scope.map { $0.equalsName("Global") } ?? false
    request.force = force
    request.prefix = prefix ?? ""
    request.functions = $function.isBound ? function : nil
    request.cmdlets = $cmdlet.isBound ? cmdlet : nil
    request.variables = $variable.isBound ? variable : nil
    request.aliases = $alias.isBound ? alias : nil
    request.arguments = argumentList
    request.passThru = passThru
    request.asCustomObject = asCustomObject
    for module in moduleInfo {
      try context.attempt { try pass(try control.importModule(module, request, context), context) }
    }
    for name in name {
      request.name = name
      try context.attempt { try pass(try control.importModule(request, context), context) }
    }
  }

  private func pass(_ modules: [Value], _ context: any CmdletContext) throws {
    guard passThru || asCustomObject else { return }
    for module in modules { try context.write(module) }
  }
}

import CmdletKit
import ShellObjects

/// `New-Module`: makes a module out of a script block.
struct NewModule: Cmdlet {
  static let declaration = CmdletDeclaration(
    "New-Module", defaultParameterSet: "ScriptBlock", outputs: ["System.Management.Automation.PSModuleInfo"],
    module: "Microsoft.PowerShell.Core", synopsis: "Makes a module out of a script block.",
    examples: [
      Example("Makes an object with methods.", code: "New-Module -AsCustomObject { function Hello { 'hi' } }")
    ])

  @Parameter("Name", .in("Name", .mandatory, .position(0), .fromPipeline), help: "The name of the module.")
  var name: String?
  @Parameter(
    "ScriptBlock", .in("Name", .mandatory, .position(1)), .in("ScriptBlock", .mandatory, .position(0)),
    .validate(.notNull), help: "The block that makes the members.")
  var scriptBlock: ObjectArgument<ScriptBlock>
  @Parameter("Function", .validate(.notNull), help: "Exports these functions only.")
  var function: [String]
  @Parameter("Cmdlet", .validate(.notNull), help: "Exports these cmdlets only.")
  var cmdlet: [String]
  @Parameter("ReturnResult", help: "Gives what the block writes instead of the module.")
  var returnResult: Bool
  @Parameter("AsCustomObject", help: "Gives an object with the module's members.")
  var asCustomObject: Bool
  @Parameter("ArgumentList", .fromRemainingArguments, .alias("Args"), help: "The arguments of the block.")
  var argumentList: [Value]

  mutating func process(_ context: any CmdletContext) throws {
    guard let control = context.session.service((any ModuleControl).self), let block = scriptBlock.object else {
      throw ModuleErrors.notSupported("New-Module")
    }
    let (module, output) = try control.makeModule(name: name, block, arguments: argumentList, context)
    if returnResult {
      for value in output { try context.write(value) }
      return
    }
    var request = ModuleImport()
    request.functions = $function.isBound ? function : nil
    request.asCustomObject = asCustomObject
    let imported = try control.importModule(module, request, context)
    try context.write(asCustomObject ? imported.first ?? module : module)
  }
}

import CmdletKit
import ShellObjects

/// `Get-Process`: gets running processes.
struct GetProcess: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Process", defaultParameterSet: "Name",
    outputs: ["System.Diagnostics.ProcessModule", "System.Diagnostics.FileVersionInfo", "System.Diagnostics.Process"],
    module: "Microsoft.PowerShell.Management", synopsis: "Gets running processes.",
    examples: [
      Example("Shows this shell.", code: "Get-Process -Id $PID")
    ])

  @Parameter(
    "Name", .in(["Name", "NameWithUserName"], .position(0), .fromPipelineByPropertyName), .alias("ProcessName"),
    .validate(.notNullOrEmpty), help: "The names; wildcards are allowed.")
  var name: [String]
  @Parameter(
    "Id", .in(["Id", "IdWithUserName"], .mandatory, .fromPipelineByPropertyName), .alias("PID"),
    help: "The process numbers.")
  var id: [Int]
  @Parameter(
    "InputObject", .in(["InputObject", "InputObjectWithUserName"], .mandatory, .fromPipeline),
    .type("System.Diagnostics.Process[]"), help: "The processes.")
  var inputObject: Value
  @Parameter(
    "IncludeUserName", .in(["IdWithUserName", "InputObjectWithUserName", "NameWithUserName"], .mandatory),
    help: "Shows who runs the process.")
  var includeUserName: Bool
  @Parameter(
    "Module", .in(["Id", "InputObject", "Name"]), .validate(.notNull),
    help: "Shows what the process has loaded, which is not supported.")
  var module: Bool
  @Parameter(
    "FileVersionInfo", .in(["Id", "InputObject", "Name"]), .alias("FV", "FVI"), .validate(.notNull),
    help: "Shows the version of the program, which is not supported.")
  var fileVersionInfo: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let selection = ProcessSelection(names: name, ids: id, objects: $inputObject.isBound ? inputObject : .null)
    for process in try selection.processes(context) {
      let value = process.value
      try context.write(includeUserName ? value.addingNote("UserName", process.userName.value) : value)
    }
  }
}

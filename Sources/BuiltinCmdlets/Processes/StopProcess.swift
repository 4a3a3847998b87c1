import CmdletKit
import Glibc
import ShellObjects

/// `Stop-Process`: ends processes.
struct StopProcess: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Stop-Process", defaultParameterSet: "Id", confirmImpact: .medium, outputs: ["System.Diagnostics.Process"],
    module: "Microsoft.PowerShell.Management", synopsis: "Ends processes.",
    examples: [
      Example("Ends a process.", code: "Stop-Process -Id 4711 -WhatIf")
    ])

  @Parameter(
    "Name", .in("Name", .mandatory, .fromPipelineByPropertyName), .alias("ProcessName"),
    help: "The names; wildcards are allowed.")
  var name: [String]
  @Parameter("Id", .in("Id", .mandatory, .position(0), .fromPipelineByPropertyName), help: "The process numbers.")
  var id: [Int]
  @Parameter(
    "InputObject", .in("InputObject", .mandatory, .position(0), .fromPipeline), .type("System.Diagnostics.Process[]"),
    help: "The processes.")
  var inputObject: Value
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter("Force", .validate(.notNullOrEmpty), help: "Ends processes of other users without asking.")
  var force: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let selection = ProcessSelection(names: name, ids: id, objects: $inputObject.isBound ? inputObject : .null)
    for process in try selection.processes(context) where try context.shouldProcess("\(process.name) (\(process.id))") {
      try context.attempt {
        guard kill(process.id, SIGKILL) == 0 else {
          throw ShellError(
            "Microsoft.PowerShell.Commands.ProcessCommandException",
            "Cannot stop process \"\(process.name) (\(process.id))\" because of the following error: \(String(cString: strerror(errno)))",
            id: "CouldNotStopProcess", .closeError, target: process.value)
        }
        if passThru { try context.write(process.value) }
      }
    }
  }
}

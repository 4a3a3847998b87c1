import CmdletKit
import ShellObjects

/// `Wait-Process`: waits until processes end.
struct WaitProcess: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Wait-Process", defaultParameterSet: "Name", outputs: ["System.Diagnostics.Process"],
    module: "Microsoft.PowerShell.Management", synopsis: "Waits until processes end.",
    examples: [
      Example("Waits for a process.", code: "Wait-Process -Id 4711 -Timeout 10")
    ])

  @Parameter(
    "Id", .in("Id", .mandatory, .position(0), .fromPipelineByPropertyName), .alias("PID", "ProcessId"),
    .validate(.notNullOrEmpty), help: "The process numbers.")
  var id: [Int]
  @Parameter(
    "Name", .in("Name", .mandatory, .position(0), .fromPipelineByPropertyName), .alias("ProcessName"),
    help: "The names; wildcards are allowed.")
  var name: [String]
  @Parameter(
    "Timeout", .position(1), .alias("TimeoutSec"), .validate(.notNullOrEmpty), .validate(.range(0...32_767)),
    help: "How long to wait, in seconds.")
  var timeout: Int?
  @Parameter("Any", help: "Waits for one of the processes.")
  var any: Bool
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter(
    "InputObject", .in("InputObject", .mandatory, .fromPipeline), .type("System.Diagnostics.Process[]"),
    help: "The processes.")
  var inputObject: Value

  private var waiting: [RunningProcess] = []

  mutating func process(_ context: any CmdletContext) throws {
    let selection = ProcessSelection(names: name, ids: id, objects: $inputObject.isBound ? inputObject : .null)
    waiting += try selection.processes(context)
  }

  mutating func end(_ context: any CmdletContext) throws {
    let limit = timeout.map { Sleep.now &+ UInt64(max(0, $0)) &* 1_000_000_000 }
    var rest = waiting
    while !rest.isEmpty {
      rest.removeAll { !$0.isRunning }
      if rest.isEmpty || (any && rest.count < waiting.count) { break }
      if let limit, Sleep.now >= limit {
        for process in rest { try context.writeError(Self.timedOut(process)) }
        break
      }
      try Sleep.wait(nanoseconds: 50_000_000, context)
    }
    if passThru { for process in waiting { try context.write(process.value) } }
  }

  private static func timedOut(_ process: RunningProcess) -> ErrorRecord {
    ShellError(
      "System.TimeoutException",
      "This command stopped operation because process \"\(process.name) (\(process.id))\" is not stopped in the specified time-out.",
      id: "ProcessNotTerminated", .closeError, target: process.value
    ).record
  }
}

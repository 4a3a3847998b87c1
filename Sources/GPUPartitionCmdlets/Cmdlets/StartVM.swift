import CmdletKit
import GPUPartitioning
import ShellObjects

struct StartVM: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Start-VM", defaultParameterSet: "Name", confirmImpact: .medium, outputs: [MachineRecord.typeName],
    synopsis: "Starts virtual machines that are off, saved or paused.",
    details: "A machine whose GPU partition does not exist any more, or is in use by another machine, does not start.",
    examples: [
      Example("Starts a machine.", code: "Start-VM web01"),
      Example(
        "Starts those of some machines that are off.", code: "Get-VM web* | Where-Object State -eq Off | Start-VM"),
    ])

  let access: HostAccess
  let machines = MachineParameters.ofMachines

  @Parameter("Passthru", help: "Writes the virtual machines.")
  var passthru: Bool

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      for machine in try chosenMachines(machines, context).map(\.reference) {
        try attempt(context) {
          let plan = try access.planner([machine.computerName]).start(machine)
          let sentence = "\(cmdletName) will start the virtual machine \"\(machine)\"."
          guard try ChangeRun(access: access, context: context).carryOut(plan, sentence), passthru else { return }
          try writeMachine(machine, context)
        }
      }
    }
  }
}

extension HostCmdlet {
  /// Writes a machine as it is now.
  func writeMachine(_ reference: VirtualMachineReference, _ context: any CmdletContext) throws {
    guard let machine = try access.machine(reference) else { return }
    try context.write(MachineRecord(machine, access).shellObject)
  }
}

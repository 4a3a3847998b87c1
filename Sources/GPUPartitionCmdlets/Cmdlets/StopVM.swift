import CmdletKit
import GPUPartitioning
import ShellObjects

struct StopVM: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Stop-VM", defaultParameterSet: "Name", confirmImpact: .medium, outputs: [MachineRecord.typeName],
    synopsis: "Shuts down, turns off or saves virtual machines.",
    details: """
      Without a switch the guest is asked to shut down. A guest that cannot be asked can be turned off instead, after \
      a question; -Force does not ask. -TurnOff does not ask the guest. -Save keeps the memory in a file, which a GPU \
      partition prevents.
      """,
    examples: [
      Example("Shuts a machine down.", code: "Stop-VM web02"),
      Example("Pulls the plug.", code: "Get-VM cad01 | Stop-VM -TurnOff -Passthru"),
    ])

  let access: HostAccess
  let machines = MachineParameters.ofMachines

  @Parameter("Save", help: "Keeps the memory in a file.")
  var save: Bool

  @Parameter("TurnOff", help: "Turns the virtual machine off as if its plug were pulled.")
  var turnOff: Bool

  @Parameter("Force", help: "Turns the virtual machine off where the guest does not shut down, without asking.")
  var force: Bool

  @Parameter("Passthru", help: "Writes the virtual machines.")
  var passthru: Bool

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      if save, turnOff {
        throw GPUPartitioningError(
          .invalidParameter, "Save", "The Save and TurnOff parameters are mutually exclusive.")
      }
      for machine in try chosenMachines(machines, context).map(\.reference) {
        try attempt(context) {
          guard try stop(machine, context), passthru else { return }
          try writeMachine(machine, context)
        }
      }
    }
  }

  private func stop(_ machine: VirtualMachineReference, _ context: any CmdletContext) throws -> Bool {
    let planner = try access.planner([machine.computerName])
    let plan: ChangePlan
    do throws(GPUPartitioningError) {
      plan = try planner.stop(machine, method)
    } catch {
      // The guest cannot be asked: Hyper-V offers to turn it off.
      guard method == .shutDown, error.code == .invalidState,
        let turnOff = try? planner.stop(machine, .turnOff), !turnOff.isEmpty
      else { throw error }
      if context.isWhatIf { throw error }
      let question = "\(error.message) Do you want to turn off the virtual machine?"
      guard try context.shouldContinue(question, caption: "Confirm") else { return false }
      plan = turnOff
    }
    return try ChangeRun(access: access, context: context).carryOut(plan, sentence(machine))
  }

  private var method: StopMethod {
    if save { return .save }
    if turnOff { return .turnOff }
    return force ? .shutDownOrTurnOff : .shutDown
  }

  /// **Source:** the module's own sentences; only the first has "the".
  private func sentence(_ machine: VirtualMachineReference) -> String {
    switch method {
    case .shutDown, .shutDownOrTurnOff: "\(cmdletName) will shut down the virtual machine \"\(machine)\"."
    case .turnOff: "\(cmdletName) will turn off virtual machine \"\(machine)\"."
    case .save: "\(cmdletName) will save virtual machine \"\(machine)\"."
    }
  }
}

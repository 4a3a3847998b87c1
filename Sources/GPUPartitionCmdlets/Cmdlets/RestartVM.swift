import CmdletKit
import GPUPartitioning
import ShellObjects

/// How a machine is restarted.
enum RestartType: String, EnumerationParameter {
  case reset = "Reset"
  case reboot = "Reboot"

  static let enumerationName = "Microsoft.HyperV.PowerShell.RestartType"
  static var unbound: RestartType { .reset }

  /// The stop that goes before the start.
  var method: StopMethod { self == .reset ? .turnOff : .shutDown }
}

struct RestartVM: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Restart-VM", defaultParameterSet: "Name", confirmImpact: .medium, outputs: [MachineRecord.typeName],
    synopsis: "Restarts virtual machines.",
    details: """
      -Type Reset, the default, turns the machine off and on; -Type Reboot asks the guest to shut down first. It asks \
      before unless -Force is given. A machine that is off is started.
      """,
    examples: [
      Example("Turns a machine off and on.", code: "Restart-VM web02 -Force"),
      Example("Shows what would be done.", code: "Get-VM cad01 | Restart-VM -Type Reboot -WhatIf"),
    ])

  let access: HostAccess
  let machines = MachineParameters.ofMachines

  @Parameter("Type", help: "Reset turns the machine off and on; Reboot asks the guest to shut down.")
  var type: RestartType = .reset

  @Parameter("Force", help: "Does not ask.")
  var force: Bool

  @Parameter("Passthru", help: "Writes the virtual machines.")
  var passthru: Bool

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      for machine in try chosenMachines(machines, context).map(\.reference) {
        try attempt(context) { try restart(machine, context) }
      }
    }
  }

  private func restart(_ machine: VirtualMachineReference, _ context: any CmdletContext) throws {
    let plan = try access.planner([machine.computerName]).restart(machine, type.method)
    let sentence = "\(cmdletName) will restart the virtual machine \"\(machine)\"."
    let danger =
      force || plan.steps.count < 2
      ? nil
      : "Virtual machine \"\(machine)\" is running and will be restarted. Unsaved data in it may be lost. "
        + "Do you want to continue?"
    let run = ChangeRun(access: access, context: context)
    guard try run.carryOut(plan, sentence, danger: danger), passthru else { return }
    try writeMachine(machine, context)
  }
}

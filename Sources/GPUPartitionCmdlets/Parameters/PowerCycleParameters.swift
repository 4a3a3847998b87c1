import CmdletKit
import GPUPartitioning

/// Whether a running machine may be stopped for a change and started again.
struct PowerCycleParameters: ParameterGroup {
  @Parameter(
    "PowerCycle",
    help: "Shuts a running virtual machine down, or turns it off, makes the change, and starts it again; asks first.")
  var isAllowed: Bool

  @Parameter("Force", help: "Does not ask before a running virtual machine is stopped for the change.")
  var isForced: Bool

  var powerCycle: PowerCycle { isAllowed ? .allowed(.shutDownOrTurnOff) : .forbidden }

  /// What the user has to agree to before `plan` is carried out; nil where it stops no machine, or -Force was given.
  func danger(of plan: ChangePlan) -> String? {
    guard !isForced else { return nil }
    for case .stop(let machine, _) in plan.steps {
      return "Virtual machine \"\(machine)\" is running. It will be shut down, or turned off if it does not answer, "
        + "and then started again. Save your workloads first. Do you want to continue?"
    }
    return nil
  }
}

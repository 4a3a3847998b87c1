import CmdletKit
import GPUPartitioning
import ShellObjects

struct RemoveVMGpuPartitionAdapter: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Remove-VMGpuPartitionAdapter", defaultParameterSet: "VMName", confirmImpact: .medium,
    outputs: [AdapterRecord.typeName],
    synopsis: "Takes GPU partitions from virtual machines.",
    details: """
      The partition is free again for other machines. All adapters of the machine are removed unless -AdapterId names \
      one. The GPU need not be in the computer any more. The machine has to be off, or -PowerCycle has to be given.
      """,
    examples: [
      Example("Takes a machine's partition.", code: "Remove-VMGpuPartitionAdapter -VMName cad02"),
      Example(
        "Takes the partition of a running machine.",
        code: "Get-VMGpuPartitionAdapter cad01 | Remove-VMGpuPartitionAdapter -PowerCycle -Force"),
    ])

  let access: HostAccess
  let adapters = AdapterParameters(pipesNames: false)
  let cycle = PowerCycleParameters()

  @Parameter("Passthru", help: "Writes the adapters that were removed.")
  var passthru: Bool

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      for chosen in try chosenAdapters(adapters, context) {
        try attempt(context) { try remove(chosen, context) }
      }
    }
  }

  private func remove(_ chosen: ChosenAdapters, _ context: any CmdletContext) throws {
    let planner = try access.planner([chosen.machine.computerName])
    let plan = try planner.removeAdapters(
      of: chosen.machine, identifiers: chosen.identifiers, powerCycle: cycle.powerCycle)
    let removed = plan.steps.compactMap { step -> GPUPartitionAdapter? in
      guard case .detach(let definition) = step else { return nil }
      return planner.inventory.host(chosen.machine.computerName)?.adapter(definition.reference)
    }
    let names = removed.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let sentence = "\(cmdletName) will remove a Gpu Partition Adapter \(names) from \"\(chosen.machine)\"."
    let run = ChangeRun(access: access, context: context)
    guard try run.carryOut(plan, sentence, danger: cycle.danger(of: plan)), passthru else { return }
    for adapter in removed { try context.write(AdapterRecord(adapter, isDeleted: true).shellObject) }
  }
}

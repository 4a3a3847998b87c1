import CmdletKit
import GPUPartitioning
import ShellObjects

struct AddVMGpuPartitionAdapter: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Add-VMGpuPartitionAdapter", defaultParameterSet: "VMName", confirmImpact: .medium,
    outputs: [AdapterRecord.typeName],
    synopsis: "Assigns a GPU partition to a virtual machine.",
    details: """
      A free partition of a GPU on the machine's own computer is chosen and kept for the machine until \
      Remove-VMGpuPartitionAdapter gives it back. Without -InstancePath the GPU is chosen too: near to the machine's \
      memory first, then the one with the most partitions left. The limits choose among partitions of different \
      sizes; without them any partition will do. A machine has one partition at most. It has to be off, or \
      -PowerCycle has to be given.
      """,
    examples: [
      Example(
        "Assigns a partition of whichever GPU suits.",
        code: "Get-VM web02 | Add-VMGpuPartitionAdapter -PowerCycle -Force -Passthru"),
      Example(
        "Assigns a partition of one GPU.",
        code: "Add-VMGpuPartitionAdapter -VMName web01 -InstancePath 0000:41:00.0"),
      Example(
        "Shows what would be done.", code: "Add-VMGpuPartitionAdapter -VMName web01 -WhatIf"),
    ])

  let access: HostAccess
  let machines = MachineParameters.ofAdapters(.unassignedVMName)

  @Parameter(
    "InstancePath", .validate(.notNullOrEmpty), .completer(.gpuName),
    help: "The name of the GPU that the partition is taken from, or its PCI address; without it a GPU is chosen.")
  var instancePath: String?

  let limits = BoundsParameters()

  @Parameter(
    "PartitionVRAM", help: "Only a partition with exactly this much video memory, in bytes, will do.")
  var partitionVRAM: UInt64?

  let cycle = PowerCycleParameters()

  @Parameter("Passthru", help: "Writes the new adapter.")
  var passthru: Bool

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      let bounds = try limits.bounds()
      for machine in try chosenMachines(machines, context) {
        try attempt(context) { try add(to: machine, bounds, context) }
      }
    }
  }

  private func add(to machine: ChosenMachine, _ bounds: AdapterBounds, _ context: any CmdletContext) throws {
    let reference = machine.reference
    let planner = try access.planner(try computersToSearch(reference))
    if machine.isByPattern, let owned = planner.inventory.machine(reference)?.adapters.count,
      owned >= planner.policy.partitionsPerMachine
    {
      try context.writeWarning("Virtual machine \"\(reference)\" has a GPU partition already and is passed over.")
      return
    }
    let request = AddAdapterRequest(
      machine: reference, gpu: instancePath.map(GPUName.plain), bounds: bounds, partitionVRAM: partitionVRAM,
      powerCycle: cycle.powerCycle)
    let plan = try planner.addAdapter(request)
    let sentence = "\(cmdletName) will add a Gpu Partition Adapter to the virtual machine \"\(reference)\"."
    let run = ChangeRun(access: access, context: context)
    guard try run.carryOut(plan, sentence, danger: cycle.danger(of: plan)), passthru else { return }
    let adapters = try access.machine(reference)?.adapters ?? []
    for adapter in adapters where adapter.reference.device == request.device {
      try context.write(AdapterRecord(adapter).shellObject)
    }
  }

  /// All computers where the GPU is not on the machine's own, so that the refusal can say where it is.
  private func computersToSearch(_ machine: VirtualMachineReference) throws(GPUPartitioningError) -> [String] {
    let own = [machine.computerName]
    guard let name = instancePath.map(GPUName.plain),
      try access.host(machine.computerName).snapshot(.gpusOnly).gpu(named: name) == nil
    else { return own }
    return own + (try access.directory().hosts.map(\.name).filter { $0 != machine.computerName })
  }
}

import CmdletKit
import GPUPartitioning
import ShellObjects

struct SetVMGpuPartitionAdapter: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Set-VMGpuPartitionAdapter", defaultParameterSet: "VMName", confirmImpact: .medium,
    outputs: [AdapterRecord.typeName],
    synopsis: "Changes the limits of the GPU partition adapters of virtual machines.",
    details: """
      Limits that are not given stay as they are. They are kept with the virtual machine, and choose a partition when \
      one is assigned; a partition that is assigned already keeps its size.
      """,
    examples: [
      Example(
        "Sets the limits on video memory.",
        code: "Set-VMGpuPartitionAdapter -VMName cad02 -MinPartitionVRAM 1GB -OptimalPartitionVRAM 4GB"),
      Example(
        "Sets a limit on every adapter.",
        code: "Get-VM | Get-VMGpuPartitionAdapter | Set-VMGpuPartitionAdapter -MaxPartitionEncode 16 -WhatIf"),
    ])

  let access: HostAccess
  let adapters = AdapterParameters(pipesNames: true)
  let limits = BoundsParameters()

  @Parameter("Passthru", help: "Writes the adapters as they are afterwards.")
  var passthru: Bool

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      let bounds = try limits.bounds()
      for chosen in try chosenAdapters(adapters, context) {
        try attempt(context) { try configure(chosen, bounds, context) }
      }
    }
  }

  private func configure(_ chosen: ChosenAdapters, _ bounds: AdapterBounds, _ context: any CmdletContext) throws {
    let plan = try access.planner([chosen.machine.computerName])
      .setBounds(bounds, of: chosen.machine, identifiers: chosen.identifiers)
    let sentence = "\(cmdletName) will configure a Gpu Partition Adapter \"\(chosen.machine)\"."
    guard try ChangeRun(access: access, context: context).carryOut(plan, sentence), passthru else { return }
    let now = try access.machine(chosen.machine)?.adapters ?? []
    for adapter in now where chosen.identifiers?.contains(where: adapter.reference.isNamed) ?? true {
      try context.write(AdapterRecord(adapter).shellObject)
    }
  }
}

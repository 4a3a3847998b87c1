import CmdletKit
import GPUPartitioning
import ShellObjects

struct SetVMHostPartitionableGpu: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Set-VMHostPartitionableGpu", aliases: ["Set-VMPartitionableGpu"], defaultParameterSet: "ComputerName",
    confirmImpact: .medium, outputs: [PartitionableGPU.typeName],
    synopsis: "Splits GPUs of a computer into a number of partitions.",
    details: """
      The count has to be one of the GPU's ValidPartitionCounts, and no partition of the GPU may be assigned to a \
      virtual machine, running or not. Without a name and without objects every partitionable GPU of the computer is \
      split. Set-VMHostGpuPartitionCount does the same for the GPUs of several computers together.
      """,
    examples: [
      Example(
        "Splits one GPU into four partitions.",
        code: "Set-VMHostPartitionableGpu -Name 0000:08:00.0 -PartitionCount 4"),
      Example(
        "Shows what would be done.",
        code: "Get-VMHostPartitionableGpu -Name 0000:08:00.0 | Set-VMHostPartitionableGpu -PartitionCount 8 -WhatIf"),
    ])

  let access: HostAccess
  let computers = ComputerParameters.ofGPUs

  @Parameter(
    "HostPartitionableGpu", .in("Object", .mandatory, .position(0), .fromPipeline), .alias("PartitionableGpu"),
    .validate(.notNullOrEmpty), help: "The GPUs, as Get-VMHostPartitionableGpu gives them.")
  var objects: [PayloadArgument<PartitionableGPU>]

  @Parameter(
    "Name", .in("Name"), .validate(.notNullOrEmpty), .completer(.gpuName),
    help: "The name of a GPU of this computer, or its PCI address.")
  var name: String?

  @Parameter(
    "PartitionCount", .completer(.partitionCount),
    help: "Into how many partitions the GPU is split: one of its ValidPartitionCounts.")
  var partitionCount: PartitionCountArgument?

  @Parameter("Passthru", help: "Writes the GPU as it is afterwards.")
  var passthru: Bool

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      for gpu in try gpus(context) {
        try attempt(context) { try configure(gpu, context) }
      }
    }
  }

  private func gpus(_ context: any CmdletContext) throws -> [GPUReference] {
    if $objects.isBound { return objects.compactMap(\.payload?.reference) }
    let hosts = try computers.hosts(access) { try report($0, context) }
    let all = try hosts.flatMap { try $0.snapshot(.gpusOnly).partitionableGPUs }
    if let name { return try named(name, all, hosts, context) }
    if all.isEmpty { try context.writeWarning(GPUPartitioningError.noPartitionableGPU) }
    if all.count > 1, partitionCount != nil {
      try context.writeWarning(
        "No GPU was named, so all \(all.count) partitionable GPUs of \(HostNames.text(hosts)) are configured.")
    }
    return all.map(\.reference)
  }

  /// Windows is silent where no GPU has the name; here it is said, because nothing is changed.
  private func named(
    _ name: String, _ all: [PartitionableGPU], _ hosts: [any VirtualizationHost], _ context: any CmdletContext
  ) throws -> [GPUReference] {
    let found = all.named(name)
    if found.isEmpty {
      try context.writeWarning(
        "No partitionable GPU of \(HostNames.text(hosts)) has the name \"\(GPUName.plain(name))\", so nothing is changed."
      )
    }
    return found.map(\.reference)
  }

  private func configure(_ gpu: GPUReference, _ context: any CmdletContext) throws {
    if let count = partitionCount?.count {
      let plan = try access.planner([gpu.computerName]).setCount(count, of: gpu)
      let sentence = "\(cmdletName) will configure partitionable GPU \"\(gpu.name)\"."
      guard try ChangeRun(access: access, context: context).carryOut(plan, sentence) else { return }
    }
    if passthru, let now = try access.gpu(gpu) { try context.write(now.shellObject) }
  }
}

/// The names of hosts as messages have them.
enum HostNames {
  static func text(_ hosts: [any VirtualizationHost]) -> String {
    hosts.map { "\"\($0.name)\"" }.joined(separator: ", ")
  }
}

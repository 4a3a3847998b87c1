import CmdletKit
import GPUPartitioning
import ShellObjects

struct SetVMHostGpuPartitionCount: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Set-VMHostGpuPartitionCount", aliases: ["configure-count"], defaultParameterSet: "Name",
    confirmImpact: .medium,
    outputs: [PartitionableGPU.typeName, CountPreview.typeName],
    synopsis: "Splits a homogeneous set of GPUs, of one computer or several, into the same number of partitions.",
    details: """
      Without a name all partitionable GPUs of the computers are taken, if they are one homogeneous set: the same \
      size, manufacturer, model, and number of partitions. Where they are not, none is taken, and they have to be \
      named. GPUs that are named have to be of one set; a warning says which of the set were left out. Everything is \
      checked on all computers before the first GPU is changed, and all are taken back where one fails. Without \
      -PartitionCount nothing is changed, and the counts that the GPUs allow are listed with the memory that each \
      partition would get.
      """,
    examples: [
      Example("Lists the counts that a GPU allows.", code: "configure-count -Name 0000:08:00.0"),
      Example(
        "Shows what would be done.",
        code: "Set-VMHostGpuPartitionCount -Name 0000:08:00.0 -PartitionCount 8 -WhatIf"),
      Example(
        "Splits the same GPU of two computers alike.",
        code: "configure-count -ComputerName node1, node2 -Name 0000:08:00.0 -PartitionCount 4 -Passthru"),
    ])

  let access: HostAccess

  @Parameter(
    "Name", .in("Name", .position(0)), .validate(.notNullOrEmpty), .completer(.gpuName),
    help: "Names of the GPUs, or their PCI addresses; without it the homogeneous set of the computers is taken.")
  var names: [String]

  let computers = ComputerParameters.ofMachines(in: "Name")

  @Parameter(
    "HostPartitionableGpu", .in("Object", .mandatory, .position(0), .fromPipeline), .alias("PartitionableGpu"),
    .validate(.notNullOrEmpty), help: "The GPUs, as Get-VMHostPartitionableGpu gives them.")
  var objects: [PayloadArgument<PartitionableGPU>]

  @Parameter(
    "PartitionCount", .completer(.partitionCount),
    help: "Into how many partitions each GPU is split; without it the counts are listed.")
  var partitionCount: PartitionCountArgument?

  @Parameter(
    "Profile", .validate(.notNullOrEmpty), .completer(.partitionProfile),
    help: "Which kind of partition, where the GPU offers several for the count.")
  var profile: String?

  @Parameter("Passthru", help: "Writes the GPUs as they are afterwards.")
  var passthru: Bool

  /// Objects come one by one, and the set is judged as a whole.
  private var collected: [GPUReference] = []

  init(access: HostAccess) { self.access = access }

  mutating func process(_ context: any CmdletContext) throws {
    collected += objects.compactMap(\.payload?.reference)
  }

  mutating func end(_ context: any CmdletContext) throws {
    try attempt(context) {
      guard let inventory = try inventory(context) else { return }
      let selection = try selection(inventory)
      if inventory.partitionableGPUs.isEmpty {
        try context.writeWarning(GPUPartitioningError.noPartitionableGPU)
        return
      }
      guard let count = partitionCount?.count else { return try preview(selection, inventory, context) }
      try configure(count, selection, inventory, context)
    }
  }

  /// What the computers have; nil where none could be read.
  private func inventory(_ context: any CmdletContext) throws -> HostInventory? {
    if !collected.isEmpty {
      var names: [String] = []
      for gpu in collected where !names.contains(gpu.computerName) { names.append(gpu.computerName) }
      return try access.directory().inventory(of: names)
    }
    var snapshots: [HostSnapshot] = []
    for host in try computers.hosts(access, { try report($0, context) }) {
      try attempt(context) { snapshots.append(try host.snapshot(.everything)) }
    }
    return snapshots.isEmpty ? nil : HostInventory(snapshots)
  }

  private func selection(_ inventory: HostInventory) throws(GPUPartitioningError) -> GPUSelection {
    if !collected.isEmpty { return try select(collected.compactMap(inventory.gpu), inventory) }
    guard !names.isEmpty else { return inventory.preselection }
    var gpus: [PartitionableGPU] = []
    for name in names {
      let found = inventory.gpus.named(name)
      guard !found.isEmpty else { throw SetVMHostGpuPartitionCount.notFound(GPUName.plain(name), inventory) }
      gpus += found.filter { gpu in !gpus.contains { $0.reference == gpu.reference } }
    }
    return try select(gpus, inventory)
  }

  /// A set that differs in nothing but its counts can be mended, one GPU at a time.
  private func select(
    _ gpus: [PartitionableGPU], _ inventory: HostInventory
  ) throws(GPUPartitioningError) -> GPUSelection {
    do throws(GPUPartitioningError) { return try inventory.selection(of: gpus) } catch {
      let kinds = Set(gpus.map(GPUKind.init))
      guard kinds.count == 1 else { throw error }
      var hinting = error
      hinting.cause =
        "They differ only in their partition count; Set-VMHostPartitionableGpu brings each to the count you want."
      throw hinting
    }
  }

  private static func notFound(_ name: String, _ inventory: HostInventory) -> GPUPartitioningError {
    let hosts = inventory.hosts.map { "\"\($0.computerName)\"" }.joined(separator: ", ")
    let known = inventory.partitionableGPUs.map { "\"\($0.address)\" on \"\($0.computerName)\"" }
    let list =
      known.isEmpty ? "There is no partitionable GPU." : "Partitionable GPUs: \(known.joined(separator: ", "))."
    return GPUPartitioningError(.objectNotFound, name, "GPU \"\(name)\" was not found on \(hosts). \(list)")
  }

  /// Counts of the GPUs selected, or of all where none could be selected.
  private func preview(_ selection: GPUSelection, _ inventory: HostInventory, _ context: any CmdletContext) throws {
    for gpu in selection.gpus.isEmpty ? inventory.partitionableGPUs : selection.gpus {
      for preview in gpu.previews { try context.write(CountPreview(gpu: gpu, preview: preview).shellObject) }
    }
  }

  private func configure(
    _ count: UInt16, _ selection: GPUSelection, _ inventory: HostInventory, _ context: any CmdletContext
  ) throws {
    let plan = try PartitionPlanner(inventory, policy: access.policy).setCount(count, of: selection, profile: profile)
    guard !selection.gpus.isEmpty else {
      for warning in plan.warnings { try context.writeWarning(warning) }
      return
    }
    let names = selection.gpus.map { "\"\($0.address)\" on \"\($0.computerName)\"" }.joined(separator: ", ")
    let partitions = "\(count) partition\(count == 1 ? "" : "s")"
    let sentence =
      selection.gpus.count == 1
      ? "\(cmdletName) will split GPU \(names) into \(partitions)."
      : "\(cmdletName) will split the GPUs \(names) into \(partitions) each."
    guard try ChangeRun(access: access, context: context).carryOut(plan, sentence), passthru else { return }
    for gpu in selection.gpus {
      if let now = try access.gpu(gpu.reference) { try context.write(now.shellObject) }
    }
  }
}

/// What GPUs of one kind have in common, however they are split.
private struct GPUKind: Hashable {
  let device: VendorDevice
  let subsystem: VendorDevice
  let totalVRAM: UInt64
  let validPartitionCounts: [UInt16]

  init(_ gpu: PartitionableGPU) {
    device = gpu.identity.device
    subsystem = gpu.identity.subsystem
    totalVRAM = gpu.capacities.vram.total
    validPartitionCounts = gpu.validPartitionCounts
  }
}

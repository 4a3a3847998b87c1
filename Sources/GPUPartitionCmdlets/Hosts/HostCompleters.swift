import CmdletKit
import GPUPartitioning

extension CompleterKind {
  /// Machines that have no GPU partition yet.
  static let unassignedVMName = CompleterKind(rawValue: "unassignedVMName")
  /// Machines that have a GPU partition.
  static let assignedVMName = CompleterKind(rawValue: "assignedVMName")
  /// Identifiers of adapters, as -AdapterId takes them.
  static let adapterId = CompleterKind(rawValue: "adapterId")
  /// Names of the profiles that GPUs can be split into.
  static let partitionProfile = CompleterKind(rawValue: "partitionProfile")
}

/// What Tab offers for arguments that hosts know; nothing where a host cannot be read.
struct HostCompleters {
  private let access: HostAccess

  init(_ access: HostAccess) { self.access = access }

  var byKind: [CompleterKind: (String) -> [String]] {
    [
      .vmName: { matching($0, machines { _ in true }) },
      .unassignedVMName: { matching($0, machines { $0.adapters.isEmpty }) },
      .assignedVMName: { matching($0, machines { !$0.adapters.isEmpty }) },
      .gpuName: gpuNames,
      .partitionCount: { matching($0, counts) },
      .partitionProfile: { matching($0, unique(gpus.flatMap(\.profiles).map(\.identifier))) },
      .adapterId: { matching($0, adapters) },
      .hostName: { matching($0, (try? access.directory().hosts.map(\.name)) ?? []) },
    ]
  }

  private func machines(where isWanted: (VirtualMachine) -> Bool) -> [String] {
    snapshot(.machinesOnly)?.virtualMachines.filter(isWanted).map(\.name) ?? []
  }

  private var adapters: [String] {
    snapshot(.machinesOnly)?.virtualMachines.flatMap(\.adapters).map(\.reference.description) ?? []
  }

  private var gpus: [PartitionableGPU] { snapshot(.gpusOnly)?.partitionableGPUs ?? [] }

  /// Whole names, and PCI addresses where the user has begun one.
  private func gpuNames(_ prefix: String) -> [String] {
    let names = matching(prefix, gpus.map(\.name.description))
    return names.isEmpty ? matching(prefix, gpus.map(\.address.description)) : names
  }

  /// Every count that some GPU allows, largest first.
  private var counts: [String] { Set(gpus.flatMap(\.validPartitionCounts)).sorted(by: >).map(String.init) }

  private func snapshot(_ scope: SnapshotScope) -> HostSnapshot? { try? access.directory().local.snapshot(scope) }

  private func matching(_ prefix: String, _ names: [String]) -> [String] {
    let wanted = prefix.lowercased().utf8
    return names.filter { $0.lowercased().utf8.starts(with: wanted) }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

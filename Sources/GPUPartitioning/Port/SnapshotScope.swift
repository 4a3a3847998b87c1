/// Which part of a host a caller wants to see; a host may give more, never less.
package struct SnapshotScope: Equatable, Sendable {
  package enum GPUs: Equatable, Sendable {
    case none
    case all
    /// The one with this name (instance path or PCI address); nothing where there is none.
    case named(String)
  }

  package enum Machines: Equatable, Sendable {
    case none
    case all
    /// Those whose name matches one of the patterns.
    case matching([NamePattern])
    case identified(Set<UniqueIdentifier>)
  }

  package var gpus: GPUs
  package var machines: Machines
  /// Partitions know their holders: every machine's definition was read, whichever machines are listed.
  package var needsHolders: Bool

  package init(gpus: GPUs, machines: Machines, needsHolders: Bool) {
    self.gpus = gpus
    self.machines = machines
    self.needsHolders = needsHolders
  }

  /// What planners need.
  package static let everything = SnapshotScope(gpus: .all, machines: .all, needsHolders: true)
  /// GPUs and partitions without their holders: no machine is read.
  package static let gpusOnly = SnapshotScope(gpus: .all, machines: .none, needsHolders: false)
  /// GPUs with the holders of their partitions.
  package static let gpusWithHolders = SnapshotScope(gpus: .all, machines: .none, needsHolders: true)
  /// Machines and, for their adapters, the partitions behind them.
  package static let machinesOnly = SnapshotScope(gpus: .none, machines: .all, needsHolders: false)

  package static func machines(_ patterns: [NamePattern]) -> SnapshotScope {
    SnapshotScope(gpus: .none, machines: .matching(patterns), needsHolders: false)
  }
}

extension SnapshotScope.Machines {
  package func includes(_ machine: VirtualMachineReference) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .matching(let patterns): patterns.contains { $0.matches(machine.name) }
    case .identified(let identifiers): identifiers.contains(machine.identifier)
    }
  }
}

extension SnapshotScope.GPUs {
  package func includes(_ gpu: PartitionableGPU) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .named(let text): gpu.name.isNamed(text)
    }
  }
}

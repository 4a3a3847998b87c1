/// A partition that exists on a GPU.
package struct GPUPartition: Equatable, Sendable {
  /// What the kernel calls a partition.
  package enum Location: Hashable, Sendable, CustomStringConvertible {
    case virtualFunction(PCIAddress)
    case mediatedDevice(UniqueIdentifier)

    package var description: String {
      switch self {
      case .virtualFunction(let address): address.description
      case .mediatedDevice(let identifier): identifier.description
      }
    }
  }

  /// Who has it.
  package enum Holder: Equatable, Sendable {
    /// A virtual machine's configuration names it, running or not.
    case virtualMachine(VirtualMachineReference)
    /// Somebody else: an open device handle, a cluster resource, another program; in words.
    case other(String)

    package var name: String {
      switch self {
      case .virtualMachine(let machine): machine.name
      case .other(let words): words
      }
    }
  }

  /// 0-based slot on its GPU.
  package let identifier: UInt16
  package let location: Location
  /// Everybody who has it, none while free.
  ///
  /// Two is a mistake that the kernel only finds at a start.
  package var holders: [Holder]
  /// What the partition has; nil where nobody reports it.
  package var amounts: ResourceAmounts
  /// The profile it was made from; nil where the technology has none.
  package var profile: String?
  /// Names it until the next start of the host or change of the count; empty where unknown.
  package var locallyUniqueIdentifier: String
  /// Why it cannot be given to a machine now though it is free, as a sentence; nil where it can.
  package var obstacle: String?

  package init(
    identifier: UInt16, location: Location, holders: [Holder] = [], amounts: ResourceAmounts = .unknown,
    profile: String? = nil, locallyUniqueIdentifier: String = "", obstacle: String? = nil
  ) {
    self.identifier = identifier
    self.location = location
    self.holders = holders
    self.amounts = amounts
    self.profile = profile
    self.locallyUniqueIdentifier = locallyUniqueIdentifier
    self.obstacle = obstacle
  }

  package var isFree: Bool { holders.isEmpty && obstacle == nil }
}

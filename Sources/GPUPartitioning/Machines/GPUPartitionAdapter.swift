/// The attachment of a GPU partition to a virtual machine.
///
/// It belongs to the machine's configuration, so it survives the partition and even the card: `partition` is then nil.
package struct GPUPartitionAdapter: Equatable, Sendable {
  package let reference: AdapterReference
  /// The kernel's name of the partition that the machine's configuration holds.
  package let location: GPUPartition.Location
  /// The Name of the GPU that it belongs to; empty where that GPU is not in the host.
  package var instancePath: String
  /// The partition that the location names; nil where it does not exist now.
  package var partition: GPUPartition?
  package var bounds = AdapterBounds.none
  package var supportsOutgoingLiveMigration = false

  package init(
    reference: AdapterReference, location: GPUPartition.Location, instancePath: String = "",
    partition: GPUPartition? = nil
  ) {
    self.reference = reference
    self.location = location
    self.instancePath = instancePath
    self.partition = partition
  }

  /// Hyper-V's constant.
  package var name: String { "GPU Partition Settings" }
  package var machine: VirtualMachineReference { reference.machine }
  package var computerName: String { reference.machine.computerName }
}

/// Names an adapter: its machine, and its own identifier within it.
package struct AdapterReference: Hashable, Sendable, CustomStringConvertible {
  package let machine: VirtualMachineReference
  package let device: UniqueIdentifier

  package init(machine: VirtualMachineReference, device: UniqueIdentifier) {
    self.machine = machine
    self.device = device
  }

  /// Hyper-V's form, `Microsoft:<machine>\<device>`: what -AdapterId takes.
  package var description: String { "Microsoft:\(machine.identifier.hyperV)\\\(device.hyperV)" }

  /// Whether `text` is this Id, without regard to case.
  package func isNamed(_ text: String) -> Bool {
    text.lowercased().utf8.elementsEqual(description.lowercased().utf8)
  }
}

import CLibvirt
import GPUPartitioning

extension LinuxHost {
  /// The handle of a machine; throws where libvirt or the machine is not there.
  func domain(_ machine: VirtualMachineReference) throws(GPUPartitioningError) -> LibvirtDomain {
    guard let connection = try libvirt() else { throw .machineNotFound(name: machine.name) }
    return try calling(machine, "found") { () throws(LibvirtError) in try connection.domain(machine.identifier) }
  }

  /// The device element for an adapter, as its technology needs it.
  func deviceXML(_ adapter: AdapterDefinition) throws(GPUPartitioningError) -> String {
    let isManaged = try adapter.gpu.map { gpu throws(GPUPartitioningError) in
      try technology(gpu.address).1.isManagedByLibvirt
    }
    do {
      return try HostDevice.xml(
        adapter.location, adapter: adapter.reference.device, isManaged: isManaged ?? true)
    } catch {
      throw GPUPartitioningError(.operationFailed, adapter.reference.machine.name, error.description)
    }
  }

  func attach(_ adapter: AdapterDefinition) throws(GPUPartitioningError) {
    let machine = adapter.reference.machine
    let domain = try domain(machine)
    try requireFree(domain, machine)
    let definition = try storedDefinition(domain, machine)
    let isThere = definition.devices.contains {
      $0.location == adapter.location && $0.identifier(in: machine.identifier) == adapter.reference.device
    }
    if !isThere {
      let xml = try deviceXML(adapter)
      try calling(machine, "given the partition \"\(adapter.location)\"") { () throws(LibvirtError) in
        do throws(LibvirtError) {
          try domain.attach(xml)
        } catch {
          // The test driver cannot attach; the whole definition can be stored again.
          guard error.isCode(VIR_ERR_NO_SUPPORT) else { throw error }
          try domain.rewrite { devices in
            guard let device = try? XMLTree(xml).root else { return }
            devices.append(copyOf: device)
          }
        }
      }
    }
    try setBounds(adapter.reference, adapter.bounds)
  }

  func detach(_ adapter: AdapterDefinition) throws(GPUPartitioningError) {
    let machine = adapter.reference.machine
    let domain = try domain(machine)
    try requireFree(domain, machine)
    let definition = try storedDefinition(domain, machine)
    let device = definition.devices.first {
      $0.location == adapter.location && $0.isHostDevice
        && $0.identifier(in: machine.identifier) == adapter.reference.device
    }
    guard let device else { return }
    try calling(machine, "relieved of the partition \"\(adapter.location)\"") { () throws(LibvirtError) in
      do throws(LibvirtError) {
        try domain.detach(device.xml)
      } catch {
        if error.isCode(VIR_ERR_DEVICE_MISSING) { return }
        guard error.isCode(VIR_ERR_NO_SUPPORT) else { throw error }
        try domain.rewrite { devices in
          for element in devices.children("hostdev") where HostDevice(element)?.location == adapter.location {
            element.remove()
          }
        }
      }
    }
    try setBounds(adapter.reference, .none)
  }

  /// Notes the bounds in the machine's metadata, and drops notes about adapters that are gone.
  func setBounds(_ adapter: AdapterReference, _ bounds: AdapterBounds) throws(GPUPartitioningError) {
    let domain = try domain(adapter.machine)
    let definition = try storedDefinition(domain, adapter.machine)
    var notes = definition.notes
    notes.keepOnly(Set(definition.devices.map { $0.identifier(in: adapter.machine.identifier) }))
    notes.set(adapter.device, bounds)
    guard notes != definition.notes else { return }
    let element: String?
    do {
      element = try notes.xml()
    } catch {
      throw GPUPartitioningError(.operationFailed, adapter.machine.name, error.description)
    }
    try calling(adapter.machine, "given the resource bounds") { () throws(LibvirtError) in
      try domain.setMetadata(element, uri: AdapterNotes.namespace, key: AdapterNotes.prefix)
    }
  }

  private func storedDefinition(
    _ domain: LibvirtDomain, _ machine: VirtualMachineReference
  ) throws(GPUPartitioningError) -> DomainDefinition {
    let xml = try calling(machine, "read") { () throws(LibvirtError) in try domain.xml(.stored) }
    do {
      return try DomainDefinition(xml)
    } catch {
      throw GPUPartitioningError(
        .invalidData, machine.name, "The definition of virtual machine \"\(machine)\" cannot be read.",
        cause: error.description)
    }
  }

  /// Throws while something else has the machine.
  private func requireFree(
    _ domain: LibvirtDomain, _ machine: VirtualMachineReference
  ) throws(GPUPartitioningError) {
    let isPersistent = try calling(machine, "read") { () throws(LibvirtError) in try domain.isPersistent() }
    guard isPersistent else {
      throw .wrongState(
        machine: machine.name, cause: "It has no persistent definition; whoever starts it owns its configuration.")
    }
    guard !domain.hasActiveJob() else {
      throw .wrongState(machine: machine.name, cause: "A migration, a backup or a dump of it is going on; wait for it.")
    }
  }
}

extension LibvirtDomain {
  /// Reads the stored definition with its secrets, lets `change` work on its devices, and stores it again.
  func rewrite(_ change: (XMLElement) -> Void) throws(LibvirtError) {
    let xml = try xml(.stored, secret: true)
    let tree: XMLTree
    do throws(XMLError) {
      tree = try XMLTree(xml)
    } catch {
      throw LibvirtError(code: Int32(VIR_ERR_XML_ERROR.rawValue), message: error.description)
    }
    guard let root = tree.root, let devices = root.child("devices") ?? root.append("devices") else { return }
    change(devices)
    try redefine(root.xml)
  }
}

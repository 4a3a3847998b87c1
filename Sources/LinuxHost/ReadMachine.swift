import CLibvirt
import GPUPartitioning

/// A machine with what its definitions say about devices.
struct ReadMachine {
  /// Without its adapters.
  let machine: VirtualMachine
  /// What it starts with next; of a transient machine, what it runs with.
  let definition: DomainDefinition
  /// Every device that it has or will have.
  let locations: Set<GPUPartition.Location>

  /// Nil where the machine has gone since it was listed.
  ///
  /// `needsHolders`: what a running machine has now is read too; that is a second call.
  init?(
    _ domain: LibvirtDomain, _ listing: DomainListing, _ host: LinuxHost, needsHolders: Bool
  ) throws(GPUPartitioningError) {
    do throws(LibvirtError) {
      let isTransient = listing.isTransient(domain)
      let stored = try ReadMachine.definition(domain, isTransient ? .current : .stored)
      var locations = Set(stored.devices.map(\.location))
      if needsHolders, !isTransient, listing.isActive(domain) {
        locations.formUnion(try ReadMachine.definition(domain, .current).devices.map(\.location))
      }
      definition = stored
      self.locations = locations
      machine = listing.machine(domain, stored, computerName: host.name)
    } catch {
      if error.isCode(VIR_ERR_NO_DOMAIN) { return nil }
      throw GPUPartitioningError(error, host: host.name, machine: domain.name)
    }
  }

  private static func definition(
    _ domain: LibvirtDomain, _ which: LibvirtDomain.Definition
  ) throws(LibvirtError) -> DomainDefinition {
    let xml = try domain.xml(which)
    do {
      return try DomainDefinition(xml)
    } catch {
      throw LibvirtError(
        code: Int32(VIR_ERR_XML_ERROR.rawValue), message: "The definition of '\(domain.name)' cannot be read: \(error)")
    }
  }
}

extension HostDevice {
  /// The adapter's identifier: the one gpsh gave it, or one made from what never changes.
  func identifier(in machine: UniqueIdentifier) -> UniqueIdentifier {
    adapterIdentifier ?? UniqueIdentifier(derivedFrom: "gpsh adapter \(machine) \(location)")
  }
}

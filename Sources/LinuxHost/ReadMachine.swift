import CLibvirt
import GPUPartitioning
import Glibc

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
      var machine = listing.machine(domain, stored, computerName: host.name)
      if machine.state.isActive { machine.uptime = ReadMachine.uptime(domain.name, host.tree) }
      self.machine = machine
    } catch {
      if error.isCode(VIR_ERR_NO_DOMAIN) { return nil }
      throw GPUPartitioningError(error, host: host.name, machine: domain.name)
    }
  }

  /// Since libvirt wrote the number of the machine's process; it tells this to nobody itself.
  private static func uptime(_ name: String, _ tree: SysfsTree) -> Duration {
    guard !name.utf8.contains(UInt8(ascii: "/")), let start = tree.modified("\(SysfsPath.libvirtRun)/\(name).pid")
    else {
      return .zero
    }
    return .seconds(max(0, time(nil) - start))
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

import CLibvirt
import GPUPartitioning

extension VirtualMachineState {
  /// The state for libvirt's number; of a machine that is off, whether memory was saved decides.
  init(libvirt state: Int32, hasSavedState: Bool) {
    switch virDomainState(rawValue: UInt32(bitPattern: state)) {
    case VIR_DOMAIN_RUNNING, VIR_DOMAIN_BLOCKED: self = .running
    case VIR_DOMAIN_PAUSED, VIR_DOMAIN_PMSUSPENDED: self = .paused
    case VIR_DOMAIN_SHUTDOWN: self = .stopping
    case VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_CRASHED: self = hasSavedState ? .saved : .off
    default: self = .other
    }
  }
}

/// Everything of the connection's machines that is read in bulk: a handful of calls, however many machines there are.
struct DomainListing {
  let domains: [LibvirtDomain]
  private let statistics: [UniqueIdentifier: LibvirtStatistics]
  private let transient: Set<UniqueIdentifier>
  private let saved: Set<UniqueIdentifier>
  private let autostarting: Set<UniqueIdentifier>

  init(_ connection: LibvirtConnection) throws(LibvirtError) {
    domains = try connection.domains()
    statistics = try connection.statistics()
    transient = try connection.identifiers(VIR_CONNECT_LIST_DOMAINS_TRANSIENT)
    saved = try connection.identifiers(VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE)
    autostarting = try connection.identifiers(VIR_CONNECT_LIST_DOMAINS_AUTOSTART)
  }

  func isActive(_ domain: LibvirtDomain) -> Bool { state(domain).isActive }

  func state(_ domain: LibvirtDomain) -> VirtualMachineState {
    guard let counted = statistics[domain.identifier] else { return .other }
    return VirtualMachineState(libvirt: counted.state, hasSavedState: saved.contains(domain.identifier))
  }

  func isTransient(_ domain: LibvirtDomain) -> Bool { transient.contains(domain.identifier) }

  /// The machine without its adapters and its uptime.
  func machine(
    _ domain: LibvirtDomain, _ definition: DomainDefinition, computerName: String
  ) -> VirtualMachine {
    let reference = VirtualMachineReference(
      computerName: computerName, identifier: domain.identifier, name: domain.name)
    var machine = VirtualMachine(reference: reference, state: state(domain))
    let counted = statistics[domain.identifier]
    machine.processorCount = definition.processorCount
    machine.memoryStartup = definition.memory
    machine.memoryMinimum = definition.memory
    machine.memoryMaximum = definition.memory
    machine.memoryAssigned = machine.state.isActive ? counted?.memory ?? 0 : 0
    machine.generation = definition.isModern ? 2 : 1
    machine.notes = definition.description
    machine.numaNode = definition.numaNode
    machine.path = definition.diskDirectory
    machine.answersShutdown = definition.answersACPI
    machine.isTransient = isTransient(domain)
    machine.hasSavedState = saved.contains(domain.identifier)
    machine.automaticStartAction = autostarting.contains(domain.identifier) ? .start : .nothing
    return machine
  }
}

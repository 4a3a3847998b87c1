import GPUPartitioning
import ShellObjects

/// A virtual machine as scripts see it: alive, as Hyper-V's is.
///
/// A script that waits for `$vm.State` to change has to see it change, so the machine is read again where the last look
/// is older than a second, or this session has changed something since.
final class MachineRecord: ShellObjectPayload {
  static let typeName = "Microsoft.HyperV.PowerShell.VirtualMachine"

  private let access: HostAccess
  private var latest: VirtualMachine
  private var readAt = ContinuousClock.now
  private var changeCount: Int
  private(set) var isDeleted = false

  init(_ machine: VirtualMachine, _ access: HostAccess) {
    latest = machine
    self.access = access
    changeCount = access.changeCount
  }

  var reference: VirtualMachineReference { latest.reference }

  /// The machine as it is now; as it was last where its host cannot be asked, or does not have it any more.
  var machine: VirtualMachine {
    let now = ContinuousClock.now
    if changeCount == access.changeCount, now - readAt < .seconds(1) { return latest }
    readAt = now
    changeCount = access.changeCount
    do {
      let found = try access.machine(latest.reference)
      isDeleted = found == nil
      if let found { latest = found }
    } catch { return latest }
    return latest
  }
}

extension GPUPartitionTypes {
  /// A virtual machine; names and types are Hyper-V's, GpuPartitionAdapters is ours.
  ///
  /// **Source:** section 2.5 of the compatibility reference.
  static let virtualMachine = TypeDeclaration(
    MachineRecord.typeName, base: virtualizationObject, of: MachineRecord.self
  ) { list in
    addIdentity(&list)
    addRuntime(&list)
    addSettings(&list)
    list.property("Microsoft.HyperV.PowerShell.VMGpuPartitionAdapter[] GpuPartitionAdapters {get;}") {
      record -> Value in
      .object(
        PSArray(
          record.machine.adapters.map { AdapterRecord($0).shellObject },
          elementType: PSType.named(AdapterRecord.typeName)))
    }
    list.behavior.text = { value in
      guard let reference = value.payload(MachineRecord.self)?.reference else { return "VirtualMachine" }
      return "VirtualMachine (Name = '\(reference.name)') [Id = '\(reference.identifier)']"
    }
  }

  private static func addIdentity(_ list: inout MemberList<MachineRecord>) {
    list.property("string VMName {get;}") { $0.machine.name }
    list.property("guid VMId {get;}") { $0.reference.identifier.guid }
    list.property("guid Id {get;}") { $0.reference.identifier.guid }
    list.property("string Name {get;}") { $0.machine.name }
  }

  private static func addRuntime(_ list: inout MemberList<MachineRecord>) {
    list.property("Microsoft.HyperV.PowerShell.VMState State {get;}") {
      enumeration("VMState", $0.machine.state.rawValue)
    }
    list.property("string Status {get;}") { $0.machine.status }
    list.property("int CPUUsage {get;}") { $0.machine.cpuUsage }
    list.property("long MemoryAssigned {get;}") { $0.machine.memoryAssigned }
    list.property("timespan Uptime {get;}") { $0.machine.uptime.timeSpan }
  }

  private static func addSettings(_ list: inout MemberList<MachineRecord>) {
    list.property("string ConfigurationLocation {get;}") { $0.machine.path }
    list.property("Microsoft.HyperV.PowerShell.StartAction AutomaticStartAction {get;}") {
      enumeration("StartAction", $0.machine.automaticStartAction.rawValue)
    }
    list.property("Microsoft.HyperV.PowerShell.StopAction AutomaticStopAction {get;}") {
      enumeration("StopAction", $0.machine.automaticStopAction.rawValue)
    }
    list.property("int AutomaticStartDelay {get;}") { $0.machine.automaticStartDelay }
    list.property("CimSession CimSession {get;}") { CimSession(computerName: $0.reference.computerName).shellObject }
    list.property("string ComputerName {get;}") { $0.reference.computerName }
    list.property("bool IsDeleted {get;}") { record -> Bool in
      _ = record.machine
      return record.isDeleted
    }
    list.property("string Version {get;}") { $0.machine.version }
    list.property("string Notes {get;}") { $0.machine.notes }
    list.property("int Generation {get;}") { $0.machine.generation }
    list.property("string Path {get;}") { $0.machine.path }
    list.property("bool IsClustered {get;}") { $0.machine.isClustered }
    list.property("long MemoryStartup {get;}") { $0.machine.memoryStartup }
    list.property("bool DynamicMemoryEnabled {get;}") { $0.machine.hasDynamicMemory }
    list.property("long MemoryMinimum {get;}") { $0.machine.memoryMinimum }
    list.property("long MemoryMaximum {get;}") { $0.machine.memoryMaximum }
    list.property("long ProcessorCount {get;}") { Int64($0.machine.processorCount) }
    list.property("Microsoft.HyperV.PowerShell.CheckpointType CheckpointType {get;}") {
      enumeration("CheckpointType", $0.machine.checkpointType.rawValue)
    }
    list.property("bool AutomaticCheckpointsEnabled {get;}") { $0.machine.hasAutomaticCheckpoints }
  }
}

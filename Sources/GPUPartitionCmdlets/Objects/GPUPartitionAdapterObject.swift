import GPUPartitioning
import ShellObjects

/// An adapter as scripts see it: what it was when it was read.
struct AdapterRecord: ShellObjectPayload {
  static let typeName = "Microsoft.HyperV.PowerShell.VMGpuPartitionAdapter"
  let adapter: GPUPartitionAdapter
  /// It was taken from its machine since.
  var isDeleted = false

  init(_ adapter: GPUPartitionAdapter, isDeleted: Bool = false) {
    self.adapter = adapter
    self.isDeleted = isDeleted
  }
}

extension GPUPartitionTypes {
  /// A machine's GPU partition adapter; properties and order are Hyper-V's, those after IsDeleted are ours.
  ///
  /// **Source:** section 1.8 of the compatibility reference. Limits that were not given are null, not 0.
  static let gpuPartitionAdapter = TypeDeclaration(
    AdapterRecord.typeName, base: virtualizationObject, of: AdapterRecord.self
  ) { list in
    list.property("string InstancePath {get;}") { $0.adapter.instancePath }
    for resource in GPUResource.allCases { addAmounts(&list, resource) }
    list.property("System.Nullable[uint16] PartitionId {get;}") { $0.adapter.partition?.identifier }
    list.property("string PartitionVfLuid {get;}") { $0.adapter.partition?.locallyUniqueIdentifier ?? "" }
    list.property("bool SupportsOutgoingLiveMigration {get;}") { $0.adapter.supportsOutgoingLiveMigration }
    list.property("string Name {get;}") { $0.adapter.name }
    list.property("string Id {get;}") { $0.adapter.reference.description }
    list.property("guid VMId {get;}") { $0.adapter.machine.identifier.guid }
    list.property("string VMName {get;}") { $0.adapter.machine.name }
    list.property("guid VMSnapshotId {get;}") { _ in UniqueIdentifier.zero.guid }
    list.property("string VMSnapshotName {get;}") { _ in "" }
    list.property("CimSession CimSession {get;}") { CimSession(computerName: $0.adapter.computerName).shellObject }
    list.property("string ComputerName {get;}") { $0.adapter.computerName }
    list.property("bool IsDeleted {get;}") { $0.isDeleted }
    list.property("string PartitionLocation {get;}") { $0.adapter.location.description }
    list.alias("VMCheckpointId", "VMSnapshotId")
    list.alias("VMCheckpointName", "VMSnapshotName")
    list.behavior.text = { value in
      guard let adapter = value.payload(AdapterRecord.self)?.adapter else { return "VMGpuPartitionAdapter" }
      return "VMGpuPartitionAdapter (Name = '\(adapter.name)') [VMName = '\(adapter.machine)']"
    }
  }

  private static func addAmounts(_ list: inout MemberList<AdapterRecord>, _ resource: GPUResource) {
    let name = "Partition\(resource.rawValue)"
    list.property("System.Nullable[uint64] Current\(name) {get;}") { $0.adapter.partition?.amounts[resource] }
    list.property("System.Nullable[uint64] Min\(name) {get;}") { $0.adapter.bounds[resource].minimum }
    list.property("System.Nullable[uint64] Max\(name) {get;}") { $0.adapter.bounds[resource].maximum }
    list.property("System.Nullable[uint64] Optimal\(name) {get;}") { $0.adapter.bounds[resource].optimal }
  }
}

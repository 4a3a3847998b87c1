import GPUPartitioning
import ShellObjects

extension PartitionableGPU: ShellObjectPayload {
  static let typeName = "Microsoft.HyperV.PowerShell.VMHostPartitionableGpu"
}

extension GPUPartitionTypes {
  /// A GPU that can be split; properties and order are Hyper-V's, those after IsDeleted are ours.
  ///
  /// **Source:** section 1.7 of the compatibility reference. The older module's name is an accelerator.
  static let hostPartitionableGPU = TypeDeclaration(
    PartitionableGPU.typeName, accelerators: ["Microsoft.HyperV.PowerShell.VMPartitionableGpu"],
    base: virtualizationObject, of: PartitionableGPU.self
  ) { list in
    list.property("string Name {get;}") { $0.name.description }
    list.property("System.Collections.Generic.IList[uint16] ValidPartitionCounts {get;}") { gpu -> Value in
      .object(PSArray(gpu.validPartitionCounts.map(\.value), elementType: .uint16))
    }
    list.property("uint16 PartitionCount {get;}") { $0.partitionCount }
    addTotals(&list, .vram)
    list.property("bool SupportsIncomingLiveMigration {get;}") { $0.supportsIncomingLiveMigration }
    addBounds(&list, .vram)
    for resource in [GPUResource.encode, .decode, .compute] {
      addTotals(&list, resource)
      addBounds(&list, resource)
    }
    list.property("CimSession CimSession {get;}") { CimSession(computerName: $0.computerName).shellObject }
    list.property("string ComputerName {get;}") { $0.computerName }
    list.property("bool IsDeleted {get;}") { _ in false }
    addOwnProperties(&list)
    list.behavior.text = { value in
      "VMHostPartitionableGpu [Name = '\(value.payload(PartitionableGPU.self)?.name.description ?? "")']"
    }
  }

  private static func addTotals(_ list: inout MemberList<PartitionableGPU>, _ resource: GPUResource) {
    list.property("uint64 Total\(resource.rawValue) {get;}") { $0.capacities[resource].total }
    list.property("uint64 Available\(resource.rawValue) {get;}") { $0.capacities[resource].available }
  }

  private static func addBounds(_ list: inout MemberList<PartitionableGPU>, _ resource: GPUResource) {
    let name = "Partition\(resource.rawValue)"
    list.property("uint64 Min\(name) {get;}") { $0.capacities[resource].bounds.minimum }
    list.property("uint64 Max\(name) {get;}") { $0.capacities[resource].bounds.maximum }
    list.property("uint64 Optimal\(name) {get;}") { $0.capacities[resource].bounds.optimal }
  }

  private static func addOwnProperties(_ list: inout MemberList<PartitionableGPU>) {
    list.property("string GpuName {get;}") { $0.modelName }
    list.property("string PciAddress {get;}") { $0.address.description }
    list.property("string AssignedStatus {get;}") { $0.status.rawValue }
    list.property("string HomogeneousSet {get;}") { HomogeneousKey($0).description }
    list.property("int FreePartitionCount {get;}") { $0.freePartitions.count }
    list.property("string[] AssignedTo {get;}") { gpu -> Value in
      var names: [String] = []
      for holder in gpu.heldPartitions.flatMap(\.holders) where !names.contains(holder.name) {
        names.append(holder.name)
      }
      return Value(strings: names)
    }
    list.property("string Technology {get;}") { $0.technology.rawValue }
    list.property("string DriverName {get;}") { $0.driverName }
    list.property("string DriverVersion {get;}") { $0.driverVersion }
    list.property("System.Nullable[int] NumaNode {get;}") { $0.numaNode }
    list.property("string LiveMigration {get;}") { $0.migrationSupport.rawValue }
  }
}

import GPUPartitioning
import ShellObjects

/// One line of the preview of Set-VMHostGpuPartitionCount: a count that GPUs allow, and what a partition would get.
struct CountPreview: ShellObjectPayload {
  static let typeName = "GpuPartitioning.VMHostGpuPartitionCount"
  let gpu: PartitionableGPU
  let preview: PartitionPreview

  /// The memory of one partition, `4 GB`, as a table has it.
  var memoryText: String {
    switch preview.memory {
    case .reported(let bytes): PartitionPreview.size(bytes)
    case .atMost(let bytes): "at most \(PartitionPreview.size(bytes))"
    case .unknown: "unknown"
    }
  }

  /// In bytes; nil where nobody reports it.
  var partitionVRAM: UInt64? {
    switch preview.memory {
    case .reported(let bytes), .atMost(let bytes): bytes
    case .unknown: nil
    }
  }
}

extension GPUPartitionTypes {
  static let countPreview = TypeDeclaration(CountPreview.typeName, of: CountPreview.self) { list in
    list.property("string ComputerName {get;}") { $0.gpu.computerName }
    list.property("string GpuName {get;}") { $0.gpu.modelName }
    list.property("string PciAddress {get;}") { $0.gpu.address.description }
    list.property("uint16 PartitionCount {get;}") { $0.preview.count }
    list.property("bool IsCurrent {get;}") { $0.gpu.partitionCount == $0.preview.count }
    list.property("System.Nullable[uint64] PartitionVRAM {get;}") { $0.partitionVRAM }
    list.property("string Description {get;}") { $0.preview.description }
    list.property("string[] Profiles {get;}") { line -> Value in
      Value(strings: line.gpu.profiles.filter { $0.count == line.preview.count }.map(\.identifier))
    }
    list.property("string Name {get;}") { $0.gpu.name.description }
    list.behavior.text = { value in value.payload(CountPreview.self)?.preview.description ?? "" }
  }
}

import GPUPartitionCmdlets
import GPUPartitioning
import ShellObjects
import Testing

/// What scripts see of the objects: names and order of properties, texts, null and zero.
struct ObjectTests {
  @Test func aGPUHasHyperVsPropertiesInOrder() throws {
    let gpu = try #require(try Bench().run("Get-VMHostPartitionableGpu").output.first)
    #expect(gpu.type.fullName == "Microsoft.HyperV.PowerShell.VMHostPartitionableGpu")
    #expect(
      Array(gpu.propertyNames().prefix(27)) == [
        "Name", "ValidPartitionCounts", "PartitionCount", "TotalVRAM", "AvailableVRAM",
        "SupportsIncomingLiveMigration", "MinPartitionVRAM", "MaxPartitionVRAM", "OptimalPartitionVRAM", "TotalEncode",
        "AvailableEncode", "MinPartitionEncode", "MaxPartitionEncode", "OptimalPartitionEncode", "TotalDecode",
        "AvailableDecode", "MinPartitionDecode", "MaxPartitionDecode", "OptimalPartitionDecode", "TotalCompute",
        "AvailableCompute", "MinPartitionCompute", "MaxPartitionCompute", "OptimalPartitionCompute", "CimSession",
        "ComputerName", "IsDeleted",
      ])
    #expect(try gpu.property("ValidPartitionCounts").enumerated().map { try $0.text() } == ["16", "8", "4", "2", "1"])
    #expect(try gpu.property("ValidPartitionCounts").type.fullName == "System.UInt16[]")
    #expect(try gpu.property("TotalVRAM").type === PSType.uint64)
    #expect(try gpu.property("CimSession").text() == "CimSession: node1")
  }

  @Test func anAdapterHasHyperVsPropertiesInOrder() throws {
    let adapter = try #require(
      try Bench().run("Get-VMGpuPartitionAdapter", ["VMName": .strings("cad01")]).output.first)
    #expect(
      Array(adapter.propertyNames().prefix(29)) == [
        "InstancePath", "CurrentPartitionVRAM", "MinPartitionVRAM", "MaxPartitionVRAM", "OptimalPartitionVRAM",
        "CurrentPartitionEncode", "MinPartitionEncode", "MaxPartitionEncode", "OptimalPartitionEncode",
        "CurrentPartitionDecode", "MinPartitionDecode", "MaxPartitionDecode", "OptimalPartitionDecode",
        "CurrentPartitionCompute", "MinPartitionCompute", "MaxPartitionCompute", "OptimalPartitionCompute",
        "PartitionId", "PartitionVfLuid", "SupportsOutgoingLiveMigration", "Name", "Id", "VMId", "VMName",
        "VMSnapshotId", "VMSnapshotName", "CimSession", "ComputerName", "IsDeleted",
      ])
    #expect(try adapter.property("MinPartitionVRAM").isNull, "a limit that was not given is null, not 0")
    #expect(try adapter.property("Name").text() == "GPU Partition Settings")
    #expect(try adapter.property("PartitionId").text() == "0")
    #expect(try adapter.property("Id").text().hasPrefix("Microsoft:") == true)
    #expect(try adapter.property("VMCheckpointId").text() == "00000000-0000-0000-0000-000000000000")
  }

  @Test func aStateIsItsNameAndItsNumber() throws {
    let machine = try #require(try Bench().run("Get-VM", ["Name": .strings("web01")]).output.first)
    let state = try machine.property("State")
    #expect(try state.text() == "Off")
    #expect(state.type.fullName == "Microsoft.HyperV.PowerShell.VMState")
    #expect(try state.converted(to: .int32).text() == "3")
    #expect(try machine.text() == "VirtualMachine (Name = 'web01') [Id = '67707368-0000-4000-8000-000000000001']")
  }

  @Test func aMachineIsAlive() throws {
    let bench = try Bench()
    let machine = try #require(try bench.run("Get-VM", ["Name": .strings("web01")]).output.first)
    #expect(try machine.property("State").text() == "Off")
    try bench.run("Start-VM", ["Name": .strings("web01")])
    #expect(try machine.property("State").text() == "Running")
    #expect(try machine.property("IsDeleted").text() == "False")
  }

  @Test(arguments: GPUPartitioningError.Code.allCases)
  func everyErrorHasItsIdAndACategory(_ code: GPUPartitioningError.Code) {
    let record = GPUPartitioningError(code, "x", "Text.", cause: "Cause.", leftovers: ["Left."]).errorRecord
    #expect(record.fullyQualifiedErrorID == code.rawValue)
    #expect(record.message == "Text.\nCause.\nLeft.")
    #expect(record.reasonName == "VirtualizationException")
    #expect((record.category == .notSpecified) == (code == .operationFailed))
  }
}

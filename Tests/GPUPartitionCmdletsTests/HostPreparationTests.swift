import CmdletKit
import GPUPartitioning
import ShellObjects
import SimulatedHost
import Testing

/// Test-VMHostGpuDriver and Set-VMHostGpuPartitionCount.
struct HostPreparationTests {
  @Test func everyGPUHasItsStatusAndReason() throws {
    let result = try Bench().run("verify-driver", ["ComputerName": .strings("*")])
    let lines = try result.output.map { line in
      let text = { (name: String) in try line.property(name).text() }
      return "\(try text("ComputerName")) \(try text("AssignedStatus")): \(try text("Reason"))"
    }
    #expect(
      lines == [
        "node1 Not assignable: BootDisplay", "node1 Partitioned: Ready", "node1 Partitioned: Ready",
        "node2 Partitioned: Ready", "node2 Partitioned: Ready", "node2 Partitioned: Ready",
        "node2 Ready for DDA assignment: PfDriverMissing", "node2 Partitioned: Ready",
        "node2 Ready for DDA assignment: BoundForPassthrough", "node3 Paravirtualization: IommuDisabled",
        "node3 Paravirtualization: IommuDisabled",
      ])
  }

  @Test func whatIsMissingComesWithARemedy() throws {
    let result = try Bench().run("Test-VMHostGpuDriver", ["ComputerName": .strings("node3"), "Name": "08:00.0".value])
    #expect(try result.texts("Missing") == ["The IOMMU is off."])
    #expect(try result.texts("Remedy").first?.hasPrefix("Switch on VT-d or AMD-Vi") == true)
    #expect(try result.texts("Iommu") == ["No"])
  }

  @Test(arguments: [("node1", "True", "0"), ("node2", "True", "0"), ("node3", "False", "2"), ("node?", "False", "1")])
  func quietAndExitCodeSayWhetherAllIsReady(_ host: String, _ isReady: String, _ code: String) throws {
    let result = try Bench().run("Test-VMHostGpuDriver", ["ComputerName": .strings(host), "Quiet": .on])
    #expect(try result.output.map { try $0.text() } == [isReady])
    #expect(try result.session.variable("LASTEXITCODE", scope: nil)?.text() == code)
  }

  @Test func aHostWithoutPartitionableGPUsGetsTheArticleSentence() throws {
    let result = try Bench().run("Test-VMHostGpuDriver", ["ComputerName": .strings("node3")])
    #expect(result.warnings == [GPUPartitioningError.noPartitionableGPU])
    #expect(result.output.count == 2)
  }

  @Test func whatIfExaminesNothing() throws {
    let result = try Bench().run("Test-VMHostGpuDriver") { $0.isWhatIf = true }
    #expect(result.output.isEmpty && result.warnings.isEmpty)
    #expect(result.whatIf == [#"Test-VMHostGpuDriver will examine the GPUs of the computer "node1"."#])
  }

  @Test func withoutACountTheCountsAreListed() throws {
    let bench = try Bench()
    let result = try bench.run("configure-count", ["Name": .strings("08:00.0")])
    #expect(try result.texts("PartitionCount") == ["16", "8", "4", "2", "1"])
    #expect(try result.texts("Description").allSatisfy { $0.contains("partition") })
    #expect(bench.datacenter.executed.isEmpty)
  }

  @Test func theHomogeneousSetIsTakenWhereNoneIsNamed() throws {
    let bench = try Bench(HostGPUTests.freeA2)
    let result = try bench.run("configure-count", ["PartitionCount": .int32(4), "Passthru": .on])
    #expect(try result.texts("PartitionCount") == ["4", "4"])
    #expect(result.warnings.isEmpty)
  }

  @Test func differentGPUsAreNotPreselected() throws {
    let bench = try Bench()
    let result = try bench.run("configure-count", ["PartitionCount": .int32(4)])
    #expect(result.errors.isEmpty && result.output.isEmpty && bench.datacenter.executed.isEmpty)
    #expect(result.warnings.count == 1)
    #expect(result.warnings.first?.hasPrefix("Not all GPUs of the computers have the same configuration") == true)
  }

  @Test func apartialSelectionIsWarnedOfAndGoesOn() throws {
    let bench = try Bench(HostGPUTests.freeA2)
    let result = try bench.run("configure-count", ["Name": .strings("09:00.0"), "PartitionCount": .int32(4)])
    #expect(result.warnings.first?.contains(#"Left out: "0000:08:00.0" on "node1""#) == true)
    #expect(bench.datacenter.executed.count == 1)
  }

  @Test func aMixedSelectionIsRefusedBeforeAnythingChanges() throws {
    let bench = try Bench()
    let gpus = try bench.run("Get-VMHostPartitionableGpu").output
    let result = try bench.run("Set-VMHostGpuPartitionCount", ["PartitionCount": .int32(4)], input: gpus)
    #expect(result.errorIDs == ["InvalidParameter,SetVMHostGpuPartitionCount"])
    #expect(result.messages.first?.contains("different configurations") == true)
    #expect(bench.datacenter.executed.isEmpty)
  }

  @Test func aSetThatDiffersOnlyInItsCountsCanBeMended() throws {
    let bench = try Bench(HostGPUTests.freeA2)
    try bench.run("Set-VMHostPartitionableGpu", ["Name": "08:00.0".value, "PartitionCount": .int32(8)])
    let result = try bench.run(
      "configure-count", ["Name": .strings("08:00.0", "09:00.0"), "PartitionCount": .int32(4)])
    #expect(result.errorIDs == ["InvalidParameter,SetVMHostGpuPartitionCount"])
    #expect(result.messages.first?.contains("They differ only in their partition count") == true)
  }

  @Test func anAssignedPartitionBlocksAndIsNamed() throws {
    let result = try Bench().run("configure-count", ["Name": .strings("41:00.0"), "PartitionCount": .int32(2)])
    #expect(result.errorIDs == ["ObjectInUse,SetVMHostGpuPartitionCount"])
    #expect(result.messages.first?.contains("Remove-VMGpuPartitionAdapter -VMName cad01") == true)
  }

  @Test func theSameGPUOfSeveralComputers() throws {
    let bench = try Bench()
    try bench.run("Remove-VMGpuPartitionAdapter", ["VMName": .strings("lost01")])
    let result = try bench.run(
      "configure-count",
      [
        "ComputerName": .strings("node1", "node2"), "Name": .strings("08:00.0"), "PartitionCount": .int32(8),
        "Passthru": .on,
      ])
    #expect(try result.texts("ComputerName") == ["node1", "node2"])
    #expect(try result.texts("PartitionCount") == ["8", "8"])
    #expect(result.verbose.count == 2)
  }

  @Test func aFailureTakesBackTheOtherComputer() throws {
    let bench = try Bench()
    bench.datacenter.faults = [SimulatedFault(.refusal, onCall: 2)]
    let result = try bench.run(
      "configure-count",
      ["ComputerName": .strings("node1", "node2"), "Name": .strings("08:00.0"), "PartitionCount": .int32(8)])
    #expect(result.errorIDs == ["OperationFailed,SetVMHostGpuPartitionCount"])
    let now = try bench.run("Get-VMHostPartitionableGpu", ["ComputerName": .strings("*"), "Name": "08:00.0".value])
    #expect(try now.texts("PartitionCount") == ["0", "0"])
  }

  @Test func anUnknownNameListsTheKnownOnes() throws {
    let result = try Bench().run("configure-count", ["Name": .strings("nosuch"), "PartitionCount": .int32(4)])
    #expect(result.errorIDs == ["ObjectNotFound,SetVMHostGpuPartitionCount"])
    #expect(result.messages.first?.contains(#"Partitionable GPUs: "0000:08:00.0" on "node1""#) == true)
  }

  @Test func whatIfEndsWithWhatEachPartitionGets() throws {
    let result = try Bench().run("configure-count", ["Name": .strings("08:00.0"), "PartitionCount": .int32(4)]) {
      $0.isWhatIf = true
    }
    #expect(
      result.whatIf.first
        == #"Set-VMHostGpuPartitionCount will split GPU "0000:08:00.0" on "node1" into 4 partitions."#)
    #expect(result.whatIf.last?.hasPrefix("Result: 4 partitions of ") == true)
  }

  @Test func nowhereAnythingToSplitIsTheArticleSentence() throws {
    let result = try Bench().run("configure-count", ["ComputerName": .strings("node3"), "PartitionCount": .int32(4)])
    #expect(result.warnings == [GPUPartitioningError.noPartitionableGPU])
  }

  @Test(arguments: [
    ("vmName", "c", ["cad01", "cad02"]), ("unassignedVMName", "", ["web01", "web02"]),
    ("assignedVMName", "", ["cad01", "cad02", "lost01"]), ("hostName", "NODE", ["node1", "node2", "node3"]),
    ("gpuName", "0000:4", ["0000:41:00.0"]), ("partitionCount", "1", ["16", "12", "1"]),
  ])
  func completersOfferWhatHostsHave(_ kind: String, _ prefix: String, _ expected: [String]) throws {
    let completers = try Bench().module.completers
    let offered = completers.first { $0.key.rawValue == kind }?.value(prefix)
    #expect(offered == expected)
  }
}

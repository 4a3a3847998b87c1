import GPUPartitioning
import ShellObjects
import SimulatedHost
import Testing

/// Get- and Set-VMHostPartitionableGpu.
struct HostGPUTests {
  private let a2 =
    #"\\?\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#0000&08&00&0#{064092b3-625e-43bf-9eb5-dc845897dd59}"#

  @Test func listsTheLocalPartitionableGPUs() throws {
    let result = try Bench().run("Get-VMHostPartitionableGpu")
    #expect(try result.texts("PciAddress") == ["0000:08:00.0", "0000:41:00.0"])
    #expect(try result.texts("ComputerName") == ["node1", "node1"])
    #expect(try result.texts("Name").first == a2)
    #expect(result.errors.isEmpty && result.warnings.isEmpty)
  }

  @Test func theOldNameIsAnAlias() throws {
    #expect(try Bench().run("Get-VMPartitionableGpu").output.count == 2)
  }

  @Test(arguments: ["0000:41:00.0", "41:00.0"])
  func namesAreWholePathsOrAddresses(_ name: String) throws {
    let result = try Bench().run("Get-VMHostPartitionableGpu", ["Name": .string(name)])
    #expect(try result.texts("PciAddress") == ["0000:41:00.0"])
  }

  @Test func caseOfANameDoesNotMatter() throws {
    #expect(try Bench().run("Get-VMHostPartitionableGpu", ["Name": .string(a2.lowercased())]).output.count == 1)
  }

  @Test func anUnknownNameGivesNothingAtAll() throws {
    let result = try Bench().run("Get-VMHostPartitionableGpu", ["Name": "nosuch".value])
    #expect(result.output.isEmpty && result.errors.isEmpty && result.warnings.isEmpty)
  }

  @Test func severalComputersAndWildcards() throws {
    let bench = try Bench()
    let both = try bench.run("Get-VMHostPartitionableGpu", ["ComputerName": .strings("NODE1", "node2")])
    #expect(try Set(both.texts("ComputerName")) == ["node1", "node2"])
    let all = try bench.run("Get-VMHostPartitionableGpu", ["ComputerName": .strings("node*")])
    #expect(all.output.count == both.output.count)
  }

  @Test func anUnknownComputerIsOneErrorAndTheOthersGoOn() throws {
    let result = try Bench().run("Get-VMHostPartitionableGpu", ["ComputerName": .strings("mars", "node1")])
    #expect(result.errorIDs == ["HostUnreachable,GetVMHostPartitionableGpu"])
    #expect(result.messages == [#"The computer "mars" is not known here. Known computers: "node1", "node2", "node3"."#])
    #expect(result.output.count == 2)
  }

  @Test func whereNoneExistsTheArticleSentenceIsTheWarning() throws {
    let result = try Bench().run("Get-VMHostPartitionableGpu", ["ComputerName": .strings("node3")])
    #expect(result.output.isEmpty && result.errors.isEmpty)
    #expect(
      result.warnings == [
        "No partitionable GPUs have been found. Please check that you have a GPU with the correct GPU-P driver to proceed."
      ])
  }

  @Test func aSessionOfAnObjectNamesItsComputer() throws {
    let bench = try Bench()
    let gpu = try #require(
      try bench.run("Get-VMHostPartitionableGpu", ["ComputerName": .strings("node2")]).output.first)
    let again = try bench.run("Get-VMHostPartitionableGpu", ["CimSession": try gpu.property("CimSession")])
    #expect(try Set(again.texts("ComputerName")) == ["node2"])
  }

  @Test func aNameStandsForASession() throws {
    let bench = try Bench()
    let gpus = try bench.run("Get-VMHostPartitionableGpu", ["CimSession": .strings("node2")])
    #expect(try Set(gpus.texts("ComputerName")) == ["node2"])
    let machines = try bench.run("Get-VM", ["CimSession": .strings("node2", "node3")])
    #expect(try machines.texts("Name") == ["deaf01", "desk01", "desk02", "old01"])
  }

  @Test func aGPUWhereAComputerIsWantedIsRecognised() throws {
    let result = try Bench().run("Get-VMHostPartitionableGpu", ["ComputerName": .strings(a2)])
    #expect(result.errorIDs == ["HostUnreachable,GetVMHostPartitionableGpu"])
    #expect(result.messages.first?.hasSuffix("It looks like the name of a GPU: use -Name.") == true)
  }

  @Test func aSessionExcludesAComputerName() throws {
    let bench = try Bench()
    let gpu = try #require(try bench.run("Get-VMHostPartitionableGpu").output.first)
    let result = try bench.run(
      "Get-VMHostPartitionableGpu",
      ["CimSession": try gpu.property("CimSession"), "ComputerName": .strings("node2")])
    #expect(result.errorIDs == ["InvalidParameter,GetVMHostPartitionableGpu"])
  }

  @Test func splitsOneGPUAndPassesItOn() throws {
    let bench = try Bench()
    let result = try bench.run(
      "Set-VMHostPartitionableGpu", ["Name": "0000:41:00.0".value, "PartitionCount": .int32(12), "Passthru": .on])
    #expect(try result.texts("PartitionCount") == ["12"])
    let free = try bench.run("Set-VMHostPartitionableGpu", ["Name": "08:00.0".value, "PartitionCount": .int32(4)])
    #expect(free.output.isEmpty)
    #expect(
      free.verbose == [#"node1: Split GPU "0000:08:00.0" into 4 partitions of profile "NVIDIA A2-4Q" (now 0)."#])
  }

  @Test func anInvalidCountListsTheValidOnes() throws {
    let bench = try Bench(Self.freeA2)
    let result = try bench.run("Set-VMHostPartitionableGpu", ["Name": "08:00.0".value, "PartitionCount": .int32(3)])
    #expect(result.errorIDs == ["InvalidParameter,SetVMHostPartitionableGpu"])
    #expect(result.errors.first?.category == .invalidArgument)
    #expect(result.messages.first?.contains("Valid partition counts: 16, 8, 4, 2, 1.") == true)
    #expect(bench.datacenter.executed.isEmpty)
  }

  @Test func aCountInUseNamesTheMachines() throws {
    let result = try Bench().run("Set-VMHostPartitionableGpu", ["Name": "41:00.0".value, "PartitionCount": .int32(2)])
    #expect(result.errorIDs == ["ObjectInUse,SetVMHostPartitionableGpu"])
    #expect(result.errors.first?.category == .resourceBusy)
    let text = try #require(result.messages.first)
    #expect(text.contains(#"virtual machine "cad01", virtual machine "cad02""#))
    #expect(text.contains("Remove-VMGpuPartitionAdapter -VMName cad01"))
  }

  @Test func objectsComeFromThePipeline() throws {
    let bench = try Bench(Self.freeA2)
    let gpus = try bench.run("Get-VMHostPartitionableGpu").output
    let result = try bench.run(
      "Set-VMHostPartitionableGpu", ["PartitionCount": .int32(8), "Passthru": .on], input: gpus)
    #expect(try result.texts("PartitionCount") == ["8", "8"])
  }

  @Test func aGPUAsNameIsItsName() throws {
    let bench = try Bench(Self.freeA2)
    let gpu = try #require(try bench.run("Get-VMHostPartitionableGpu").output.first)
    #expect(try gpu.text() == "VMHostPartitionableGpu [Name = '\(a2)']")
    try bench.run("Set-VMHostPartitionableGpu", ["Name": gpu, "PartitionCount": .int32(2)])
    #expect(bench.datacenter.executed.count == 1)
  }

  @Test func aNameThatMatchesNothingIsWarnedOf() throws {
    let result = try Bench().run("Set-VMHostPartitionableGpu", ["Name": "nosuch".value, "PartitionCount": .int32(2)])
    #expect(result.errors.isEmpty)
    #expect(
      result.warnings == [#"No partitionable GPU of "node1" has the name "nosuch", so nothing is changed."#])
  }

  @Test func withoutANameAllAreConfiguredAndThatIsSaid() throws {
    let bench = try Bench(Self.freeA2)
    let result = try bench.run("Set-VMHostPartitionableGpu", ["PartitionCount": .int32(2)])
    #expect(
      result.warnings == [#"No GPU was named, so all 2 partitionable GPUs of "node1" are configured."#])
    #expect(bench.datacenter.executed.count == 2)
  }

  @Test func withoutACountNothingChanges() throws {
    let bench = try Bench()
    let result = try bench.run("Set-VMHostPartitionableGpu", ["Name": "08:00.0".value, "Passthru": .on])
    #expect(result.output.count == 1 && bench.datacenter.executed.isEmpty)
  }

  @Test func whatIfPrintsThePlanAndChangesNothing() throws {
    let bench = try Bench(Self.freeA2)
    let result = try bench.run("Set-VMHostPartitionableGpu", ["Name": "08:00.0".value, "PartitionCount": .int32(4)]) {
      $0.isWhatIf = true
    }
    #expect(bench.datacenter.executed.isEmpty)
    #expect(result.whatIf.first == "Set-VMHostPartitionableGpu will configure partitionable GPU \"\(a2)\".")
    #expect(
      result.whatIf.dropFirst().first?.hasPrefix(#"1. node1: Split GPU "0000:08:00.0" into 4 partitions"#) == true)
    #expect(result.whatIf.count > 3, "each operation of the host is a line")
    #expect(result.whatIf.last?.hasPrefix("Result: 4 partitions of") == true)
  }

  @Test func aNoToTheQuestionChangesNothing() throws {
    let bench = try Bench(Self.freeA2)
    let result = try bench.run("Set-VMHostPartitionableGpu", ["Name": "08:00.0".value, "PartitionCount": .int32(4)]) {
      $0.isConfirming = true
      $0.answer = false
    }
    #expect(bench.datacenter.executed.isEmpty)
    #expect(result.questions.first?.hasPrefix("Are you sure you want to perform this action?\nSet-VMHost") == true)
  }

  @Test(arguments: ["-1", "70000"])
  func aCountThatIsNoUInt16IsRefusedByTheBinder(_ text: String) throws {
    #expect(throws: (any Error).self) {
      try Bench().run("Set-VMHostPartitionableGpu", ["PartitionCount": .string(text)])
    }
  }

  /// Two A2 of which nobody has a partition.
  static var freeA2: SimulatedState {
    var room = SimulatedMachineRoom(name: "node1")
    room.addGPU("NVIDIA A2", "0000:08:00.0")
    room.addGPU("NVIDIA A2", "0000:09:00.0")
    room.addMachine("web01", 1, gibibytes: 4, processors: 2)
    return SimulatedState(rooms: [room])
  }
}

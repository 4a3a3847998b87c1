import GPUPartitioning
import ShellObjects
import SimulatedHost
import Testing

/// Add-, Get-, Set- and Remove-VMGpuPartitionAdapter.
struct AdapterTests {
  private let notFound = #"Hyper-V was unable to find a virtual machine with name "nosuch"."#
  private let noAdapter = "Unable to find a Gpu partition adapter matching the given criteria."

  @Test func addsToAMachineThatIsOff() throws {
    let bench = try Bench()
    let quiet = try bench.run("Add-VMGpuPartitionAdapter", ["VMName": .strings("WEB01")])
    #expect(quiet.output.isEmpty && quiet.errors.isEmpty)
    let adapter = try bench.run("Get-VMGpuPartitionAdapter", ["VMName": .strings("web01")])
    #expect(try adapter.texts("VMName") == ["web01"])
  }

  @Test(arguments: [true, false])
  func takesNamesAndObjectsFromThePipeline(_ isObject: Bool) throws {
    let bench = try Bench()
    let input = isObject ? try bench.run("Get-VM", ["Name": .strings("web01")]).output : [.string("web01")]
    let result = try bench.run(
      "Add-VMGpuPartitionAdapter", ["InstancePath": "41:00.0".value, "Passthru": .on], input: input)
    #expect(try result.texts("VMName") == ["web01"])
    #expect(try result.texts("PartitionId") == ["2"])
    #expect(try result.texts("InstancePath").first?.contains("#0000&41&00&0#") == true)
  }

  @Test func limitsAreKeptAndOthersStayNull() throws {
    let result = try Bench().run(
      "Add-VMGpuPartitionAdapter",
      [
        "VMName": .strings("web01"), "MinPartitionVRAM": .int64(1 << 30), "MaxPartitionEncode": UInt64.max.value,
        "Passthru": .on,
      ])
    let adapter = try #require(result.output.first)
    #expect(try adapter.property("MinPartitionVRAM").text() == "1073741824")
    #expect(try adapter.property("MaxPartitionEncode").text() == "18446744073709551615")
    #expect(try adapter.property("MaxPartitionVRAM").isNull)
  }

  @Test(arguments: [
    ("Add-VMGpuPartitionAdapter", 1), ("Get-VMGpuPartitionAdapter", 1), ("Set-VMGpuPartitionAdapter", 2),
    ("Remove-VMGpuPartitionAdapter", 2),
  ])
  func aMissingMachineIsOneErrorAndTheOthersGoOn(_ name: String, _ count: Int) throws {
    let result = try Bench().run(name, ["VMName": .strings("nosuch", "web01")])
    let type = name.split(separator: "-").joined()
    #expect(Array(result.errorIDs.prefix(count)) == Array(repeating: "ObjectNotFound,\(type)", count: count))
    #expect(Array(result.messages.prefix(count)) == Array([notFound, noAdapter].prefix(count)))
    #expect(result.errors.first?.category == .objectNotFound)
    #expect(result.errors.first?.target.isNull == true)
  }

  @Test func aPatternThatMatchesNothingIsAMissingMachine() throws {
    let result = try Bench().run("Get-VMGpuPartitionAdapter", ["VMName": .strings("no*")])
    #expect(result.messages == [#"Hyper-V was unable to find a virtual machine with name "no*"."#])
  }

  @Test func aSecondPartitionIsRefusedByNameAndPassedOverByPattern() throws {
    let bench = try Bench()
    let named = try bench.run("Add-VMGpuPartitionAdapter", ["VMName": .strings("cad02")])
    #expect(named.errorIDs == ["ObjectInUse,AddVMGpuPartitionAdapter"])
    let matched = try bench.run("Add-VMGpuPartitionAdapter", ["VMName": .strings("cad0[2-9]")])
    #expect(matched.errors.isEmpty)
    #expect(matched.warnings == [#"Virtual machine "cad02" has a GPU partition already and is passed over."#])
  }

  @Test func limitsOutOfOrderAreRefused() throws {
    let result = try Bench().run(
      "Add-VMGpuPartitionAdapter",
      ["VMName": .strings("web01"), "MinPartitionVRAM": .int32(2), "MaxPartitionVRAM": .int32(1)])
    #expect(result.errorIDs == ["InvalidParameter,AddVMGpuPartitionAdapter"])
  }

  @Test func aGPUOfAnotherComputerIsRefusedAndSaidToBeThere() throws {
    let result = try Bench().run(
      "Add-VMGpuPartitionAdapter", ["VMName": .strings("web01"), "InstancePath": "21:00.0".value])
    #expect(result.errorIDs == ["InvalidParameter,AddVMGpuPartitionAdapter"])
    #expect(result.messages.first?.contains("have to be on the same computer") == true)
  }

  @Test func aGPUThatIsNotThereListsThoseThatAre() throws {
    let result = try Bench().run(
      "Add-VMGpuPartitionAdapter", ["VMName": .strings("web01"), "InstancePath": "ff:00.0".value])
    #expect(result.errorIDs == ["ObjectNotFound,AddVMGpuPartitionAdapter"])
    #expect(result.messages.first?.contains(#"Its partitionable GPUs: "0000:08:00.0", "0000:41:00.0"."#) == true)
  }

  @Test func aHostWithoutPartitionableGPUsHasNoPool() throws {
    let result = try Bench().run(
      "Add-VMGpuPartitionAdapter", ["VMName": .strings("old01"), "ComputerName": .strings("node3")])
    #expect(
      result.messages == [
        "Hyper-V was unable to find WMI object, Gpu Partition Pool, to retrieve necessary information for this operation."
      ])
  }

  @Test func aRunningMachineIsRefusedWithTheWayOut() throws {
    let result = try Bench().run("Add-VMGpuPartitionAdapter", ["VMName": .strings("web02")])
    #expect(result.errorIDs == ["InvalidState,AddVMGpuPartitionAdapter"])
    #expect(result.messages.first?.contains("-PowerCycle") == true)
  }

  @Test func aPowerCycleAsksAndStartsAgain() throws {
    let bench = try Bench()
    let result = try bench.run("Add-VMGpuPartitionAdapter", ["VMName": .strings("web02"), "PowerCycle": .on]) {
      $0.answer = true
    }
    #expect(result.questions.count == 1)
    #expect(result.questions.first?.contains("Save your workloads first.") == true)
    #expect(bench.datacenter.executed.count == 3)
    let machine = try #require(try bench.run("Get-VM", ["Name": .strings("web02")]).output.first)
    #expect(try machine.property("State").text() == "Running")
  }

  @Test func aNoToThePowerCycleLeavesTheMachineAlone() throws {
    let bench = try Bench()
    try bench.run("Add-VMGpuPartitionAdapter", ["VMName": .strings("web02"), "PowerCycle": .on]) { $0.answer = false }
    #expect(bench.datacenter.executed.isEmpty)
  }

  @Test(arguments: ["Force", "Confirm"])
  func forceAndConfirmFalseDoNotAsk(_ way: String) throws {
    let bench = try Bench()
    let arguments: KeyValuePairs<String, Value> = [
      "VMName": .strings("web02"), "PowerCycle": .on, "Force": .bool(way == "Force"),
    ]
    let context = try bench.run("Add-VMGpuPartitionAdapter", arguments) {
      if way == "Confirm" { $0.boundParameters.set("Confirm", .bool(false)) }
    }
    #expect(context.questions.isEmpty)
    #expect(bench.datacenter.executed.count == 3)
  }

  @Test func aFailedPowerCycleIsTakenBackAndTheMachineRunsAgain() throws {
    let bench = try Bench()
    bench.datacenter.faults = [SimulatedFault(.refusal, onCall: 2)]
    let result = try bench.run(
      "Add-VMGpuPartitionAdapter", ["VMName": .strings("web02"), "PowerCycle": .on, "Force": .on])
    #expect(result.errorIDs == ["OperationFailed,AddVMGpuPartitionAdapter"])
    let machine = try #require(try bench.run("Get-VM", ["Name": .strings("web02")]).output.first)
    #expect(try machine.property("State").text() == "Running")
    #expect(try bench.run("Get-VMGpuPartitionAdapter", ["VMName": .strings("web02")]).output.isEmpty)
  }

  @Test func controlCBetweenStepsTakesBackWhatWasDone() throws {
    let bench = try Bench()
    let result = try bench.run(
      "Add-VMGpuPartitionAdapter", ["VMName": .strings("web02"), "PowerCycle": .on, "Force": .on]
    ) { $0.stopsAfterVerbose = 1 }
    #expect(result.errors.isEmpty && result.output.isEmpty)
    let machine = try #require(try bench.run("Get-VM", ["Name": .strings("web02")]).output.first)
    #expect(try machine.property("State").text() == "Running")
    #expect(try bench.run("Get-VMGpuPartitionAdapter", ["VMName": .strings("web02")]).output.isEmpty)
  }

  @Test(arguments: [
    ("Add-VMGpuPartitionAdapter", "web01", #"will add a Gpu Partition Adapter to the virtual machine "web01"."#),
    ("Set-VMGpuPartitionAdapter", "cad02", #"will configure a Gpu Partition Adapter "cad02"."#),
    (
      "Remove-VMGpuPartitionAdapter", "cad02",
      #"will remove a Gpu Partition Adapter "GPU Partition Settings" from "cad02"."#
    ),
  ])
  func whatIfBeginsWithHyperVsSentence(_ name: String, _ machine: String, _ sentence: String) throws {
    let bench = try Bench()
    let result = try bench.run(name, ["VMName": .strings(machine)]) { $0.isWhatIf = true }
    #expect(result.whatIf.first == "\(name) \(sentence)")
    #expect(result.whatIf.count > 1)
    #expect(bench.datacenter.executed.isEmpty)
  }

  @Test func getGivesNothingForAMachineWithoutAnAdapter() throws {
    let result = try Bench().run("Get-VMGpuPartitionAdapter", ["VMName": .strings("web01")])
    #expect(result.output.isEmpty && result.errors.isEmpty)
  }

  @Test func getTakesAllMachinesFromThePipeline() throws {
    let bench = try Bench()
    let result = try bench.run("Get-VMGpuPartitionAdapter", input: try bench.run("Get-VM").output)
    #expect(try result.texts("VMName") == ["cad01", "cad02", "lost01"])
  }

  @Test func anAdapterIdIsExactButForCase() throws {
    let bench = try Bench()
    let adapter = try #require(try bench.run("Get-VMGpuPartitionAdapter", ["VMName": .strings("cad02")]).output.first)
    let id = try adapter.property("Id").text()
    let found = try bench.run(
      "Get-VMGpuPartitionAdapter", ["VMName": .strings("cad02"), "AdapterId": .string(id.lowercased())])
    #expect(found.output.count == 1)
    let none = try bench.run("Get-VMGpuPartitionAdapter", ["VMName": .strings("cad02"), "AdapterId": "x".value])
    #expect(none.output.isEmpty && none.errors.isEmpty)
  }

  @Test func setChangesOnlyTheLimitsGiven() throws {
    let bench = try Bench()
    try bench.run("Set-VMGpuPartitionAdapter", ["VMName": .strings("cad02"), "MinPartitionVRAM": .int32(5)])
    let result = try bench.run(
      "Set-VMGpuPartitionAdapter", ["VMName": .strings("cad02"), "MaxPartitionVRAM": .int32(9), "Passthru": .on])
    #expect(try result.texts("MinPartitionVRAM") == ["5"])
    #expect(try result.texts("MaxPartitionVRAM") == ["9"])
  }

  @Test func setTakesAdaptersFromThePipeline() throws {
    let bench = try Bench()
    let adapters = try bench.run("Get-VMGpuPartitionAdapter", ["VMName": .strings("cad0*")]).output
    try bench.run("Set-VMGpuPartitionAdapter", ["OptimalPartitionEncode": .int32(3)], input: adapters)
    let now = try bench.run("Get-VMGpuPartitionAdapter", ["VMName": .strings("cad0*")])
    #expect(try now.texts("OptimalPartitionEncode") == ["3", "3"])
  }

  @Test func setWithoutALimitChangesNothing() throws {
    let bench = try Bench()
    let result = try bench.run("Set-VMGpuPartitionAdapter", ["VMName": .strings("cad02")])
    #expect(result.errors.isEmpty && bench.datacenter.executed.isEmpty)
  }

  @Test(arguments: ["Set-VMGpuPartitionAdapter", "Remove-VMGpuPartitionAdapter"])
  func aMachineWithoutAnAdapterIsAnError(_ name: String) throws {
    let result = try Bench().run(name, ["VMName": .strings("web01")])
    #expect(result.errorIDs == ["ObjectNotFound,\(name.split(separator: "-").joined())"])
    #expect(result.messages == [noAdapter])
  }

  @Test func removeGivesThePartitionBack() throws {
    let bench = try Bench()
    let result = try bench.run("Remove-VMGpuPartitionAdapter", ["VMName": .strings("cad02"), "Passthru": .on])
    #expect(try result.texts("IsDeleted") == ["True"])
    let gpu = try #require(try bench.run("Get-VMHostPartitionableGpu", ["Name": "41:00.0".value]).output.first)
    #expect(try gpu.property("AssignedTo").enumerated().map { try $0.text() } == ["cad01"])
  }

  @Test func removeDoesNotNeedThePartition() throws {
    let result = try Bench().run("Remove-VMGpuPartitionAdapter", ["VMName": .strings("lost01")])
    #expect(result.errors.isEmpty)
  }

  @Test func removeTakesAdaptersButNoNamesFromThePipeline() throws {
    let bench = try Bench()
    let adapters = try bench.run("Get-VMGpuPartitionAdapter", ["VMName": .strings("cad02")]).output
    try bench.run("Remove-VMGpuPartitionAdapter", input: adapters)
    #expect(try bench.run("Get-VMGpuPartitionAdapter", ["VMName": .strings("cad02")]).output.isEmpty)
    #expect(throws: (any Error).self) { try bench.run("Remove-VMGpuPartitionAdapter", input: ["cad01".value]) }
  }

  @Test func credentialsAreRefusedWithAReason() throws {
    let result = try Bench().run(
      "Get-VMGpuPartitionAdapter", ["VMName": .strings("cad01"), "Credential": Value([.string("me")])])
    #expect(result.errorIDs == ["NotSupported,GetVMGpuPartitionAdapter"])
  }
}

import GPUPartitioning
import ShellObjects
import SimulatedHost
import Testing

/// Get-VM, Start-VM, Stop-VM and Restart-VM.
struct MachineTests {
  private func state(_ bench: Bench, _ name: String, on host: String = "node1") throws -> String {
    let result = try bench.run("Get-VM", ["Name": .strings(name), "ComputerName": .strings(host)])
    return try result.texts("State").joined()
  }

  @Test func listsTheMachinesOfTheLocalComputer() throws {
    #expect(try Bench().run("Get-VM").texts("Name") == ["cad01", "cad02", "lost01", "web01", "web02"])
  }

  @Test func aListingStopsWhenNobodyWantsMore() throws {
    #expect(try Bench().run("Get-VM") { $0.limit = 1 }.output.count == 1)
  }

  @Test func namesHaveWildcardsAndNoCase() throws {
    #expect(
      try Bench().run("Get-VM", ["Name": .strings("WEB*", "cad02")]).texts("Name") == ["cad02", "web01", "web02"])
  }

  @Test func anIdFindsItsMachine() throws {
    let bench = try Bench()
    let id = Value.string("67707368-0000-4000-8000-000000000003")
    #expect(try bench.run("Get-VM", ["Id": id]).texts("Name") == ["cad01"])
    let missing = try bench.run("Get-VM", ["Id": .string("00000000-0000-4000-8000-000000000003")])
    #expect(
      missing.messages == [
        #"Hyper-V was unable to find a virtual machine with id "00000000-0000-4000-8000-000000000003"."#
      ])
  }

  @Test func getReportsAMissingMachineAsABadParameter() throws {
    let result = try Bench().run("Get-VM", ["Name": .strings("nosuch", "web01")])
    #expect(result.errorIDs == ["InvalidParameter,GetVM"])
    #expect(result.errors.first?.category == .invalidArgument)
    #expect(try result.errors.first?.target.text() == "nosuch")
    #expect(result.messages == [#"Hyper-V was unable to find a virtual machine with name "nosuch"."#])
    #expect(result.output.count == 1)
  }

  @Test(arguments: [
    ("Start-VM", "web01", "Running"), ("Stop-VM", "web02", "Off"), ("Restart-VM", "web02", "Running"),
  ])
  func changesTheState(_ name: String, _ machine: String, _ state: String) throws {
    let bench = try Bench()
    let result = try bench.run(name, ["VMName": .strings(machine), "Passthru": .on]) { $0.answer = true }
    #expect(result.errors.isEmpty)
    #expect(try result.texts("State") == [state])
    #expect(try self.state(bench, machine) == state)
  }

  @Test(arguments: [("Start-VM", "web02"), ("Stop-VM", "web01")])
  func theStateItHasIsAWarning(_ name: String, _ machine: String) throws {
    let result = try Bench().run(name, ["Name": .strings(machine)])
    #expect(result.errors.isEmpty)
    #expect(result.warnings == ["The virtual machine is already in the specified state."])
  }

  @Test(arguments: [
    ("Start-VM", "web01", nil as String?, #"Start-VM will start the virtual machine "web01"."#),
    ("Stop-VM", "web02", nil, #"Stop-VM will shut down the virtual machine "web02"."#),
    ("Stop-VM", "web02", "TurnOff", #"Stop-VM will turn off virtual machine "web02"."#),
    ("Stop-VM", "web02", "Save", #"Stop-VM will save virtual machine "web02"."#),
    ("Restart-VM", "web02", "Force", #"Restart-VM will restart the virtual machine "web02"."#),
  ])
  func whatIfBeginsWithHyperVsSentence(_ name: String, _ vm: String, _ flag: String?, _ sentence: String) throws {
    let bench = try Bench()
    let arguments: KeyValuePairs<String, Value> =
      flag.map { ["Name": .strings(vm), $0: .on] } ?? ["Name": .strings(vm)]
    let result = try bench.run(name, arguments) { $0.isWhatIf = true }
    #expect(result.whatIf.first == sentence)
    #expect(bench.datacenter.executed.isEmpty)
  }

  @Test func saveAndTurnOffExcludeEachOther() throws {
    let result = try Bench().run("Stop-VM", ["Name": .strings("web02"), "Save": .on, "TurnOff": .on])
    #expect(result.errorIDs == ["InvalidParameter,StopVM"])
    #expect(result.messages == ["The Save and TurnOff parameters are mutually exclusive."])
  }

  @Test func savingWithAPartitionIsRefused() throws {
    let result = try Bench().run("Stop-VM", ["Name": .strings("cad01"), "Save": .on])
    #expect(result.errorIDs == ["OperationFailed,StopVM"])
    #expect(
      result.messages == [
        "The operation cannot be performed on the virtual machine because it is assigned one or more GPUP partitions"
      ])
  }

  @Test(arguments: [(true, "Off"), (false, "Running")])
  func aGuestThatCannotBeAskedIsTurnedOffOnlyAfterAQuestion(_ answer: Bool, _ state: String) throws {
    let bench = try Bench(try deafMachine())
    let result = try bench.run("Stop-VM", ["Name": .strings("web01")]) { $0.answer = answer }
    #expect(result.errors.isEmpty)
    #expect(result.questions.count == 1)
    #expect(
      result.questions.first?.hasPrefix(
        #"Hyper-V can't shut down virtual machine "web01" because the Shutdown integration service is unavailable."#)
        == true)
    #expect(try self.state(bench, "web01") == state)
  }

  /// A running machine with neither agent nor ACPI.
  private func deafMachine() throws -> SimulatedState {
    var room = SimulatedMachineRoom(name: "node1")
    room.addMachine("web01", 1, gibibytes: 4, processors: 2, running: 999_000)
    let machine = try #require(room.machines.indices.first)
    room.machines[machine].machine.answersShutdown = false
    return SimulatedState(rooms: [room])
  }

  @Test func forceTurnsOffAGuestThatDoesNotAnswer() throws {
    let bench = try Bench()
    try bench.run("Stop-VM", ["Name": .strings("deaf01"), "ComputerName": .strings("node2"), "Force": .on])
    #expect(try state(bench, "deaf01", on: "node2") == "Off")
  }

  @Test func aMachineWithoutItsPartitionDoesNotStart() throws {
    let result = try Bench().run("Start-VM", ["Name": .strings("lost01")])
    #expect(result.errorIDs == ["OperationFailed,StartVM"])
    #expect(result.errors.first?.category == .notSpecified)
    let text = try #require(result.messages.first)
    #expect(text.hasPrefix("'lost01' failed to start.\n\nGPU Partition (Instance ID "))
    #expect(text.contains("Error 'Insufficient system resources exist to complete the requested service.'."))
    #expect(text.contains("Remove-VMGpuPartitionAdapter -VMName \"lost01\""))
  }

  @Test func aRestartAsksUnlessItIsForced() throws {
    let bench = try Bench()
    let asked = try bench.run("Restart-VM", ["Name": .strings("web02")]) { $0.answer = false }
    #expect(asked.questions.count == 1)
    #expect(bench.datacenter.executed.isEmpty)
    let forced = try bench.run("Restart-VM", ["Name": .strings("web02"), "Type": "Reboot".value, "Force": .on])
    #expect(forced.questions.isEmpty)
    #expect(bench.datacenter.executed.count == 2)
  }
}

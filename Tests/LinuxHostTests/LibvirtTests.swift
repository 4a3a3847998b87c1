import Foundation
import GPUPartitioning
import Testing

@testable import LinuxHost

/// Against libvirt's own in-process driver, without a daemon.
///
/// Its machines are shared by all tests, so each has its own names. `GPSH_LIBVIRT=qemu:///system` in the environment runs
/// them against a daemon instead, with QEMU's emulation: then `--no-parallel`, and no guest that answers.
@Suite struct LibvirtTests {
  static let uri = ProcessInfo.processInfo.environment["GPSH_LIBVIRT"] ?? "test:///default"
  static let hasDaemon = uri.hasPrefix("qemu")

  /// Defines a machine and forgets it at the end.
  final class Machine {
    let reference: VirtualMachineReference
    private let connection: LibvirtConnection

    init(_ name: String, devices: String = "") throws {
      connection = try LibvirtConnection(LibvirtTests.uri)
      reference = VirtualMachineReference(computerName: "lab", identifier: .random(), name: name)
      let tree = try XMLTree(
        "<domain type='\(LibvirtTests.hasDaemon ? "qemu" : "test")'><name/><uuid/><memory unit='MiB'>64</memory>"
          + "<vcpu>2</vcpu><os><type\(LibvirtTests.hasDaemon ? " arch='x86_64' machine='q35'" : "")>hvm</type></os>"
          + "<features><acpi/></features><devices>\(devices)</devices></domain>")
      let root = try #require(tree.root)
      let xml = root.xml.replacing("<name/>", with: "<name>\(Machine.escaped(name))</name>")
        .replacing("<uuid/>", with: "<uuid>\(reference.identifier)</uuid>")
      try connection.define(xml)
    }

    var domain: LibvirtDomain {
      get throws { try connection.domain(reference.identifier) }
    }

    deinit {
      guard let domain = try? domain else { return }
      try? domain.turnOff()
      try? domain.forget()
    }

    private static func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
  }

  private static func host() throws -> LinuxHost { try SysfsFixture(named: "generic-sriov").host() }

  private static func scope(_ machine: VirtualMachineReference) -> SnapshotScope {
    SnapshotScope(gpus: .none, machines: .identified([machine.identifier]), needsHolders: false)
  }

  private static func read(_ machine: Machine, _ host: LinuxHost) throws -> VirtualMachine {
    try #require(try host.snapshot(scope(machine.reference)).virtualMachines.first)
  }

  @Test(arguments: ["plain-1", "with blanks 2", "a&b<c>\"d'3", "ümläut 漢字 🦆 4", "100%5", "-x 6"])
  func namesWithAnyCharactersSurvive(_ name: String) throws {
    let machine = try Machine(name)
    let read = try Self.read(machine, Self.host())
    #expect(read.name == name)
    #expect(read.state == .off)
    #expect(read.memoryStartup == 64 << 20)
    #expect(read.processorCount == 2)
  }

  @Test func powerGoesThroughItsStates() throws {
    let host = try Self.host()
    let machine = try Machine("power \(UniqueIdentifier.random())")
    func state() throws -> VirtualMachineState { try Self.read(machine, host).state }
    let steps: [(ChangeStep, VirtualMachineState)] = [
      (.start(machine.reference, from: .off), .running), (.start(machine.reference, from: .off), .running),
      (.pause(machine.reference), .paused), (.resume(machine.reference), .running),
      (.stop(machine.reference, Self.hasDaemon ? .shutDownOrTurnOff : .shutDown), .off),
      (.stop(machine.reference, .turnOff), .off),
      (.start(machine.reference, from: .off), .running), (.stop(machine.reference, .save), .saved),
      (.start(machine.reference, from: .saved), .running), (.stop(machine.reference, .turnOff), .off),
    ]
    for (step, expected) in steps {
      try host.execute(step, within: .seconds(5))
      #expect(try state() == expected, "\(step)")
    }
  }

  @Test func anAdapterIsAttachedAndDetached() throws {
    let fixture = try SysfsFixture(named: "generic-sriov")
    let host = fixture.host(additional: ["1d0f:cd01"])
    try host.split("0000:03:00.0", into: 2)
    let machine = try Machine("adapter \(UniqueIdentifier.random()) <&>")
    let gpu = try host.gpu("0000:03:00.0")
    var bounds = AdapterBounds.none
    bounds.vram = try RequestedBounds(minimum: 5)
    let adapter = AdapterDefinition(
      reference: AdapterReference(machine: machine.reference, device: .random()),
      location: try #require(gpu.partitions.last).location, gpu: gpu.reference, bounds: bounds)
    for _ in 1...2 {
      try host.execute(.attach(adapter), within: .seconds(5))
      let read = try Self.read(machine, host)
      #expect(read.adapters.map(\.reference) == [adapter.reference])
      #expect(read.adapters.first?.partition?.identifier == 1)
      #expect(read.adapters.first?.instancePath == gpu.name.description)
      #expect(read.adapters.first?.bounds == bounds)
    }
    #expect(try machine.domain.xml(.stored).contains("managed='yes'"))
    let scope = SnapshotScope(gpus: .named("0000:03:00.0"), machines: .none, needsHolders: true)
    #expect(
      try host.snapshot(scope).gpus.first?.partitions.map(\.holders) == [[], [.virtualMachine(machine.reference)]])
    for _ in 1...2 {
      try host.execute(.detach(adapter), within: .seconds(5))
      #expect(try Self.read(machine, host).adapters.isEmpty)
    }
    #expect(try machine.domain.metadata(AdapterNotes.namespace) == nil)
  }

  @Test func anAdapterOutlivesItsPartition() throws {
    let fixture = try SysfsFixture(named: "generic-sriov")
    let host = fixture.host(additional: ["1d0f:cd01"])
    let machine = try Machine("orphan \(UniqueIdentifier.random())")
    let place = try #require(PCIAddress("0000:03:00.4"))
    let adapter = AdapterDefinition(
      reference: AdapterReference(machine: machine.reference, device: .random()), location: .virtualFunction(place),
      gpu: nil)
    try host.execute(.attach(adapter), within: .seconds(5))
    let read = try #require(try Self.read(machine, host).adapters.first)
    #expect(read.partition == nil)
    #expect(read.instancePath == "")
    #expect(read.reference == adapter.reference)
  }

  @Test func devicesThatAreNoPartitionsAreNoAdapters() throws {
    let machine = try Machine(
      "foreign \(UniqueIdentifier.random())",
      devices:
        "<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='9' slot='0' function='1'/></source>"
        + "</hostdev>")
    #expect(try Self.read(machine, Self.host()).adapters.isEmpty)
  }

  @Test func aStrangersPartitionIsAnAdapterWithAStableIdentifier() throws {
    let fixture = try SysfsFixture(named: "generic-sriov")
    let host = fixture.host(additional: ["1d0f:cd01"])
    try host.split("0000:03:00.0", into: 1)
    let machine = try Machine(
      "stranger \(UniqueIdentifier.random())",
      devices:
        "<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='3' slot='0' function='1'/></source>"
        + "</hostdev>")
    let first = try #require(try Self.read(machine, host).adapters.first)
    #expect(try Self.read(machine, host).adapters.first?.reference == first.reference)
    let definition = AdapterDefinition(reference: first.reference, location: first.location, gpu: nil)
    try host.execute(.detach(definition), within: .seconds(5))
    #expect(try Self.read(machine, host).adapters.isEmpty)
  }

  @Test func aFunctionOfNVIDIAsOwnDriverIsNotManagedByLibvirt() throws {
    let host = try SysfsFixture(named: "nvidia-a2").host()
    let machine = try Machine("vendor \(UniqueIdentifier.random())")
    let gpu = try host.gpu("0000:08:00.0")
    let adapter = AdapterDefinition(
      reference: AdapterReference(machine: machine.reference, device: .random()),
      location: try #require(gpu.partitions.first).location, gpu: gpu.reference)
    let operation = try #require(try host.operations(for: .attach(adapter)).first)
    #expect(operation.value.contains("managed=\"no\""))
    try host.execute(.attach(adapter), within: .seconds(5))
    #expect(try machine.domain.xml(.stored).contains("managed='no'"))
  }

  @Test func aMachineThatIsNotThereIsSaid() throws {
    let nobody = VirtualMachineReference(computerName: "lab", identifier: .random(), name: "nobody")
    let error = #expect(throws: GPUPartitioningError.self) {
      try Self.host().execute(.start(nobody, from: .off), within: .seconds(1))
    }
    #expect(error?.code == .objectNotFound)
    #expect(error?.message == "Hyper-V was unable to find a virtual machine with name \"nobody\".")
  }

  @Test func aConnectionThatCannotBeOpenedNamesTheHost() throws {
    var settings = LinuxHostSettings()
    settings.libvirtURI = "qemu+unix:///system?socket=/nowhere/socket"
    settings.computerName = "lab"
    let host = LinuxHost(settings, tree: SysfsTree(root: "/nowhere"), programs: NoPrograms())
    let error = #expect(throws: GPUPartitioningError.self) { try host.snapshot(.machinesOnly) }
    #expect(error?.code == .hostUnreachable)
    #expect(error?.subject == "lab")
    #expect(error?.cause.contains("/nowhere/socket") == true)
    #expect(throws: Never.self) { try host.snapshot(.gpusOnly) }
  }

  @Test func libvirtIsAskedOnlyWhereThereIsAPartition() throws {
    var settings = LinuxHostSettings()
    settings.libvirtURI = "qemu+unix:///system?socket=/nowhere/socket"
    settings.additionalDevices = Set(VendorDevice("1d0f:cd01").map { [$0] } ?? [])
    let whole = try SysfsFixture(named: "generic-sriov")
    let host = LinuxHost(settings, tree: whole.tree, programs: NoPrograms())
    #expect(try host.snapshot(.gpusWithHolders).gpus.count == 1)
    let split = try SysfsFixture(named: "intel-b60")
    let other = LinuxHost(settings, tree: split.tree, programs: NoPrograms())
    #expect(throws: GPUPartitioningError.self) { try other.snapshot(.gpusWithHolders) }
  }

  @Test func machinesAreGivenOneAfterTheOther() throws {
    let host = try Self.host()
    let suffix = UniqueIdentifier.random()
    let machines = try (1...3).map { try Machine("stream \($0) \(suffix)") }
    var seen: [String] = []
    try host.visitVirtualMachines(.matching([NamePattern("stream*\(suffix)")])) { machine in
      seen.append(machine.name)
      return seen.count < 2
    }
    #expect(seen == machines.prefix(2).map(\.reference.name))
  }
}

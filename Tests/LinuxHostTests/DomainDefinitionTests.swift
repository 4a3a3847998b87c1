import GPUPartitioning
import Testing

@testable import LinuxHost

@Suite struct DomainDefinitionTests {
  @Test(
    arguments: [
      ("domain='0x0000' bus='0x08' slot='0x00' function='0x4'", "0000:08:00.4"),
      ("domain='0' bus='8' slot='0' function='4'", "0000:08:00.4"),
      ("bus='010' slot='0x1f' function='7'", "0000:08:1f.7"),
      ("domain='0x10000' bus='0xff' slot='0x1F' function='0x0'", "10000:ff:1f.0"),
      ("bus='0x08' slot='0x20' function='0'", nil), ("bus='0x08' slot='0' function='8'", nil), ("slot='0'", nil),
      ("bus='256' slot='0' function='0'", nil), ("bus='-1' slot='0' function='0'", nil),
      ("bus='x' slot='0' function='0'", nil), ("uuid='not one'", nil),
      ("uuid='C0FFEE00-0000-4000-8000-000000000001'", "c0ffee00-0000-4000-8000-000000000001"),
    ] as [(String, String?)]) func aHostDeviceIsWhereItsAddressSays(_ attributes: String, _ place: String?) throws
  {
    let xml = "<hostdev mode='subsystem' type='pci'><source><address \(attributes)/></source></hostdev>"
    let element = try #require(try XMLTree(xml).root)
    #expect(HostDevice(element)?.location.description == place)
  }

  @Test func functionsOfNetworkInterfacesAreDevicesToo() throws {
    let definition = try DomainDefinition(
      """
      <domain><devices>
        <interface type='hostdev'><source><address type='pci' domain='0' bus='1' slot='2' function='3'/></source></interface>
        <interface type='network'><source network='default'/></interface>
        <hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/></source></hostdev>
      </devices></domain>
      """)
    #expect(definition.devices.map(\.location.description) == ["0000:01:02.3"])
    #expect(definition.devices.map(\.isHostDevice) == [false])
  }

  @Test func theElementForAFunction() throws {
    let place = try #require(PCIAddress("0000:08:02.3"))
    let adapter = try #require(UniqueIdentifier("89abcdef-0123-4567-89ab-cdef01234567"))
    let xml = try HostDevice.xml(.virtualFunction(place), adapter: adapter, isManaged: false)
    #expect(
      xml == "<hostdev mode=\"subsystem\" type=\"pci\" managed=\"no\"><source><address domain=\"0x0000\" bus=\"0x08\" "
        + "slot=\"0x02\" function=\"0x3\"/></source><alias name=\"ua-gpup-89abcdef-0123-4567-89ab-cdef01234567\"/></hostdev>"
    )
    let device = try #require(try XMLTree(xml).root.flatMap { HostDevice($0) })
    #expect(device.adapterIdentifier == adapter)
    #expect(device.location == .virtualFunction(place))
  }

  @Test func theElementForAMediatedDevice() throws {
    let adapter = UniqueIdentifier.random()
    let xml = try HostDevice.xml(.mediatedDevice(adapter), adapter: adapter, isManaged: true)
    #expect(xml.hasPrefix("<hostdev mode=\"subsystem\" type=\"mdev\" managed=\"no\" model=\"vfio-pci\"><source>"))
    #expect(try XMLTree(xml).root.flatMap(HostDevice.init)?.location == .mediatedDevice(adapter))
  }

  @Test func whatGetVMShowsIsRead() throws {
    let definition = try DomainDefinition(
      """
      <domain type='kvm'><name>a</name><description>Build &amp; test</description>
        <memory unit='GiB'>4</memory><vcpu placement='static'>3</vcpu>
        <numatune><memory mode='strict' nodeset='1'/></numatune>
        <os><type arch='x86_64' machine='pc-q35-8.2'>hvm</type></os><features><acpi/></features>
        <devices><disk type='file' device='disk'><source file='/var/lib/a.qcow2'/></disk></devices></domain>
      """)
    #expect(definition.memory == 4 << 30)
    #expect(definition.processorCount == 3)
    #expect(definition.numaNode == 1)
    #expect(definition.isModern)
    #expect(definition.answersACPI)
    #expect(definition.description == "Build & test")
    #expect(definition.diskDirectory == "/var/lib")
  }

  @Test(
    arguments: [
      ("<memory>1024</memory>", 1 << 20), ("<memory unit='b'>7</memory>", 7),
      ("<memory unit='MB'>1</memory>", 1_000_000),
      ("<memory unit='parsecs'>1</memory>", 0), ("<memory unit='TiB'>99999999999</memory>", 0),
      ("<memory>x</memory>", 0),
      ("", 0),
    ] as [(String, Int64)]) func memoryHasUnits(_ element: String, _ bytes: Int64) throws
  {
    #expect(try DomainDefinition("<domain>\(element)</domain>").memory == bytes)
  }

  @Test func whatIsNoDefinitionIsRefused() {
    #expect(throws: XMLError.self) { try DomainDefinition("<network/>") }
    #expect(throws: XMLError.self) { try DomainDefinition("<domain>") }
  }

  @Test func boundsComeBackFromTheNotes() throws {
    let first = UniqueIdentifier.random()
    let second = UniqueIdentifier.random()
    var notes = AdapterNotes()
    var bounds = AdapterBounds.none
    bounds.vram = try RequestedBounds(minimum: 1, maximum: .max, optimal: 5)
    bounds.compute = try RequestedBounds(optimal: 7)
    notes.set(first, bounds)
    notes.set(second, .none)
    let element = try #require(try notes.xml())
    let again = AdapterNotes(try XMLTree(element).root)
    #expect(again == notes)
    #expect(again[first] == bounds)
    #expect(again[second] == .none)
    notes.keepOnly([second])
    #expect(try notes.xml() == nil)
  }

  @Test(arguments: [
    "<adapters/>", "<adapters><adapter/></adapters>", "<adapters><adapter id='x'/><other/></adapters>",
    "<adapters><adapter id='89abcdef-0123-4567-89ab-cdef01234567'><vram minimum='9' maximum='1'/></adapter></adapters>",
    "<adapters><adapter id='89abcdef-0123-4567-89ab-cdef01234567'><vram minimum='lots'/></adapter></adapters>",
  ]) func notesOfOthersAreNoBounds(_ xml: String) throws {
    let notes = AdapterNotes(try XMLTree(xml).root)
    #expect(notes.bounds.values.filter { !$0.isEmpty }.isEmpty)
  }
}

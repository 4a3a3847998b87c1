import Foundation
import GPUPartitioning
import SimulatedHost
import TestSupport
import Testing

struct StateFileTests {
  private let folder: TemporaryDirectory
  private var path: String { folder.path + "/tour.state" }

  init() throws { folder = try TemporaryDirectory() }

  private func datacenter() throws -> SimulatedDatacenter {
    try SimulatedDatacenter(file: path, scenario: Room.state(), clock: { 1000 })
  }

  private func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
  private func read() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func aTourGoesOnInTheNextShell() throws {
    let first = try datacenter()
    try first.apply(try PlanApplierTests.plan(.addCycling, first))
    try first.apply(try PlanApplierTests.plan(.bounds, first))
    let second = try datacenter()
    #expect(try second.outline() == first.outline())
    #expect(try second.machine("on").adapters.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["tour.state"])
  }

  @Test func everythingSurvivesTheFile() throws {
    var state = DefaultScenario.make(now: 5000)
    var odd = state.rooms[0].machines[0]
    odd.machine.notes = " line one\r\nline \\two\t = [x] é # "
    odd.machine.numaNode = 3
    odd.machine.isTransient = true
    odd.machine.obstacle = "A job."
    odd.machine.answersShutdown = false
    odd.machine.automaticStopAction = .save
    odd.machine.checkpointType = .standard
    odd.startFailure = "No."
    state.rooms[0].machines[0] = odd
    state.rooms[0].assign("web01", "0000:41:00.0", slot: 5)
    state.rooms[0].machines[0].machine.adapters[0].bounds.encode = try RequestedBounds(minimum: 0, maximum: .max)
    let datacenter = try SimulatedDatacenter(file: path, scenario: state)
    try datacenter.reset()
    #expect(try datacenter.state() == state)
  }

  @Test func aFileThatIsNotThereIsMadeByTheFirstChange() throws {
    let first = try datacenter()
    #expect(!FileManager.default.fileExists(atPath: path))
    try first.apply(try PlanApplierTests.plan(.start, first))
    #expect(try read().hasPrefix("gpsh simulation 1\n\n[host]\nname = a\n"))
  }

  @Test func resetGoesBackToTheScenario() throws {
    let first = try datacenter()
    let before = try first.outline()
    try first.apply(try PlanApplierTests.plan(.count, first))
    try first.reset()
    #expect(try datacenter().outline() == before)
    try write("rubbish")
    try SimulatedDatacenter.reset(file: path)
    #expect(try datacenter().inventory().hosts.map(\.computerName) == ["node1", "node2", "node3"])
  }

  @Test func aHandWrittenFileNeedsLittle() throws {
    try write(
      """
      gpsh simulation 1
      # One GPU, one machine.
      [host]
        name = lab
      [gpu]
      address=0000:08:00.0
      model = NVIDIA L4
      [machine]
      name = vm one
      id = 89abcdef-0123-4567-89ab-cdef01234567
      state = off
      """)
    let inventory = try datacenter().inventory()
    #expect(inventory.gpus.map(\.modelName) == ["NVIDIA L4"])
    #expect(inventory.virtualMachines.map(\.name) == ["vm one"])
  }

  @Test func linesMayEndAsOnWindows() throws {
    try datacenter().reset()
    let plain = try datacenter().state()
    try write(try read().replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(try datacenter().state() == plain)
  }

  static let identifier = "89abcdef-0123-4567-89ab-cdef01234567"
  static let gpu = "\n[gpu]\naddress = 08:00.0\nmodel = NVIDIA A2"
  static let machine = "\n[machine]\nname = vm\nid = \(identifier)\nstate = Off"

  static let wrong: [(String, String)] = [
    ("rubbish", "line 1: this is not a simulation file"), ("gpsh simulation", "line 1: this is not"),
    ("gpsh simulation 2\n[host]\nname = a", "line 1: its version is 2, and this gpsh reads version 1"),
    ("gpsh simulation 99999999999999999999", "line 1: this is not"), ("gpsh simulation 1", "line 1: it has no [host]"),
    ("gpsh simulation 1\nname = a", "line 2: a value before the first section"),
    ("gpsh simulation 1\n[host]", "line 2: the section [host] has no \"name\""),
    ("gpsh simulation 1\n[host]\nname = a\nname = b", "line 4: \"name\" comes twice"),
    ("gpsh simulation 1\n[host]\nname = a\n[host]\nname = A", "line 4: there are two hosts \"A\""),
    ("gpsh simulation 1\n[host]\nname = a\niommu = maybe", "line 4: \"maybe\" is no yes, no or unknown for \"iommu\""),
    ("gpsh simulation 1\n[host]\nname = a\ncolour = red", "line 4: \"colour\" is not known in [host]"),
    ("gpsh simulation 1\n[host]\nname = a\nrubbish", "line 4: neither a [section] nor"),
    ("gpsh simulation 1\n[gpu]\naddress = 08:00.0", "line 2: the section [gpu] comes before any [host]"),
    ("gpsh simulation 1\n[host]\nname = a\n[disk]", "line 4: there is no section [disk]"),
    ("gpsh simulation 1\n[host]\nname = a\n[adapter]", "line 4: the section [adapter] comes before any [machine]"),
    ("gpsh simulation 1\n[host]\nname = a\n[gpu]\naddress = x\nmodel = NVIDIA A2", "line 5: \"x\" is no PCI address"),
    ("gpsh simulation 1\n[host]\nname = a\n[gpu]\naddress = 08:00.0\nmodel = A9", "line 6: \"A9\" is no model"),
    (
      "gpsh simulation 1\n[host]\nname = a" + gpu + gpu, "line 7: there are two GPUs \"0000:08:00.0\" in one host"
    ),
    (
      "gpsh simulation 1\n[host]\nname = a" + machine + machine, "line 8: there are two machines with the id"
    ),
    (
      "gpsh simulation 1\n[host]\nname = a" + machine + "\n[adapter]\nid = \(identifier)\nlocation = here",
      "line 10: \"here\" is no PCI address or UUID"
    ),
    (
      "gpsh simulation 1\n[host]\nname = a" + machine
        + "\n[adapter]\nid = \(identifier)\nlocation = 08:00.4\nminimum-vram = 2\nmaximum-vram = 1",
      "line 8: the bounds of vram are out of order"
    ),
    (
      "gpsh simulation 1\n[host]\nname = a\n[gpu]\naddress = 08:00.0\nmodel = NVIDIA A2\ncount = 65535",
      "line 4: NVIDIA A2 cannot be split into 65535"
    ),
    (
      "gpsh simulation 1\n[host]\nname = a\n[gpu]\naddress = 08:00.0\nmodel = NVIDIA A2\ncount = 65536",
      "line 7: \"65536\" is no number from 0 to 65535"
    ),
    (
      "gpsh simulation 1\n[host]\nname = a\n[gpu]\naddress = 08:00.0\nmodel = NVIDIA A2\nflaws = dust",
      "line 7: \"dust\" is no list of flaws"
    ),
  ]

  @Test(arguments: wrong)
  func whatIsWrongIsNamedWithItsLine(text: String, complaint: String) throws {
    try write(text)
    let error = try refusal { _ = try datacenter() }
    #expect(error?.code == .invalidData)
    #expect(error?.message.contains(complaint) == true, "\(error?.message ?? "no error")")
    #expect(try read() == text)
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    try Data([0xff, 0xfe, 0]).write(to: URL(fileURLWithPath: path))
    #expect(try refusal { _ = try datacenter() }?.code == .invalidData)
  }

  @Test func aFolderIsNoFile() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let error = try refusal { _ = try datacenter() }
    #expect(error?.message == "The simulation file \"\(path)\" cannot be read: Is a directory.")
  }

  @Test func aFolderThatDoesNotExistIsNamedAtTheFirstChange() throws {
    let datacenter = try SimulatedDatacenter(file: folder.path + "/no/tour.state", scenario: Room.state())
    let plan = try PlanApplierTests.plan(.start, datacenter)
    let error = try refusal { try datacenter.apply(plan) }
    #expect(error?.message.hasSuffix("No such file or directory.") == true)
  }

  /// Cut anywhere, a file is either whole enough or refused; it is never changed by reading.
  @Test func truncatedFilesAreReadOrRefused() throws {
    try datacenter().reset()
    let whole = Array(try read().utf8)
    for length in stride(from: 1, to: whole.count, by: 7) {
      let text = String(decoding: whole.prefix(length), as: UTF8.self)
      try write(text)
      if let error = try refusal({ _ = try datacenter().inventory() }) { #expect(error.code == .invalidData) }
      #expect(try read() == text)
    }
  }

  @Test func damagedFilesAreReadOrRefused() throws {
    try datacenter().reset()
    let whole = Array(try read().utf8)
    var generator = SplitMix(state: 1)
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 9...126, using: &generator)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      if let error = try refusal({ _ = try datacenter().inventory() }) { #expect(error.code == .invalidData) }
    }
  }
}

/// The same numbers in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

import Foundation
import GPUPartitioning
import Testing

@testable import LinuxHost

@Suite struct MediatedDevicesTests {
  private static let card = "0000:3b:00.0"

  private static func device(_ slot: UInt16) throws -> UniqueIdentifier {
    MediatedDevices.identifier(try #require(PCIAddress(card)), slot: slot)
  }

  @Test func aCountMakesDevicesOfThePreferredType() throws {
    let machine = try SysfsFixture(named: "nvidia-t4")
    let host = machine.host()
    try host.split(Self.card, into: 4)
    let gpu = try host.gpu(Self.card)
    #expect(gpu.partitionCount == 4)
    #expect(gpu.partitions.map(\.identifier) == [0, 1, 2, 3])
    #expect(Set(gpu.partitions.compactMap(\.profile)) == ["nvidia-232"])
    #expect(gpu.partitions.allSatisfy { $0.amounts.vram == 4 << 30 })
    #expect(gpu.layout == PartitionLayout(count: 4, profile: "nvidia-232"))
    #expect(machine.changes.first == "\(try Self.device(0)) > 0000:3b:00.0/mdev_supported_types/nvidia-232/create")
    #expect(machine.changes.count == 4)
  }

  @Test func anotherProfileOfTheSameCountIsAnotherSplit() throws {
    let machine = try SysfsFixture(named: "nvidia-t4")
    let host = machine.host()
    try host.split(Self.card, into: 4)
    machine.forgetChanges()
    try host.split(Self.card, into: 4, profile: "nvidia-319")
    #expect(machine.changes.count == 8)
    #expect(try host.gpu(Self.card).layout == PartitionLayout(count: 4, profile: "nvidia-319"))
    machine.forgetChanges()
    try host.split(Self.card, into: 4, profile: "nvidia-319")
    #expect(machine.changes.isEmpty)
  }

  @Test func slotsKeepTheirDevicesAcrossCounts() throws {
    let machine = try SysfsFixture(named: "nvidia-t4")
    let host = machine.host()
    try host.split(Self.card, into: 2)
    let before = try host.gpu(Self.card).partitions.map(\.location)
    try host.split(Self.card, into: 8)
    #expect(try Array(host.gpu(Self.card).partitions.map(\.location).prefix(2)) == before)
    try host.split(Self.card, into: 0)
    #expect(try host.gpu(Self.card).partitions.isEmpty)
    #expect(machine.tree.namesIfAny("sys/bus/mdev/devices").isEmpty)
  }

  @Test func devicesOfOthersGetTheFreeSlots() throws {
    let machine = try SysfsFixture(named: "nvidia-t4")
    let host = machine.host()
    let types = "sys/bus/pci/devices/\(Self.card)/mdev_supported_types"
    let stranger = "11111111-2222-3333-4444-555555555555"
    try machine.tree.write(try Self.device(0).description, to: "\(types)/nvidia-231/create")
    try machine.tree.write(stranger, to: "\(types)/nvidia-231/create")
    let partitions = try host.gpu(Self.card).partitions
    #expect(partitions.map(\.location.description) == [try Self.device(0).description, stranger])
    #expect(partitions.map(\.identifier) == [0, 1])
    try host.split(Self.card, into: 0)
    #expect(try host.gpu(Self.card).partitions.isEmpty, "A count of 0 removes what others made, too.")
  }

  @Test(arguments: 0..<6) func aRefusedWriteIsTakenBack(_ position: Int) throws {
    let machine = try SysfsFixture(named: "nvidia-t4")
    let host = machine.host()
    try host.split(Self.card, into: 2)
    machine.forgetChanges()
    let before = try host.gpu(Self.card)
    machine.fail(write: position, .fail(ErrorNumber(EIO)))
    let error = #expect(throws: GPUPartitioningError.self) { try host.split(Self.card, into: 4) }
    #expect(error?.leftovers == [])
    let after = try host.gpu(Self.card)
    #expect(after.partitions.map(\.location) == before.partitions.map(\.location))
    #expect(after.layout == before.layout)
  }

  @Test func aProfileThatHoldsFewerIsRefused() throws {
    let machine = try SysfsFixture(named: "nvidia-t4")
    let host = machine.host()
    for (count, profile) in [(3, nil), (17, nil), (4, "nvidia-233"), (1, "nvidia-999")] as [(UInt16, String?)] {
      let error = #expect(throws: GPUPartitioningError.self) {
        try host.split(Self.card, into: count, profile: profile)
      }
      #expect(error?.code == .outOfRange, "\(count) \(profile ?? "")")
    }
    #expect(machine.changes.isEmpty)
  }
}

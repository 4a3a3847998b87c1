import Foundation
import GPUPartitioning
import TestSupport
import Testing

@testable import LinuxHost

@Suite struct InventoryTests {
  @Test(arguments: [
    "generic-sriov", "nvidia-a2", "nvidia-a2-off", "nvidia-t4", "intel-flex-170", "intel-b60", "amd-mi300x",
    "iommu-off",
    "function-memory-missing", "no-gpu", "passthrough", "hostile",
  ])
  func everyMachineReadsAsItsGoldenText(_ name: String) throws {
    let machine = try SysfsFixture(named: name)
    let host = machine.host(additional: ["1d0f:cd01"])
    let snapshot = try host.snapshot(.gpusOnly)
    let text = snapshot.gpus.map(InventoryText.describe).joined(separator: "\n") + "\n"
    let path = Fixtures.path("\(name).golden")
    if ProcessInfo.processInfo.environment["GPSH_WRITE_GOLDEN"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOfFile: path, encoding: .utf8))
    #expect(machine.changes.isEmpty, "Reading must not write.")
  }

  @Test func aNetworkCardIsAGPUOnlyWhereTheSettingsSaySo() throws {
    let machine = try SysfsFixture(named: "no-gpu")
    #expect(try machine.host().snapshot(.gpusOnly).gpus.isEmpty)
    let gpus = try machine.host(additional: ["8086:10c9"]).snapshot(.gpusOnly).gpus
    #expect(gpus.map(\.address.description) == ["0000:01:00.0"])
    #expect(gpus.first?.validPartitionCounts == [7, 6, 5, 4, 3, 2, 1])
  }

  @Test func oneGPUIsFoundByAddressAndByInstancePath() throws {
    let host = try SysfsFixture(named: "nvidia-a2").host()
    let all = try host.snapshot(.gpusOnly).gpus
    let name = try #require(all.first?.name.description)
    for text in ["0000:08:00.0", "08:00.0", name, name.lowercased()] {
      let scope = SnapshotScope(gpus: .named(text), machines: .none, needsHolders: false)
      #expect(try host.snapshot(scope).gpus == all, "\(text)")
    }
    for text in ["0000:08:00.4", "0000:09:00.0", "A2", "", "#&&&#0000&08&00&0#", "\\\\?\\PCI#X#0000&08&00&0#"] {
      let scope = SnapshotScope(gpus: .named(text), machines: .none, needsHolders: false)
      #expect(try host.snapshot(scope).gpus.isEmpty, "\(text)")
    }
  }

  @Test func aProcessThatHasAFunctionOpenIsItsHolder() throws {
    let machine = try SysfsFixture(named: "generic-sriov")
    let host = machine.host(additional: ["1d0f:cd01"])
    try host.split("0000:03:00.0", into: 2)
    try machine.put("dev/vfio/41 = ")
    try machine.put("proc/4711/comm = qemu-system-x86")
    try machine.put("proc/4711/fd/9 -> /dev/vfio/41")
    let gpu = try #require(try host.snapshot(.gpusOnly).gpus.first)
    #expect(gpu.heldPartitions.isEmpty)
    let held = try #require(try host.snapshot(.gpusWithHolders).gpus.first?.heldPartitions)
    #expect(held.map(\.identifier) == [1])
    #expect(held.first?.holders == [.other("process 4711 (qemu-system-x86)")])
  }

  @Test func functionsThatShareAnIsolationGroupCannotBeGivenAway() throws {
    let machine = try SysfsFixture(named: "intel-b60")
    try machine.put("sys/devices/pci0000:00/0000:05:00.2/iommu_group -> ../../../kernel/iommu_groups/60")
    let partitions = try #require(try machine.host().snapshot(.gpusOnly).gpus.first?.partitions)
    #expect(partitions.map(\.isFree) == [false, false])
  }
}

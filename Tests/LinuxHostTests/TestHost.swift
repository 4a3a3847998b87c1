import GPUPartitioning
import Synchronization
import Testing

@testable import LinuxHost

extension SysfsFixture {
  /// A host on this machine; its libvirt is the tests' one.
  func host(additional devices: [String] = [], programs: any ProgramRunner = NoPrograms()) -> LinuxHost {
    var settings = LinuxHostSettings()
    settings.additionalDevices = Set(devices.compactMap { VendorDevice($0) })
    settings.libvirtURI = LibvirtTests.uri
    settings.computerName = "lab"
    return LinuxHost(settings, tree: tree, programs: programs)
  }
}

extension LinuxHost {
  func gpu(_ address: String) throws -> PartitionableGPU {
    let scope = SnapshotScope(gpus: .named(address), machines: .none, needsHolders: false)
    return try #require(try snapshot(scope).gpus.first)
  }

  /// Executes the step that splits a GPU, whatever planners would say to it.
  func split(_ address: String, into count: UInt16, profile: String? = nil) throws {
    let gpu = try gpu(address)
    let layout = PartitionLayout(count: count, profile: profile)
    try execute(.setPartitionCount(gpu.reference, from: gpu.layout, to: layout), within: .seconds(5))
  }
}

/// A host without any program, which notes what it was asked for.
final class NoPrograms: ProgramRunner {
  let asked = Mutex<[String]>([])

  func run(
    _ candidates: [String], _ arguments: [String], deadlineMilliseconds: Int
  ) throws(ProgramError) -> ProgramResult {
    asked.withLock { $0.append(([candidates.first ?? ""] + arguments).joined(separator: " ")) }
    throw ProgramError(program: candidates.first ?? "", cause: .notFound)
  }
}

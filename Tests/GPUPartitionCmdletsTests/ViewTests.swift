import GPUPartitionCmdlets
import ShellFormatting
import ShellObjects
import Testing

/// What a user sees where nothing special is asked for.
struct ViewTests {
  private func shown(_ objects: [Value]) throws -> String {
    let views = FormatViews()
    views.register(GPUPartitionViews.all)
    var lines: [String] = []
    let pipeline = FormatPipeline(views: views, settings: FormatSettings(width: 120)) { lines.append($0) }
    for object in objects { try pipeline.write(object) }
    try pipeline.finish()
    return lines.joined(separator: "\n")
  }

  @Test func machinesAreHyperVsTable() throws {
    let text = try shown(try Bench().run("Get-VM", ["Name": .strings("cad*")]).output)
    #expect(text.contains("Name  State   CPUUsage(%) MemoryAssigned(M) Uptime"))
    #expect(text.contains("cad01 Running 3           32768             "))
    #expect(text.contains("cad02 Off     0           0                 "))
  }

  @Test func aGPUIsAListOfHyperVsProperties() throws {
    let text = try shown(Array(try Bench().run("Get-VMHostPartitionableGpu").output.prefix(1)))
    #expect(text.contains("\nValidPartitionCounts          : {16, 8, 4, 2…}\n"))
    #expect(text.contains("\nCimSession                    : CimSession: node1\n"))
    #expect(text.contains("\nIsDeleted                     : False"))
    #expect(!text.contains("HomogeneousSet"))
  }

  @Test func anAdapterIsAListWithBlanksForWhatIsNotSet() throws {
    let text = try shown(try Bench().run("Get-VMGpuPartitionAdapter", ["VMName": .strings("cad02")]).output)
    #expect(text.contains("\nMinPartitionVRAM              : \n"))
    #expect(text.contains("\nPartitionId                   : 1\n"))
    #expect(text.contains("\nVMName                        : cad02\n"))
  }

  @Test func aDriverStatusIsOneLineAGPUBelowItsComputer() throws {
    let text = try shown(try Bench().run("verify-driver").output)
    #expect(text.contains("   ComputerName: node1\n\nPciAddress   GpuName                AssignedStatus Reason"))
    #expect(text.contains("\n0000:08:00.0 NVIDIA A2              Partitioned    Ready"))
  }

  @Test func aPreviewIsOneLineACountBelowItsGPU() throws {
    let text = try shown(try Bench().run("configure-count", ["Name": .strings("08:00.0")]).output)
    #expect(text.contains("   Gpu: NVIDIA A2, 0000:08:00.0 on node1\n\nPartitionCount VRAM of each IsCurrent Profiles"))
    #expect(text.contains("\n             4         4 GB False     {NVIDIA A2-4Q}"))
  }
}

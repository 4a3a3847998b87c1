import CmdletKit
import GPUPartitioning
import ShellObjects

struct GetVMHostPartitionableGpu: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Get-VMHostPartitionableGpu", aliases: ["Get-VMPartitionableGpu"], defaultParameterSet: "ComputerName",
    outputs: [PartitionableGPU.typeName],
    synopsis: "Gets the GPUs of a computer that can be split into partitions.",
    details: """
      Each GPU tells into how many partitions it can be split (ValidPartitionCounts), into how many it is \
      (PartitionCount), and what the GPU and one partition have. Memory is in bytes, encode and decode in streams of \
      960 × 540 at 60 Hz, compute in gigaflops at half precision; 18446744073709551615 stands for what is not \
      partitioned. GPUs that cannot be split are listed by Test-VMHostGpuDriver.
      """,
    examples: [
      Example("Lists the GPUs of this computer.", code: "Get-VMHostPartitionableGpu"),
      Example(
        "Finds GPUs that can be split into four partitions.",
        code: "Get-VMHostPartitionableGpu | Where-Object { $_.ValidPartitionCounts -contains 4 }"),
    ])

  let access: HostAccess
  let computers = ComputerParameters.ofGPUs

  @Parameter(
    "Name", .validate(.notNullOrEmpty), .completer(.gpuName),
    help: "The GPU's name, or its PCI address; nothing is written where no GPU has it.")
  var name: String?

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      var isEmpty = true
      for host in try computers.hosts(access, { try report($0, context) }) {
        try attempt(context) {
          let gpus = try host.snapshot(.gpusWithHolders).partitionableGPUs
          isEmpty = isEmpty && gpus.isEmpty
          for gpu in name.map({ gpus.named($0) }) ?? gpus { try context.write(gpu.shellObject) }
        }
      }
      if isEmpty { try context.writeWarning(GPUPartitioningError.noPartitionableGPU) }
    }
  }
}

import CmdletKit
import GPUPartitioning
import ShellObjects

struct TestVMHostGpuDriver: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Test-VMHostGpuDriver", aliases: ["verify-driver"], defaultParameterSet: "ComputerName",
    confirmImpact: .low,
    outputs: [DriverStatus.typeName, "System.Boolean"],
    synopsis: "Tells for each GPU of a computer whether it can be split into partitions, and if not, why.",
    details: """
      Lists every GPU with its assigned status: Partitioned (it can be split), Paravirtualization (it could, but the \
      computer is not set up for it), Ready for DDA assignment (only whole), or Not assignable. Reason, Missing and \
      Remedy say what stands in the way and what would help. Nothing is changed. $LASTEXITCODE is 0 where every GPU \
      that can be split is ready, 1 where something has to be mended, and 2 where no GPU can be split; -Quiet gives \
      that as a Boolean.
      """,
    examples: [
      Example(
        "Looks at the GPUs of this computer.",
        code: "Test-VMHostGpuDriver | Format-Table ComputerName, GpuName, AssignedStatus, Reason"),
      Example(
        "Shows what has to be mended on all computers.",
        code: "verify-driver -ComputerName * | Where-Object Remedy | Format-List ComputerName, GpuName, Missing, Remedy"
      ),
      Example("Asks in a script.", code: "if (-not (Test-VMHostGpuDriver -Quiet)) { 'Not ready' }"),
    ])

  let access: HostAccess
  let computers = ComputerParameters.ofGPUs

  @Parameter(
    "Name", .validate(.notNullOrEmpty), .completer(.gpuName), help: "Only this GPU: its name, or its PCI address.")
  var name: String?

  @Parameter("Quiet", help: "Writes true where every GPU that can be split is ready, and false otherwise.")
  var quiet: Bool

  mutating func process(_ context: any CmdletContext) throws {
    var statuses: [DriverStatus] = []
    try attempt(context) {
      for host in try computers.hosts(access, { try report($0, context) }) {
        let sentence = "\(cmdletName) will examine the GPUs of the computer \"\(host.name)\"."
        guard try context.shouldProcess(description: sentence, warning: sentence, caption: "Confirm") else { continue }
        try attempt(context) { statuses += try examine(host, context) }
      }
      guard !context.isWhatIf else { return }
      try conclude(statuses, context)
    }
  }

  private func examine(_ host: any VirtualizationHost, _ context: any CmdletContext) throws -> [DriverStatus] {
    var found: [DriverStatus] = []
    let gpus = try host.snapshot(.gpusOnly).gpus
    for gpu in name.map({ gpus.named($0) }) ?? gpus {
      try context.checkCancellation()
      let verification = DriverVerification(of: gpu, try host.readiness(of: gpu.reference))
      let status = DriverStatus(gpu: gpu, verification: verification)
      found.append(status)
      if !quiet { try context.write(status.shellObject) }
    }
    return found
  }

  private func conclude(_ statuses: [DriverStatus], _ context: any CmdletContext) throws {
    let canSplit = statuses.contains(where: \.verification.isReady)
    let isReady = canSplit && !statuses.contains(where: \.isMendable)
    if !canSplit { try context.writeWarning(GPUPartitioningError.noPartitionableGPU) }
    let exitCode = isReady ? 0 : canSplit ? 1 : 2
    try context.session.setVariable("LASTEXITCODE", exitCode.value, scope: "Global")
    if quiet { try context.write(.bool(isReady)) }
  }
}

import CmdletKit
import GPUPartitioning
import ShellObjects

struct GetVMGpuPartitionAdapter: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Get-VMGpuPartitionAdapter", defaultParameterSet: "VMName", outputs: [AdapterRecord.typeName],
    synopsis: "Gets the GPU partition adapters of virtual machines.",
    details: "A virtual machine without a GPU partition gives nothing, and that is no error.",
    examples: [
      Example("Gets the adapter of a machine.", code: "Get-VMGpuPartitionAdapter -VMName cad01"),
      Example("Lists which machine has which GPU.", code: "Get-VM | Get-VMGpuPartitionAdapter"),
    ])

  let access: HostAccess
  let machines = MachineParameters.ofAdapters(.assignedVMName)

  @Parameter(
    "AdapterId", .validate(.notNullOrEmpty), .completer(.adapterId),
    help: "The Id of the adapter; case does not matter.")
  var adapterId: String?

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      for machine in try chosenMachines(machines, context) {
        try attempt(context) {
          guard let found = try access.machine(machine.reference) else {
            throw GPUPartitioningError.machineNotFound(name: machine.reference.name)
          }
          for adapter in found.adapters where adapterId.map(adapter.reference.isNamed) ?? true {
            try context.write(AdapterRecord(adapter).shellObject)
          }
        }
      }
    }
  }
}

import CmdletKit
import GPUPartitioning
import ShellObjects

/// Adapters of one machine that a command is to work on.
struct ChosenAdapters {
  let machine: VirtualMachineReference
  /// The ids of the adapters; nil for all that the machine has.
  let identifiers: [String]?
}

/// The adapters a cmdlet works on: those of machines, or objects.
struct AdapterParameters: ParameterGroup {
  let machines: MachineParameters
  @Parameter var objects: [PayloadArgument<AdapterRecord>]
  @Parameter var adapterId: String?

  init(pipesNames: Bool) {
    machines = .ofAdapters(pipesNames: pipesNames, .assignedVMName)
    _objects = Parameter(
      "VMGpuPartitionAdapter", .in("Object", .mandatory, .position(0), .fromPipeline), .validate(.notNullOrEmpty),
      help: "The adapters, as Get-VMGpuPartitionAdapter gives them.")
    _adapterId = Parameter(
      "AdapterId", .in("VMName"), .in("VMObject"), .validate(.notNullOrEmpty), .completer(.adapterId),
      help: "The Id of one adapter; without it all adapters of the virtual machine are meant.")
  }
}

extension HostCmdlet {
  /// The adapters of `parameters`; a machine that does not exist is reported, and that it has no adapter, as Hyper-V does.
  func chosenAdapters(_ parameters: AdapterParameters, _ context: any CmdletContext) throws -> [ChosenAdapters] {
    if parameters.$objects.isBound {
      return parameters.objects.compactMap(\.payload?.adapter.reference).map {
        ChosenAdapters(machine: $0.machine, identifiers: [$0.description])
      }
    }
    let machines = try chosenMachines(parameters.machines, context) { .adapterNotFound(machine: $0) }
    return machines.map { ChosenAdapters(machine: $0.reference, identifiers: parameters.adapterId.map { [$0] }) }
  }
}

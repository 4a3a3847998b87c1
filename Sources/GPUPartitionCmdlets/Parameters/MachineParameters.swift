import CmdletKit
import GPUPartitioning
import ShellObjects

/// A virtual machine that a command is to work on.
struct ChosenMachine {
  let reference: VirtualMachineReference
  /// A name with wildcards brought it in, so it may be passed over where it does not fit.
  let isByPattern: Bool
}

/// The virtual machines a cmdlet works on: by name, on the computers given, or as objects.
struct MachineParameters: ParameterGroup {
  @Parameter var names: [String]
  @Parameter var objects: [PayloadArgument<MachineRecord>]
  let computers: ComputerParameters

  /// Cmdlets about adapters: sets VMName and VMObject.
  static func ofAdapters(pipesNames: Bool = true, _ completer: CompleterKind) -> MachineParameters {
    MachineParameters(
      "VMName", set: "VMName", pipesNames: pipesNames, alias: .completer(completer), completer)
  }

  /// Cmdlets about the machines themselves: sets Name and VMObject, with the alias VMName.
  static var ofMachines: MachineParameters {
    MachineParameters("Name", set: "Name", pipesNames: true, alias: .alias("VMName"), .vmName)
  }

  private init(
    _ name: String, set: String, pipesNames: Bool, alias: ParameterTrait, _ completer: CompleterKind
  ) {
    _names = Parameter(
      name,
      pipesNames
        ? .in(set, .mandatory, .position(0), .fromPipeline) : .in(set, .mandatory, .position(0)),
      alias, .completer(completer), .validate(.notNullOrEmpty), .wildcards,
      help: "Names of the virtual machines; wildcards are allowed.")
    _objects = Parameter(
      "VM", .in("VMObject", .mandatory, .position(0), .fromPipeline), .validate(.notNullOrEmpty),
      help: "The virtual machines, as Get-VM gives them.")
    computers = .ofMachines(in: set)
  }
}

extension MachineParameters {
  /// The machines that are there, each once; `missing` gets the names that none has.
  func machines(
    _ access: HostAccess, report: (GPUPartitioningError) throws -> Void, missing: (String) throws -> Void
  ) throws -> [ChosenMachine] {
    var chosen = objects.compactMap(\.payload).map { ChosenMachine(reference: $0.reference, isByPattern: false) }
    guard !names.isEmpty else { return chosen }
    let patterns = names.map(NamePattern.init)
    var found: [VirtualMachine] = []
    var answered = false
    for host in try computers.hosts(access, report) {
      do throws(GPUPartitioningError) {
        found += try host.snapshot(.machines(patterns)).virtualMachines
        answered = true
      } catch { try report(error) }
    }
    guard answered else { return chosen }
    for (name, pattern) in zip(names, patterns) {
      let matches = found.filter { pattern.matches($0.name) }
      if matches.isEmpty { try missing(name) }
      for machine in matches where !chosen.contains(where: { $0.reference == machine.reference }) {
        chosen.append(ChosenMachine(reference: machine.reference, isByPattern: !pattern.isLiteral))
      }
    }
    return chosen
  }
}

extension HostCmdlet {
  /// The machines of `parameters`; those that do not exist are reported in Hyper-V's words.
  ///
  /// `also` is what Hyper-V says after that for the same name.
  func chosenMachines(
    _ parameters: MachineParameters, _ context: any CmdletContext,
    also: ((String) -> GPUPartitioningError)? = nil
  ) throws -> [ChosenMachine] {
    try parameters.machines(
      access, report: { try report($0, context) },
      missing: { name in
        try report(.machineNotFound(name: name), context)
        if let also { try report(also(name), context) }
      })
  }
}

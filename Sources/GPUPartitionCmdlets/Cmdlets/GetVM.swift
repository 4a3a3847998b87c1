import CmdletKit
import GPUPartitioning
import ShellObjects

struct GetVM: HostCmdlet {
  static let declaration = CmdletDeclaration(
    hyperV: "Get-VM", defaultParameterSet: "Name", outputs: [MachineRecord.typeName],
    synopsis: "Gets the virtual machines of a computer.",
    details: """
      The objects are alive: their State, Uptime and other properties tell how the machine is when they are read, so a \
      script can wait for a change.
      """,
    examples: [
      Example("Lists the machines of this computer.", code: "Get-VM"),
      Example("Gets machines by name.", code: "Get-VM cad*, web01"),
      Example("Gets machines that run.", code: "Get-VM -ComputerName * | Where-Object State -eq Running"),
    ])

  let access: HostAccess

  @Parameter(
    "Name", .in("Name", .position(0), .fromPipeline), .alias("VMName"), .validate(.notNullOrEmpty), .completer(.vmName),
    .wildcards, help: "Names of the virtual machines; wildcards are allowed. All of them where it is left out.")
  var names: [String]

  @Parameter(
    "Id", .in("Id", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    help: "The id of one virtual machine.")
  var id: IdentifierArgument

  let computers = ComputerParameters.ofMachines(in: "Name", "Id")

  mutating func process(_ context: any CmdletContext) throws {
    try attempt(context) {
      if let identifier = id.identifier { return try writeMachine(identifier, context) }
      try writeMachines(context)
    }
  }

  private func hosts(_ context: any CmdletContext) throws -> [any VirtualizationHost] {
    try computers.hosts(access) { try report($0, context) }
  }

  private func writeMachine(_ identifier: UniqueIdentifier, _ context: any CmdletContext) throws {
    var isFound = false
    for host in try hosts(context) {
      try attempt(context) { try visit(host, .identified([identifier]), context) { _ in isFound = true } }
    }
    guard !isFound else { return }
    let error = GPUPartitioningError.machineNotFound(identifier: identifier)
    try report(GetVM.notFound(error), context, target: identifier.guid)
  }

  private func writeMachines(_ context: any CmdletContext) throws {
    let patterns = names.map(NamePattern.init)
    var isFound = [Bool](repeating: false, count: patterns.count)
    for host in try hosts(context) {
      try attempt(context) {
        try visit(host, patterns.isEmpty ? .all : .matching(patterns), context) { machine in
          for (index, pattern) in patterns.enumerated() where pattern.matches(machine.name) { isFound[index] = true }
        }
      }
    }
    for (name, isFound) in zip(names, isFound) where !isFound {
      try report(GetVM.notFound(.machineNotFound(name: name)), context, target: .string(name))
    }
  }

  /// Writes each machine as soon as its host has read it.
  private func visit(
    _ host: any VirtualizationHost, _ selection: SnapshotScope.Machines, _ context: any CmdletContext,
    _ note: (VirtualMachine) -> Void
  ) throws {
    var unwinding: (any Error)?
    try host.visitVirtualMachines(selection) { machine in
      note(machine)
      do {
        try context.checkCancellation()
        try context.write(MachineRecord(machine, access).shellObject)
      } catch { unwinding = error }
      return unwinding == nil
    }
    if let unwinding { throw unwinding }
  }

  /// Get-VM alone reports a missing machine as a bad parameter.
  private static func notFound(_ error: GPUPartitioningError) -> GPUPartitioningError {
    GPUPartitioningError(.invalidParameter, error.subject, error.message)
  }
}

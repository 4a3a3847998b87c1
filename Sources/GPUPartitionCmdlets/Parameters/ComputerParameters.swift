import CmdletKit
import GPUPartitioning
import ShellObjects

/// The computers a cmdlet works on, as every Hyper-V cmdlet takes them; the local one where none is given.
struct ComputerParameters: ParameterGroup {
  @Parameter var computerName: [String]
  @Parameter var credential: [Value]
  @Parameter var cimSession: [PayloadArgument<CimSession>]

  /// Cmdlets about GPUs: a set for names, and one for sessions.
  static var ofGPUs: ComputerParameters {
    ComputerParameters(
      name: .in("ComputerName", .position(0)), credential: .in("ComputerName", .position(1)),
      session: .in("CimSession", .mandatory, .position(0), .fromPipelineByPropertyName))
  }

  /// Cmdlets about machines: all three beside the machine's name or id, by name only.
  static func ofMachines(in set: String, _ other: String? = nil) -> ComputerParameters {
    ComputerParameters(name: .in(set), credential: .in(set), session: .in(set), also: .in(other ?? set))
  }

  private init(name: ParameterTrait, credential: ParameterTrait, session: ParameterTrait, also: ParameterTrait? = nil) {
    _computerName = Parameter(
      "ComputerName", name, also ?? name, .alias("Cn"), .validate(.notNullOrEmpty), .completer(.hostName), .wildcards,
      help: "The computers to work on; the local one by default. Wildcards stand for the computers known here.")
    _credential = Parameter(
      "Credential", credential, also ?? credential, .shownAs("System.Management.Automation.PSCredential[]"),
      help: "Not supported: other computers are reached with your own account's keys.")
    _cimSession = Parameter(
      "CimSession", session, also ?? session, .validate(.notNullOrEmpty),
      help: "The CimSession of an object of another Hyper-V cmdlet, or a computer's name; excludes ComputerName.")
  }
}

extension ComputerParameters {
  /// The hosts, in the order given, each once; `report` gets those that cannot be found.
  func hosts(
    _ access: HostAccess, _ report: (GPUPartitioningError) throws -> Void
  ) throws -> [any VirtualizationHost] {
    if let refusal { throw refusal }
    let sessions = cimSession.compactMap(\.payload?.computerName)
    let names = computerName + sessions
    let directory = try access.directory()
    guard !names.isEmpty else { return [directory.local] }
    var hosts: [any VirtualizationHost] = []
    for name in names {
      do throws(GPUPartitioningError) {
        for host in try directory.hosts(matching: name) where !hosts.contains(where: { $0 === host }) {
          hosts.append(host)
        }
      } catch { try report(ComputerParameters.hinting(error, name)) }
    }
    return hosts
  }

  /// The first argument is a computer, where some expect a GPU.
  private static func hinting(_ error: GPUPartitioningError, _ name: String) -> GPUPartitioningError {
    let plain = GPUName.plain(name)
    guard plain.uppercased().hasPrefix(#"\\?\PCI#"#) || PCIAddress(plain) != nil else { return error }
    var hinting = error
    hinting.cause = "It looks like the name of a GPU: use -Name."
    return hinting
  }

  private var refusal: GPUPartitioningError? {
    if $cimSession.isBound, $computerName.isBound || $credential.isBound {
      return GPUPartitioningError(
        .invalidParameter, "CimSession", "CimSession cannot be used together with ComputerName or Credential.")
    }
    guard $credential.isBound else { return nil }
    return GPUPartitioningError(
      .notSupported, "Credential",
      "Credentials are not used here: other computers are reached with your own account's keys. Leave out -Credential.")
  }
}

extension HostDirectory {
  /// The host of this name, or those that a name with wildcards matches.
  func hosts(matching name: String) throws(GPUPartitioningError) -> [any VirtualizationHost] {
    let pattern = NamePattern(name)
    if pattern.isLiteral { return [try host(name)] }
    let found = hosts.filter { pattern.matches($0.name) }
    return found.isEmpty ? [try host(name)] : found
  }
}

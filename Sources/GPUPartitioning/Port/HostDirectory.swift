/// The hosts that a session can reach: this machine, and others by name.
package final class HostDirectory {
  package let local: any VirtualizationHost
  /// The local one first.
  package let hosts: [any VirtualizationHost]

  package init(local: any VirtualizationHost, others: [any VirtualizationHost] = []) {
    self.local = local
    hosts = [local] + others
  }

  /// `.`, `localhost` and the local host's own name are the local host; case does not matter.
  ///
  /// Throws `HostUnreachable` where nobody has the name.
  package func host(_ computerName: String) throws(GPUPartitioningError) -> any VirtualizationHost {
    let wanted = computerName.lowercased()
    if wanted == "." || wanted == "localhost" { return local }
    if let found = hosts.first(where: { $0.name.lowercased() == wanted }) { return found }
    throw GPUPartitioningError(
      .hostUnreachable, computerName,
      "The computer \"\(computerName)\" is not known here. Known computers: "
        + hosts.map { "\"\($0.name)\"" }.joined(separator: ", ") + ".")
  }

  /// Snapshots of the hosts named, or of the local one where `computerNames` is empty.
  package func inventory(
    of computerNames: [String] = [], _ scope: SnapshotScope = .everything
  ) throws(GPUPartitioningError) -> HostInventory {
    guard !computerNames.isEmpty else { return HostInventory([try local.snapshot(scope)]) }
    var snapshots: [HostSnapshot] = []
    for name in computerNames { snapshots.append(try host(name).snapshot(scope)) }
    return HostInventory(snapshots)
  }
}

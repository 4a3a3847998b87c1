import CLibvirt
import GPUPartitioning

extension GPUPartitioningError {
  /// What libvirt answered, in Hyper-V's terms.
  ///
  /// Source: libvirt, virterror.h.
  init(_ error: LibvirtError, host: String, machine: String? = nil, doing action: String? = nil) {
    if error.isCode(VIR_ERR_OPERATION_DENIED, VIR_ERR_ACCESS_DENIED, VIR_ERR_AUTH_FAILED, VIR_ERR_AUTH_UNAVAILABLE) {
      self = .accessDenied(host: host, cause: error.description + " Members of the group 'libvirt' may do it.")
    } else if error.isCode(VIR_ERR_NO_DOMAIN), let machine {
      self = .machineNotFound(name: machine)
    } else if let machine {
      let sentence = action.map { "Virtual machine \"\(machine)\" could not be \($0)." }
      self.init(
        GPUPartitioningError.code(of: error), machine,
        sentence ?? "Virtual machine \"\(machine)\" cannot be read.", cause: error.description)
    } else if GPUPartitioningError.isUnreachable(error) {
      self.init(
        .hostUnreachable, host,
        "The virtual machines of \"\(host)\" cannot be reached. Start libvirt: systemctl start libvirtd.socket, or "
          + "virtqemud.socket.", cause: error.description)
    } else {
      self.init(
        GPUPartitioningError.code(of: error), host, "The virtual machines of \"\(host)\" cannot be read.",
        cause: error.description)
    }
  }

  private static func isUnreachable(_ error: LibvirtError) -> Bool {
    error.isCode(VIR_ERR_NO_CONNECT, VIR_ERR_SYSTEM_ERROR, VIR_ERR_RPC, VIR_ERR_INVALID_CONN, VIR_ERR_NO_SERVER)
  }

  private static func code(of error: LibvirtError) -> Code {
    if isUnreachable(error) { return .hostUnreachable }
    if error.isCode(VIR_ERR_NO_DOMAIN) { return .objectNotFound }
    if error.isCode(VIR_ERR_OPERATION_INVALID) { return .invalidState }
    if error.isCode(VIR_ERR_OPERATION_TIMEOUT, VIR_ERR_AGENT_UNRESPONSIVE) { return .operationTimeout }
    if error.isCode(VIR_ERR_RESOURCE_BUSY) { return .objectInUse }
    if error.isCode(VIR_ERR_NO_SUPPORT, VIR_ERR_OPERATION_UNSUPPORTED, VIR_ERR_CONFIG_UNSUPPORTED) {
      return .notSupported
    }
    return .operationFailed
  }

  static func gpuNotFound(_ address: PCIAddress, host: String) -> GPUPartitioningError {
    GPUPartitioningError(.objectNotFound, address.description, "GPU \"\(address)\" was not found on \"\(host)\".")
  }
}

extension LinuxHost {
  /// Calls libvirt about no machine in particular.
  func calling<Result>(_ body: () throws(LibvirtError) -> Result) throws(GPUPartitioningError) -> Result {
    do throws(LibvirtError) {
      return try body()
    } catch {
      throw GPUPartitioningError(error, host: name)
    }
  }

  /// Calls libvirt about a machine; `action` completes "could not be …".
  func calling<Result>(
    _ machine: VirtualMachineReference, _ action: String, _ body: () throws(LibvirtError) -> Result
  ) throws(GPUPartitioningError) -> Result {
    do throws(LibvirtError) {
      return try body()
    } catch {
      throw GPUPartitioningError(error, host: name, machine: machine.name, doing: action)
    }
  }
}

package import CmdletKit
package import GPUPartitioning

// GPUPartitionCmdlets: the room where the two towers meet. Hyper-V's cmdlets, objects and texts on one side, the
// domain's snapshots, planners and plans on the other.
//
// Reading order: HostAccess (the hosts, made when first asked for), Objects (what scripts see), Parameters (what
// several cmdlets share), HostCmdlet and ChangeRun (how every cmdlet reports and changes), Cmdlets (one file each).

/// Hyper-V's cmdlets over a directory of hosts.
///
/// The composition root registers `module` with the session and `GPUPartitionTypes.declarations` with the type registry.
package struct GPUPartitionModule {
  package let module: CmdletModule

  /// `directory` is called when the first cmdlet or completion needs a host, never at start.
  package init(
    policy: PartitionPolicy = .default, directory: @escaping () throws(GPUPartitioningError) -> HostDirectory
  ) {
    let access = HostAccess(policy: policy, directory)
    module = CmdletModule(
      GPUPartitionModule.name, GPUPartitionModule.cmdlets(access), completers: HostCompleters(access).byKind)
  }

  /// The name that `Import-Module` and `Get-Command` know; Hyper-V's.
  static let name = "Hyper-V"

  private static func cmdlets(_ access: HostAccess) -> [CmdletRegistration] {
    [
      CmdletRegistration { GetVMHostPartitionableGpu(access: access) },
      CmdletRegistration { SetVMHostPartitionableGpu(access: access) },
      CmdletRegistration { AddVMGpuPartitionAdapter(access: access) },
      CmdletRegistration { GetVMGpuPartitionAdapter(access: access) },
      CmdletRegistration { SetVMGpuPartitionAdapter(access: access) },
      CmdletRegistration { RemoveVMGpuPartitionAdapter(access: access) },
      CmdletRegistration { TestVMHostGpuDriver(access: access) },
      CmdletRegistration { SetVMHostGpuPartitionCount(access: access) },
      CmdletRegistration { GetVM(access: access) },
      CmdletRegistration { StartVM(access: access) },
      CmdletRegistration { StopVM(access: access) },
      CmdletRegistration { RestartVM(access: access) },
    ]
  }
}

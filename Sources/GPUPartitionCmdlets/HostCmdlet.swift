import CmdletKit
import GPUPartitioning
import ShellObjects

/// A cmdlet over hosts: how all of them report what goes wrong.
protocol HostCmdlet: Cmdlet {
  var access: HostAccess { get }
}

extension HostCmdlet {
  /// Runs one unit of work; what the domain refuses is reported, and the next unit can be tried.
  func attempt(_ context: any CmdletContext, target: Value = .null, _ body: () throws -> Void) throws {
    do { try body() } catch let error as GPUPartitioningError {
      try report(error, context, target: target)
    }
  }

  /// Writes an error to the error stream under Hyper-V's id for this cmdlet.
  func report(_ error: GPUPartitioningError, _ context: any CmdletContext, target: Value = .null) throws {
    try context.writeError(error.record(by: Self.declaration, target: target))
  }

  /// `Verb-Noun`, as Hyper-V begins its sentences.
  var cmdletName: String { Self.declaration.name }
}

extension CmdletDeclaration {
  /// A cmdlet of Hyper-V's module, which reports its errors under the name of Hyper-V's class.
  init(
    hyperV name: String, aliases: [String] = [], defaultParameterSet: String, confirmImpact: ConfirmImpact? = nil,
    outputs: [String], synopsis: String, details: String, examples: [Example]
  ) {
    let className = name.split(separator: "-").joined()
    self.init(
      name, aliases: aliases, defaultParameterSet: defaultParameterSet, confirmImpact: confirmImpact, outputs: outputs,
      module: GPUPartitionModule.name, reportingName: "Microsoft.HyperV.PowerShell.Commands.\(className)",
      synopsis: synopsis, details: details, examples: examples)
  }
}

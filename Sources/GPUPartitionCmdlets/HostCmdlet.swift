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

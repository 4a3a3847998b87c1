import BuiltinCmdlets
import CmdletKit
import GPUPartitionCmdlets
import ShellEngine
import ShellFormatting
import ShellObjects
import ShellTypes
import SourceText
import Testing

/// Every example of the help runs as it is written, in the real engine, on the simulated hosts.
///
/// One after another: the engine keeps tables of names that are filled once.
@Suite(.serialized) struct ExampleTests {
  private static let examples: [(cmdlet: String, code: String)] =
    ((try? Bench().module.cmdlets.map(\.declaration)) ?? []).flatMap { declaration in
      declaration.examples.map { (declaration.name, $0.code) }
    }

  private static let types: Void = {
    TypeRegistry.register(ShellTypes.declarations)
    TypeRegistry.register(EngineTypes.declarations)
    TypeRegistry.register(BuiltinModule.types)
  }()

  private func run(_ code: String) throws -> (host: SilentHost, result: RunResult) {
    _ = ExampleTests.types
    let host = SilentHost()
    let session = Session(host: host)
    session.add(BuiltinModule.module)
    session.setService(FormatViews())
    session.add(try Bench().module)
    return (host, session.run(SourceFile(name: nil, text: code)))
  }

  @Test(arguments: examples.indices)
  func anExampleRunsAsItIsWritten(_ index: Int) throws {
    let example = ExampleTests.examples[index]
    let (host, result) = try run(example.code)
    #expect(result == .completed, "\(example.code)")
    #expect(host.errors.map(\.message) == [], "\(example.code)")
  }

  @Test(arguments: [
    ("Get-VM", 5), ("Get-VM web*", 2), ("'web01', 'cad02' | Get-VM", 2), ("Get-VM -Name web01, cad02", 2),
    ("Get-VM | Select-Object -First 1", 1), ("Get-VM | Get-VMGpuPartitionAdapter", 3),
    ("(Get-VM web01).Id | Get-VM", 1), ("Get-VMHostPartitionableGpu -CimSession node1, node2", 6),
    ("Get-VMHostPartitionableGpu -ComputerName node2 | Get-VMHostPartitionableGpu | Select-Object -Unique Name", 4),
  ])
  func objectsBindAsOnHyperV(_ code: String, _ count: Int) throws {
    let (host, _) = try run(code)
    #expect(host.errors.map(\.message) == [])
    #expect(host.objects.count == count)
  }

  @Test(arguments: [
    ("'web01' | Remove-VMGpuPartitionAdapter", "InputObjectNotBound", "RemoveVMGpuPartitionAdapter"),
    (
      "Add-VMGpuPartitionAdapter -VMName ''", "ParameterArgumentValidationErrorEmptyStringNotAllowed",
      "AddVMGpuPartitionAdapter"
    ),
    (
      "Add-VMGpuPartitionAdapter -VMName $null", "ParameterArgumentValidationErrorNullNotAllowed",
      "AddVMGpuPartitionAdapter"
    ),
    ("Set-VMHostPartitionableGpu -PartitionCount 70000", "CannotConvertArgumentNoMessage", "SetVMHostPartitionableGpu"),
    ("Add-VMGpuPartitionAdapter -VM web01", "CannotConvertArgumentNoMessage", "AddVMGpuPartitionAdapter"),
    ("Start-VM nosuch", "ObjectNotFound", "StartVM"), ("Get-VM nosuch", "InvalidParameter", "GetVM"),
  ])
  func errorsCarryTheNameOfHyperVsClass(_ code: String, _ id: String, _ className: String) throws {
    let (host, _) = try run(code)
    #expect(host.errors.map(\.fullyQualifiedErrorID) == ["\(id),Microsoft.HyperV.PowerShell.Commands.\(className)"])
  }
}

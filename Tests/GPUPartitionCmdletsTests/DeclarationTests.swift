import CmdletKit
import Foundation
import GPUPartitionCmdlets
import GPUPartitioning
import ShellObjects
import Testing

/// What a declaration must not get wrong, whatever the cmdlet does.
struct DeclarationTests {
  private static let names = try? Bench().module.cmdlets.map(\.declaration.name)

  private func registration(_ name: String) throws -> CmdletRegistration {
    try #require(try Bench().module.cmdlets.first { $0.declaration.name == name })
  }

  @Test func everyCmdletFileIsRegistered() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/GPUPartitionCmdlets/Cmdlets").standardized.path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let expected = files.map { $0.replacingOccurrences(of: ".swift", with: "") }.sorted()
    let registered = try Bench().module.cmdlets.map { $0.declaration.verb + $0.declaration.noun }.sorted()
    #expect(registered == expected)
  }

  @Test func noNameIsTakenTwice() throws {
    let names = try Bench().module.cmdlets.flatMap { [$0.declaration.name] + $0.declaration.aliases }
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
  }

  @Test(arguments: names ?? [])
  func declarationsAreSound(_ name: String) throws {
    let declaration = try registration(name).declaration
    #expect(["Add", "Get", "Remove", "Restart", "Set", "Start", "Stop", "Test"].contains(declaration.verb))
    #expect(declaration.synopsis.hasSuffix(".") && !declaration.synopsis.dropLast().contains(". "))
    #expect(!declaration.examples.isEmpty)
    #expect(declaration.module == "Hyper-V")
    for example in declaration.examples {
      let names = [declaration.name] + declaration.aliases
      #expect(names.contains { example.code.contains($0) }, "\(example.code)")
      #expect(example.title.hasSuffix("."))
    }
    for output in declaration.outputs { #expect(TypeRegistry.find(output) != nil, "\(output)") }
  }

  @Test(arguments: names ?? [])
  func parametersAreSound(_ name: String) throws {
    let registration = try registration(name)
    let parameters = registration.parameters
    let names = parameters.flatMap { [$0.name] + $0.aliases }.map { $0.lowercased() }
    #expect(Set(names).count == names.count, "a name or alias is taken twice")
    for parameter in parameters {
      #expect(parameter.help.hasSuffix("."), "\(parameter.name)")
      #expect(!parameter.isHidden, "\(parameter.name)")
      #expect(parameter.type !== PSType.object, "\(parameter.name) has no type")
    }
    let sets = Set(parameters.flatMap(\.setNames)).subtracting([ParameterDeclaration.allSets])
    if let chosen = registration.declaration.defaultParameterSet { #expect(sets.contains(chosen)) }
    for set in sets {
      let positions = parameters.compactMap { $0.facts(in: set)?.position }.sorted()
      #expect(positions == Array(0..<positions.count), "positions of \(set)")
    }
  }

  @Test func namesAndSetsAreHyperVs() throws {
    let parameters = try registration("Add-VMGpuPartitionAdapter").parameters
    #expect(
      parameters.map(\.name) == [
        "VMName", "VM", "ComputerName", "Credential", "CimSession", "InstancePath", "MinPartitionVRAM",
        "MaxPartitionVRAM", "OptimalPartitionVRAM", "MinPartitionEncode", "MaxPartitionEncode",
        "OptimalPartitionEncode", "MinPartitionDecode", "MaxPartitionDecode", "OptimalPartitionDecode",
        "MinPartitionCompute", "MaxPartitionCompute", "OptimalPartitionCompute", "PartitionVRAM", "PowerCycle", "Force",
        "Passthru",
      ])
    let name = try #require(parameters.first)
    #expect(name.type.fullName == "System.String[]")
    #expect(name.setNames == ["VMName"])
    let facts = try #require(name.facts(in: "VMName"))
    #expect(facts.isMandatory && facts.position == 0 && facts.fromPipeline)
    #expect(parameters[1].type.fullName == "Microsoft.HyperV.PowerShell.VirtualMachine[]")
    #expect(parameters[6].type === PSType.uint64)
  }

  @Test(arguments: [
    ("Add-VMGpuPartitionAdapter", true), ("Get-VMGpuPartitionAdapter", true), ("Set-VMGpuPartitionAdapter", true),
    ("Remove-VMGpuPartitionAdapter", false),
  ])
  func onlyRemoveTakesNoNamesFromThePipeline(_ name: String, _ isPiped: Bool) throws {
    let parameter = try #require(try registration(name).parameters.first { $0.name == "VMName" })
    #expect(parameter.facts(in: "VMName")?.fromPipeline == isPiped)
  }

  @Test func makingTheModuleTouchesNoHost() throws {
    let module =
      GPUPartitionModule { () throws(GPUPartitioningError) in
        Issue.record("a host was touched")
        throw GPUPartitioningError(.statusUnavailable, "", "")
      }.module
    #expect(module.cmdlets.count == 12)
    #expect(module.cmdlets.flatMap(\.parameters).count > 100)
    _ = module.completers
  }

  @Test func aDirectoryThatCannotBeMadeIsAnErrorOfTheCmdletAndTriedAgain() throws {
    var calls = 0
    let module =
      GPUPartitionModule { () throws(GPUPartitioningError) in
        calls += 1
        throw GPUPartitioningError(.statusUnavailable, "libvirt", "The service \"libvirtd\" does not answer.")
      }.module
    let registration = try #require(module.cmdlets.first { $0.declaration.name == "Get-VM" })
    for _ in 1...2 {
      let context = TestContext()
      var cmdlet = registration.make()
      try cmdlet.process(context)
      #expect(context.errorIDs == ["StatusUnavailable,GetVM"])
      #expect(context.errors.first?.category == .resourceUnavailable)
    }
    #expect(calls == 2)
  }
}

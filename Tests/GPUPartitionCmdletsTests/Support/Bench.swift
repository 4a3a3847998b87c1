import CmdletKit
import GPUPartitionCmdlets
import GPUPartitioning
import ShellObjects
import SimulatedHost
import Testing

/// The cmdlets over the simulated hosts, and a binder just good enough to call them.
final class Bench {
  let datacenter: SimulatedDatacenter
  let module: CmdletModule

  init(_ scenario: SimulatedState? = nil) throws {
    _ = Bench.types
    datacenter = try SimulatedDatacenter(scenario: scenario ?? DefaultScenario.make(now: 1_000_000)) { 1_000_000 }
    let datacenter = datacenter
    module =
      GPUPartitionModule { () throws(GPUPartitioningError) in
        try datacenter.makeDirectory()
      }.module
  }

  private static let types: Void = TypeRegistry.register(GPUPartitionTypes.declarations)

  /// Runs a cmdlet by name with parameters by name; `input` comes from the pipeline, one by one.
  @discardableResult
  func run(
    _ name: String, _ arguments: KeyValuePairs<String, Value> = [:], input: [Value]? = nil,
    _ prepare: (TestContext) -> Void = { _ in }
  ) throws -> TestContext {
    let context = TestContext()
    prepare(context)
    let registration = try #require(
      module.cmdlets.first { $0.declaration.name == name || $0.declaration.aliases.contains(name) })
    var cmdlet = registration.make()
    let cells = cmdlet.parameterCells
    for (name, value) in arguments {
      try Bench.bind(value, try #require(cells.first { $0.declaration.isNamed(name) }, "no parameter \(name)"))
      context.boundParameters.set(name, value)
    }
    do {
      try cmdlet.begin(context)
      for value in input ?? [.null] {
        let piped = input == nil ? nil : try Bench.pipe(value, cells)
        context.currentObject = value
        try cmdlet.process(context)
        piped?.unbind()
      }
      try cmdlet.end(context)
    } catch is PipelineStopped {}
    return context
  }

  private static func bind(_ value: Value, _ cell: ParameterCell) throws {
    // A switch and an id belong to rooms above; the engine's binder knows them.
    let isForeign = cell.declaration.isSwitch || cell.declaration.type.name == "Guid"
    let converted = isForeign ? value : try value.converted(to: cell.declaration.type)
    for validation in cell.declaration.validations { try validation.check(converted) }
    try cell.bind(converted)
  }

  /// Binds without conversion first, and text after that, as PowerShell does.
  private static func pipe(_ value: Value, _ cells: [ParameterCell]) throws -> ParameterCell {
    let takers = cells.filter { $0.declaration.sets.values.contains(where: \.fromPipeline) }
    let exact = takers.first { cell in
      value.type.isAssignable(to: cell.declaration.type.elementType ?? cell.declaration.type)
    }
    guard let cell = exact else { throw NetException.argument("InputObjectNotBound: \(value.type.fullName)") }
    try bind(value, cell)
    return cell
  }
}

extension ParameterDeclaration {
  func isNamed(_ text: String) -> Bool { ([name] + aliases).contains { $0.equalsName(text) } }
}

extension TestContext {
  /// `Id,Class` of each error, without the namespace.
  var errorIDs: [String] {
    errors.map { record in
      let parts = record.fullyQualifiedErrorID.split(separator: ",")
      return parts.map { $0.split(separator: ".").last.map(String.init) ?? "" }.joined(separator: ",")
    }
  }

  var messages: [String] { errors.map(\.message) }

  /// A property of each object written, as text.
  func texts(_ property: String) throws -> [String] { try output.map { try $0.property(property).text() } }
}

extension Value {
  static func strings(_ texts: String...) -> Value { Value(strings: texts) }
  static var on: Value { .bool(true) }
}

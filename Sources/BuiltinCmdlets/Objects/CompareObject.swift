import CmdletKit
import ShellObjects

/// `Compare-Object`: compares two lists of objects.
struct CompareObject: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Compare-Object", synopsis: "Compares two lists of objects.",
    examples: [
      Example("Shows what differs.", code: "Compare-Object 'a', 'b' 'b', 'c'")
    ])

  @Parameter(
    "ReferenceObject", .mandatory, .position(0), .type("psobject[]"), .allowEmptyCollection,
    help: "The objects to compare with.")
  var referenceObject: [Value]
  @Parameter(
    "DifferenceObject", .mandatory, .position(1), .fromPipeline, .type("psobject[]"), .allowEmptyCollection,
    help: "The objects that are compared.")
  var differenceObject: [Value]
  @Parameter("SyncWindow", .validate(.range(0...2_147_483_647)), help: "How far apart equal objects may stand.")
  var syncWindow: Int? = 2_147_483_647
  @Parameter("Property", help: "The properties, or script blocks, to compare.")
  var property: [Value]
  @Parameter("ExcludeDifferent", help: "Leaves out objects that differ.")
  var excludeDifferent: Bool
  @Parameter("IncludeEqual", help: "Shows objects that are equal as well.")
  var includeEqual: Bool
  @Parameter("PassThru", help: "Writes the objects themselves.")
  var passThru: Bool
  @Parameter("Culture", help: "The culture that orders and shows text.")
  var culture: String?
  @Parameter("CaseSensitive", help: "Tells upper and lower case apart.")
  var caseSensitive: Bool

  private var pairing: ObjectPairing?

  mutating func process(_ context: any CmdletContext) throws {
    let properties = try CalculatedProperty.all(property, for: .compare)
    let expanded = try CalculatedProperty.expanded(properties, over: referenceObject)
    let keys = OrderKeys(properties: expanded)
    var entries =
      try pairing
      ?? ObjectPairing(
        reference: referenceObject.map { try keys.key(for: $0, context) }, window: max(0, syncWindow ?? .max),
        comparer: OrderKeyComparer(comparer: ObjectComparer(isCaseSensitive: caseSensitive), isDescending: []))
    for object in differenceObject {
      entries.take(try keys.key(for: object, context))
    }
    names = expanded.map(\.expression.text)
    pairing = entries
    try emit(context)
  }

  private var names: [String] = []

  mutating func end(_ context: any CmdletContext) throws {
    pairing?.finish()
    try emit(context)
  }

  /// Writes what has been decided so far.
  private mutating func emit(_ context: any CmdletContext) throws {
    guard let found = pairing?.results else { return }
    pairing?.results = []
    let showsEqual = includeEqual || (excludeDifferent && !$includeEqual.isBound)
    for result in found {
      if result.side == .both ? !showsEqual : excludeDifferent { continue }
      try context.write(passThru ? marked(result) : described(result))
    }
  }

  private func marked(_ result: ObjectPairing.Result) -> Value {
    result.key.object.addingNote("SideIndicator", .string(result.side.rawValue))
  }

  private func described(_ result: ObjectPairing.Result) -> Value {
    let object = PSCustomObject()
    if names.isEmpty { object.set("InputObject", result.key.object) }
    for (name, value) in zip(names, result.key.values) { object.set(name, value ?? .null) }
    object.set("SideIndicator", .string(result.side.rawValue))
    return .object(object)
  }
}

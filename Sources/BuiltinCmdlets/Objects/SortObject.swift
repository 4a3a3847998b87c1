import CmdletKit
import ShellObjects

/// `Sort-Object`: sorts objects by themselves or by their properties.
struct SortObject: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Sort-Object", defaultParameterSet: "Default", synopsis: "Sorts objects by themselves or by their properties.",
    examples: [
      Example("Sorts by a property, largest first.", code: "'aa', 'c', 'bbb' | Sort-Object Length -Descending")
    ])

  @Parameter("Stable", .in("Default"), help: "Keeps equal objects in their order, which is always so.")
  var stable: Bool
  @Parameter("Descending", help: "Puts the largest first.")
  var descending: Bool
  @Parameter("Unique", help: "Passes only the first of equal objects.")
  var unique: Bool
  @Parameter(
    "Top", .in("Top", .mandatory), .validate(.range(1...2_147_483_647)),
    help: "Passes so many objects of the beginning.")
  var top: Int
  @Parameter(
    "Bottom", .in("Bottom", .mandatory), .validate(.range(1...2_147_483_647)),
    help: "Passes so many objects of the end.")
  var bottom: Int
  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter("Property", .position(0), help: "The properties, or script blocks, to sort by.")
  var property: [Value]
  @Parameter("Culture", help: "The culture that orders and shows text.")
  var culture: String?
  @Parameter("CaseSensitive", help: "Tells upper and lower case apart.")
  var caseSensitive: Bool

  private var objects: [Value] = []
  private var properties: [CalculatedProperty] = []

  mutating func begin(_ context: any CmdletContext) throws {
    properties = try CalculatedProperty.all(property, for: .sort)
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound, !inputObject.isNull else { return }
    objects.append(inputObject)
  }

  mutating func end(_ context: any CmdletContext) throws {
    guard !objects.isEmpty else { return }
    let expanded = try CalculatedProperty.expanded(properties, over: objects)
    let keys = OrderKeys(properties: expanded)
    var entries: [OrderKey] = []
    entries.reserveCapacity(objects.count)
    for object in objects { entries.append(try keys.key(for: object, context)) }
    let directions = expanded.isEmpty ? [descending] : expanded.map { $0.isDescending ?? descending }
    let comparer = OrderKeyComparer(
      comparer: ObjectComparer(isCaseSensitive: caseSensitive), isDescending: directions)
    if stable || $top.isBound || $bottom.isBound {
      entries.sortStably(comparer.compare)
    } else {
      IntrospectiveSort.sort(&entries, comparer.compare)
    }
    if unique { entries = Self.distinct(entries, comparer) }
    for entry in slice(entries) { try context.write(entry.object) }
  }

  /// The first of each run of equal neighbours.
  private static func distinct(_ entries: [OrderKey], _ comparer: OrderKeyComparer) -> [OrderKey] {
    var result: [OrderKey] = []
    for entry in entries {
      if let last = result.last, comparer.compare(last, entry) == 0 { continue }
      result.append(entry)
    }
    return result
  }

  private func slice(_ entries: [OrderKey]) -> ArraySlice<OrderKey> {
    if $top.isBound { return entries.prefix(max(0, top)) }
    if $bottom.isBound { return entries.suffix(max(0, bottom)) }
    return entries[...]
  }
}

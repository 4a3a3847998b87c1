import CmdletKit
import ShellObjects

/// `Select-Object`: selects objects of the pipeline, or properties of objects.
struct SelectObject: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Select-Object", defaultParameterSet: "DefaultParameter",
    synopsis: "Selects objects of the pipeline, or properties of objects.",
    examples: [
      Example("Takes the first two objects and stops what makes them.", code: "1..1000 | Select-Object -First 2"),
      Example(
        "Makes an object with a property of its own.",
        code: "'abc' | Select-Object Length, @{ Name = 'Upper'; Expression = { $_.ToUpper() } }"),
    ])

  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter(
    "Property", .in(["DefaultParameter", "SkipLastParameter"], .position(0)),
    help: "The properties of the new objects: names, wildcards, script blocks, or hashtables with Name and Expression.")
  var property: [Value]
  @Parameter(
    "ExcludeProperty", .in(["DefaultParameter", "SkipLastParameter"]), help: "The properties to leave out.")
  var excludeProperty: [String]
  @Parameter(
    "ExpandProperty", .in(["DefaultParameter", "SkipLastParameter"]),
    help: "The property whose value, or whose elements, take the place of the object.")
  var expandProperty: String?
  @Parameter("Unique", help: "Passes only the first of equal objects.")
  var unique: Bool
  @Parameter("CaseInsensitive", help: "Takes upper and lower case as equal with -Unique.")
  var caseInsensitive: Bool
  @Parameter(
    "Last", .in("DefaultParameter"), .validate(.range(0...2_147_483_647)), help: "Passes so many objects of the end.")
  var last: Int?
  @Parameter(
    "First", .in("DefaultParameter"), .validate(.range(0...2_147_483_647)),
    help: "Passes so many objects of the beginning, then stops the pipeline.")
  var first: Int?
  @Parameter(
    "Skip", .in(["DefaultParameter", "SkipLastParameter"]), .validate(.range(0...2_147_483_647)),
    help: "Leaves out so many objects of the beginning.")
  var skip: Int?
  @Parameter(
    "SkipLast", .in("SkipLastParameter"), .validate(.range(0...2_147_483_647)),
    help: "Leaves out so many objects of the end.")
  var skipLast: Int?
  @Parameter("Wait", .in(["DefaultParameter", "IndexParameter"]), help: "Lets the pipeline run to its end.")
  var wait: Bool
  @Parameter(
    "Index", .in("IndexParameter"), .validate(.range(0...2_147_483_647)),
    help: "The positions of the objects to pass, from 0.")
  var index: [Int]
  @Parameter(
    "SkipIndex", .in("SkipIndexParameter"), .validate(.range(0...2_147_483_647)),
    help: "The positions of the objects to leave out, from 0.")
  var skipIndex: [Int]

  private var window = SelectionWindow()
  private var projection: PropertyProjection?
  private var expansion: PropertyExpansion?
  private var uniques: UniqueObjects?

  mutating func begin(_ context: any CmdletContext) throws {
    window = SelectionWindow(
      first: $first.isBound ? first : nil, last: $last.isBound ? last : nil, skip: skip ?? 0, skipLast: skipLast ?? 0,
      index: $index.isBound ? index : nil, skipIndex: $skipIndex.isBound ? skipIndex : nil)
    let excluded = excludeProperty.compactMap { WildcardPattern($0) }
    var properties = try CalculatedProperty.all(property, for: .select)
    let expands = expandProperty.map { !$0.isEmpty } ?? false
    if properties.isEmpty, $excludeProperty.isBound, !expands {
      properties = [CalculatedProperty(ObjectExpression(name: "*"))]
    }
    if !properties.isEmpty { projection = PropertyProjection(properties: properties, excluded: excluded) }
    if let name = expandProperty, expands {
      expansion = PropertyExpansion(name: name)
    }
    if unique { uniques = UniqueObjects(comparer: ObjectComparer(isCaseSensitive: !caseInsensitive)) }
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound else { return }
    if let object = window.push(inputObject) { try emit(object, context) }
    if window.isComplete, !wait { throw StopUpstreamRequest() }
  }

  mutating func end(_ context: any CmdletContext) throws {
    for object in window.drain() { try emit(object, context) }
    for object in uniques?.objects ?? [] { try context.write(object) }
  }

  private mutating func emit(_ object: Value, _ context: any CmdletContext) throws {
    if object.isNull { return }
    guard projection != nil || expansion != nil else { return try pass(object, context) }
    guard let expansion else {
      guard let projection else { return }
      return try pass(try projection.object(from: object, context), context)
    }
    let extra = try projection?.values(from: object, isExpanding: true, context) ?? []
    for value in try expansion.values(from: object, adding: extra, context) { try pass(value, context) }
  }

  private mutating func pass(_ object: Value, _ context: any CmdletContext) throws {
    guard uniques != nil else { return try context.write(object) }
    uniques?.add(object)
  }
}

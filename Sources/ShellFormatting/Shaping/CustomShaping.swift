import ShellObjects

/// Custom listings: a view's own text, or the tree of an object's properties.
struct CustomShaping: ObjectShaping {
  let view: FormatView?
  let request: FormatRequest
  let settings: FormatSettings
  let views: FormatViews

  func start(for value: Value) -> FormatStart { FormatStart(layout: .custom) }

  func entry(for value: Value, _ evaluator: inout CellEvaluator) throws -> FormatEntry {
    switch view?.body {
    case .custom(let body)?: return FormatEntry(payload: .custom(try body(value, settings)))
    case .text(let body)?: return FormatEntry(payload: .custom([.text(try body(value, settings))]))
    default: break
    }
    var tree = ObjectTree(choice: PropertyChoice(views: views), evaluator: evaluator, limit: settings.enumerationLimit)
    let items = tree.items(of: value, properties: request.properties, depth: request.depth)
    evaluator = tree.evaluator
    return FormatEntry(payload: .custom(items))
  }
}

/// The tree that Format-Custom shows of an object: its class, its properties, and theirs.
struct ObjectTree {
  private let choice: PropertyChoice
  private(set) var evaluator: CellEvaluator
  private let limit: Int

  init(choice: PropertyChoice, evaluator: CellEvaluator, limit: Int) {
    self.choice = choice
    self.evaluator = evaluator
    self.limit = limit
  }

  /// Where a traversal stands, and how deep it may go.
  private struct Level {
    var level = 0
    var maximum: Int
    var next: Level { Level(level: level + 1, maximum: maximum) }
    var isLast: Bool { level >= maximum }
  }

  mutating func items(of value: Value, properties: [FormatProperty], depth: Int) -> [CustomItem] {
    let level = Level(maximum: depth)
    if Self.isScalar(value) { return [.text(evaluator.cells.text(value)), .newline] }
    if let elements = Enumeration.elements(of: value) { return enumeration(elements, level) }
    return object(value, properties, level)
  }

  private static func isScalar(_ value: Value) -> Bool {
    guard case .object(let object) = value.base else { return true }
    switch object.kind {
    case .number, .enumeration: return true
    default: return OutOfBandObjects.scalarTypes.contains(object.type.fullName)
    }
  }

  private mutating func object(_ value: Value, _ properties: [FormatProperty], _ level: Level) -> [CustomItem] {
    let name = TypeNames.of(value).first ?? "PSObject"
    let short = name.split(whereSeparator: { $0 == "." || $0 == "+" }).last.map(String.init) ?? name
    let active =
      properties.isEmpty ? choice.defaults(of: value) : choice.requested(properties, on: value, keepsMissing: false)
    var members: [CustomItem] = []
    for property in active { members += member(property, of: value, level) }
    return [
      .text("class " + short), .newline, .text("{"), .newline, .indented(2, members), .text("}"), .newline,
    ]
  }

  private mutating func member(_ property: ActiveProperty, of value: Value, _ level: Level) -> [CustomItem] {
    var level = level
    if let depth = property.depth { level.maximum = depth }
    let label = CustomItem.text(property.shownLabel + " = ")
    guard case .value(let result) = property.expression.evaluate(on: value), !result.isNull else {
      return [label, .text(evaluator.text(property.expression, of: value)), .newline]
    }
    if let elements = Enumeration.elements(of: result) {
      return [label, .newline, .indented(2, enumeration(elements, level.next))]
    }
    if level.isLast || Self.isScalar(result) { return [label, .text(evaluator.cells.text(result)), .newline] }
    return [label, .newline, .indented(2, object(result, [], level.next))]
  }

  private mutating func enumeration(_ elements: Enumeration.Elements, _ level: Level) -> [CustomItem] {
    var members: [CustomItem] = []
    var count = 0
    var walked: [Value] = []
    let limit = limit
    try? elements { element in
      walked.append(element)
      count += 1
      return limit < 0 || count <= limit
    }
    for (index, element) in walked.enumerated() {
      if limit >= 0, index == limit {
        members += [.text(CellText.ellipsis), .newline]
        break
      }
      members += self.element(element, level)
    }
    return [.text("["), .newline, .indented(2, members), .text("]"), .newline, .newline]
  }

  private mutating func element(_ value: Value, _ level: Level) -> [CustomItem] {
    if value.isNull || level.isLast || Self.isScalar(value) {
      return [.text(evaluator.cells.text(value)), .newline]
    }
    if let elements = Enumeration.elements(of: value) {
      return [.newline, .indented(2, enumeration(elements, level.next))]
    }
    return object(value, [], level.next)
  }
}

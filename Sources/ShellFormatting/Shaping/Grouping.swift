import ShellObjects

/// Follows the value objects are grouped by, and tells where a new group begins.
struct Grouping {
  let expression: PropertyExpression
  let label: String?
  let heading: ((Value) throws -> [CustomItem])?
  /// Void until an object had the property.
  private(set) var current = Value.void
  private var shownName: String?

  init(_ property: FormatProperty) {
    expression = property.expression
    label = property.label
    heading = nil
  }

  init(_ grouping: ViewGrouping) {
    expression = grouping.expression
    label = grouping.label
    heading = grouping.heading
  }

  /// Takes the next object; true where its value differs from the last one's.
  mutating func advance(_ value: Value) -> Bool {
    guard let resolved = expression.resolved(on: value).first, case .value(let next) = resolved.evaluate(on: value)
    else { return false }
    let previous = current
    current = next
    let isNew = !(Self.areEqual(next, previous) || Self.areEqual(previous, next))
    if isNew, label == nil { shownName = resolved.text }
    return isNew
  }

  private static func areEqual(_ a: Value, _ b: Value) -> Bool {
    if a.isNull || b.isNull { return a.isNull && b.isNull }
    if let order = try? Comparison.compare(a, b, ignoreCase: true) { return order == 0 }
    guard let x = try? a.text(), let y = try? b.text() else { return false }
    return x.equalsName(y)
  }

  /// The heading of the group that began with this object; nil where no object had the property.
  func heading(for value: Value, _ cells: CellText) throws -> [CustomItem]? {
    if current.isVoid { return nil }
    if let heading { return try heading(value) }
    return [.text("   \(label ?? shownName ?? ""): "), .text(cells.text(current))]
  }
}

import ShellObjects

/// Lists by a view.
struct ListShaping: ObjectShaping {
  let view: FormatView?
  private let list: ListView

  init(view: FormatView, list: ListView) {
    self.view = view
    self.list = list
  }

  func start(for value: Value) -> FormatStart { FormatStart(layout: .list) }

  func entry(for value: Value, _ evaluator: inout CellEvaluator) throws -> FormatEntry {
    let items = list.alternatives.isEmpty ? list.items : list.items(for: TypeNames.of(value))
    var lines: [(label: String, value: String)] = []
    for item in items {
      lines.append((item.label, evaluator.text(item.expression, of: value, format: item.formatString)))
    }
    return FormatEntry(payload: .list(lines))
  }
}

/// Lists of properties, chosen anew for each object.
struct PropertyListShaping: ObjectShaping {
  let choice: PropertyChoice
  let properties: [FormatProperty]
  var view: FormatView? { nil }

  func start(for value: Value) -> FormatStart { FormatStart(layout: .list) }

  func entry(for value: Value, _ evaluator: inout CellEvaluator) throws -> FormatEntry {
    let active =
      properties.isEmpty ? choice.defaults(of: value) : choice.requested(properties, on: value, keepsMissing: false)
    var lines: [(label: String, value: String)] = []
    for property in active {
      let text = evaluator.text(property.expression, of: value, format: property.formatString)
      lines.append((property.shownLabel, text))
    }
    return FormatEntry(payload: .list(lines))
  }
}

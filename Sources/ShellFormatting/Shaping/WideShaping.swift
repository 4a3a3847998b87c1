import ShellObjects

/// Wide listings of one property.
struct WideShaping: ObjectShaping {
  let view: FormatView?
  private let expression: ActiveProperty?
  private let views: FormatViews
  private let request: FormatRequest

  /// Without an expression each object shows the property that stands for it.
  init(view: FormatView?, expression: ActiveProperty?, views: FormatViews, request: FormatRequest) {
    self.view = view
    self.expression = expression
    self.views = views
    self.request = request
  }

  func start(for value: Value) -> FormatStart {
    FormatStart(layout: .wide(columns: request.columns), isAutosized: request.isAutosized)
  }

  func entry(for value: Value, _ evaluator: inout CellEvaluator) throws -> FormatEntry {
    guard let shown = expression ?? standing(for: value) else { return FormatEntry(payload: .wide("")) }
    return FormatEntry(
      payload: .wide(evaluator.text(shown.expression, of: value, format: shown.formatString)))
  }

  private func standing(for value: Value) -> ActiveProperty? {
    let name = views.displayProperty(of: value) ?? value.propertyNames().first
    return name.map { ActiveProperty(.property($0)) }
  }
}

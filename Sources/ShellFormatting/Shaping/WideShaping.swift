import ShellObjects

/// Wide listings of one property.
struct WideShaping: ObjectShaping {
  let view: FormatView?
  private let expression: ActiveProperty?
  private let request: FormatRequest

  init(view: FormatView?, expression: ActiveProperty?, request: FormatRequest) {
    self.view = view
    self.expression = expression
    self.request = request
  }

  func start(for value: Value) -> FormatStart {
    FormatStart(layout: .wide(columns: request.columns), isAutosized: request.isAutosized)
  }

  func entry(for value: Value, _ evaluator: inout CellEvaluator) throws -> FormatEntry {
    guard let expression else { return FormatEntry(payload: .wide(evaluator.cells.text(value))) }
    let text = evaluator.text(expression.expression, of: value, format: expression.formatString)
    return FormatEntry(payload: .wide(text))
  }
}

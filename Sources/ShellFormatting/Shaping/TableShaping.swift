import ShellObjects

/// Rows of a table, from a view or from the first object's properties.
struct TableShaping: ObjectShaping {
  let view: FormatView?
  private let header: TableHeader
  private let cells: [(source: CellSource, format: String?)]
  /// Fractions are shown in the culture's fixed format, as tables of properties do.
  private let isFixed: Bool
  private let isAutosized: Bool
  private let wraps: Bool

  init(view: FormatView, table: TableView, request: FormatRequest) {
    self.view = view
    header = TableHeader(
      columns: table.columns.map {
        TableHeader.Column(
          label: $0.label, width: $0.width ?? 0, alignment: $0.alignment)
      }, isHidden: request.hidesHeaders, isRepeated: request.repeatsHeaders)
    cells = table.columns.map { (CellSource($0.expression), $0.formatString) }
    isFixed = false
    isAutosized = request.isAutosized || table.isAutosized
    wraps = request.wraps || table.wraps
  }

  init(properties: [ActiveProperty], first: Value, request: FormatRequest) {
    view = nil
    header = TableHeader(
      columns: properties.map { property in
        TableHeader.Column(
          label: property.shownLabel, width: property.width ?? 0,
          alignment: property.alignment ?? Self.alignment(property.expression, first))
      }, isHidden: request.hidesHeaders, isRepeated: request.repeatsHeaders)
    cells = properties.map { (CellSource($0.expression, isResolved: $0.isResolved), $0.formatString) }
    isFixed = true
    isAutosized = request.isAutosized
    wraps = request.wraps
  }

  /// Numbers, characters, Booleans and enumerations stand at the right.
  private static func alignment(_ expression: PropertyExpression, _ value: Value) -> Alignment {
    guard case .value(let result) = expression.evaluate(on: value) else { return .left }
    switch result.base {
    case .bool, .char, .int32, .int64, .double: return .right
    case .object(let object):
      if object.kind == .number || object.kind == .enumeration { return .right }
      return rightAligned.contains(object.type.fullName) ? .right : .left
    default: return .left
    }
  }

  private static let rightAligned: Set<String> = [
    "System.Numerics.BigInteger", "System.IntPtr", "System.Security.SecureString",
  ]

  func start(for value: Value) -> FormatStart {
    var header = header
    if view != nil {
      let names = value.propertyNames()
      for index in header.columns.indices {
        let label = header.columns[index].label
        header.columns[index].isPropertyName = names.contains { $0.equalsName(label) }
      }
    }
    return FormatStart(layout: .table(header), isAutosized: isAutosized)
  }

  func entry(for value: Value, _ evaluator: inout CellEvaluator) throws -> FormatEntry {
    var texts: [String] = []
    texts.reserveCapacity(cells.count)
    for cell in cells {
      texts.append(evaluator.text(cell.source, of: value, format: cell.format, isFixed: isFixed))
    }
    return FormatEntry(payload: .row(texts, wraps: wraps))
  }
}

import ShellObjects

/// How the rows of one group are laid out; a wide listing's also gathers its cells.
final class GroupLayout {
  /// The table that rows or wide cells stand in; nil for lists, custom output, and output too narrow for anything.
  let table: TableLayout?
  /// The lines before the first row.
  let header: [String]
  private let columns: Int
  private var cells: [String] = []

  /// `entries` are those that were held back to size the columns; nil where declared widths hold.
  init(_ start: FormatStart, _ entries: [FormatEntry]?, _ settings: FormatSettings) {
    switch start.layout {
    case .table(let header):
      let widths = entries.map { Self.widths(header, $0) } ?? header.columns.map(\.width)
      table = TableLayout(
        declared: widths, alignments: header.columns.map(\.alignment), total: settings.width,
        culture: settings.culture)
      columns = 0
      self.header =
        header.isHidden
        ? [] : table?.header(header.columns.map(\.label), colors: Self.colors(header, settings)) ?? []
    case .wide(let asked):
      columns = asked ?? entries.map { Self.fitting($0, settings.width) } ?? 2
      table = TableLayout(
        declared: Array(repeating: 0, count: columns), alignments: Array(repeating: .left, count: columns),
        total: settings.width, culture: settings.culture)
      header = []
    case .list, .custom:
      table = nil
      columns = 0
      header = []
    }
  }

  /// The widest label or cell of each column.
  private static func widths(_ header: TableHeader, _ entries: [FormatEntry]) -> [Int] {
    var widths = header.columns.map { DisplayWidth.cells($0.label) }
    for entry in entries {
      guard case .row(let cells, _) = entry.payload else { continue }
      for index in widths.indices where index < cells.count {
        widths[index] = max(widths[index], DisplayWidth.cells(cells[index]))
      }
    }
    return widths
  }

  /// As many columns as stay below the width with one blank between them.
  private static func fitting(_ entries: [FormatEntry], _ width: Int) -> Int {
    var longest = 0
    for entry in entries {
      if case .wide(let text) = entry.payload { longest = max(longest, DisplayWidth.cells(text)) }
    }
    guard longest > 0 else { return 2 }
    guard longest < width else { return 1 }
    return max(1, width / (longest + 1))
  }

  private static func colors(_ header: TableHeader, _ settings: FormatSettings) -> [String] {
    guard settings.usesColor else { return [] }
    let formatting = settings.style.formatting
    return header.columns.map { $0.isPropertyName ? formatting.tableHeader : formatting.customTableHeaderLabel }
  }

  // MARK: Wide listings

  /// Adds a cell; the row where it is full.
  func add(_ cell: String) -> String? {
    cells.append(cell)
    return cells.count == columns ? takeRow() : nil
  }

  /// The unfinished row; nil where there is none.
  func finishRow() -> String? {
    guard !cells.isEmpty else { return nil }
    return takeRow()
  }

  private func takeRow() -> String? {
    let row = cells + Array(repeating: "", count: max(0, columns - cells.count))
    cells = []
    return table?.line(row)
  }
}

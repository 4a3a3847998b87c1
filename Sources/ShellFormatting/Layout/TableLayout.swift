import ShellObjects

/// Lays out the rows of a table whose column widths are settled.
struct TableLayout {
  private let widths: [Int]
  private let alignments: [Alignment]
  private let culture: Culture
  /// Positions of the columns that are shown.
  private let visible: [Int]

  /// The narrowest output that anything is written to.
  static let minimumWidth = 5

  /// Nil where the output is too narrow for anything.
  init?(declared: [Int], alignments: [Alignment], total: Int, culture: Culture) {
    guard total >= Self.minimumWidth, !declared.isEmpty else { return nil }
    widths = ColumnWidths.fitted(declared, into: total)
    visible = widths.indices.filter { [widths] in widths[$0] > 0 }
    guard !visible.isEmpty else { return nil }
    self.alignments = alignments
    self.culture = culture
  }

  // MARK: Header

  /// The label lines and the line of dashes; `colors` has each column's escape sequence, empty for none.
  func header(_ labels: [String], colors: [String] = []) -> [String] {
    let dashes = labels.indices.map { index in
      let cells = DisplayWidth.cells(labels[index])
      return String(repeating: "-", count: cells > 0 ? min(cells, widths[index]) : max(widths[index], 0))
    }
    return wrapped(labels, colors: colors) + [line(dashes, colors: colors)]
  }

  // MARK: Rows

  /// One line: cells cut to their columns, and padded in all but the last one defined.
  func line(_ cells: [String], colors: [String] = []) -> String {
    var result = ""
    for (position, index) in visible.enumerated() {
      if position > 0 { result += " " }
      let isPadded = index < widths.count - 1
      let cell = field(index < cells.count ? cells[index] : "", index, isPadded: isPadded)
      let color = index < colors.count ? colors[index] : ""
      result += color.isEmpty ? EscapeSequence.closed(cell) : color + cell + PSStyle.reset
    }
    return result
  }

  /// As many lines as the longest cell needs; padded in all but the last visible column.
  func wrapped(_ cells: [String], colors: [String] = []) -> [String] {
    let columns = visible.enumerated().map { position, index in
      column(index < cells.count ? cells[index] : "", index, isLast: position == visible.count - 1)
    }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { row in
      // The columns behind the last one with content in this row are not even padded.
      let last = columns.lastIndex { row < $0.count } ?? 0
      var result = ""
      for (position, index) in visible.enumerated() {
        var text = ""
        if row < columns[position].count {
          text = (position > 0 ? " " : "") + columns[position][row]
          if position == last, height > 1 { text = Self.trimmedEnd(text) }
        } else if position < last {
          text = DisplayWidth.blanks(widths[index] + (position > 0 ? 1 : 0))
        }
        let color = index < colors.count ? colors[index] : ""
        result += color.isEmpty ? EscapeSequence.closed(text) : color + text + PSStyle.reset
      }
      return result
    }
  }

  private func column(_ cell: String, _ index: Int, isLast: Bool) -> [String] {
    let width = widths[index]
    let lines = LineWrapping.lines(cell, first: width, following: width, culture: culture)
    guard !isLast || alignments[index] == .right || alignments[index] == .center else { return lines }
    return lines.map { DisplayWidth.cells($0) < width ? field($0, index, isPadded: !isLast) : $0 }
  }

  private static func trimmedEnd(_ text: String) -> String { TextTrimming.trimmed(text, .end) }

  // MARK: Cells

  private func field(_ cell: String, _ index: Int, isPadded: Bool) -> String {
    let width = widths[index]
    let alignment = alignments[index]
    var text = Self.cutAtLineEnd(cell)
    let cells = DisplayWidth.cells(text)
    if cells < width {
      let padding = width - cells
      switch alignment {
      case .right: return DisplayWidth.blanks(padding) + text
      case .center:
        return DisplayWidth.blanks(padding / 2) + text + (isPadded ? DisplayWidth.blanks(padding - padding / 2) : "")
      default: return isPadded ? text + DisplayWidth.blanks(padding) : text
      }
    }
    guard cells > width else { return text }
    text = Self.cut(text, to: width, alignment)
    // A wide character that was cut in two leaves one cell.
    guard DisplayWidth.cells(text) < width else { return text }
    if alignment == .right { return " " + text }
    return isPadded ? text + " " : text
  }

  /// A cell shows its first line; an ellipsis tells of more.
  private static func cutAtLineEnd(_ text: String) -> String {
    guard let end = text.utf8.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    return String(text.utf8[..<end]).map { $0 + CellText.ellipsis } ?? CellText.ellipsis
  }

  private static func cut(_ text: String, to width: Int, _ alignment: Alignment) -> String {
    if width <= 1 {
      return alignment == .right ? DisplayWidth.tail(text, cells: width) : DisplayWidth.head(text, cells: width)
    }
    return alignment == .right
      ? CellText.ellipsis + DisplayWidth.tail(text, cells: width - 1)
      : DisplayWidth.head(text, cells: width - 1) + CellText.ellipsis
  }
}

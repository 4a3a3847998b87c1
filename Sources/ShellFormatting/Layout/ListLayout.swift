import ShellObjects

/// Lays out one object of a list: labels padded to one width, values wrapped in the rest.
enum ListLayout {
  private static let separator = " : "

  /// The lines, without the blank line behind them; none where the width is too small for anything.
  static func lines(
    _ fields: [(label: String, value: String)], width: Int, culture: Culture, color: String = ""
  ) -> [String] {
    guard !fields.isEmpty, width >= TableLayout.minimumWidth else { return [] }
    let limit = width - separator.count - 1
    let longest = fields.map { DisplayWidth.cells($0.label) }.max() ?? 0
    let labelWidth = min(longest, limit)
    let valueWidth = width - labelWidth - separator.count
    let padding = DisplayWidth.blanks(labelWidth + separator.count)
    var lines: [String] = []
    for field in fields {
      let label = padded(field.label, labelWidth) + separator
      let prefix = color.isEmpty ? label : color + label + PSStyle.reset
      let wrapped = LineWrapping.lines(field.value, first: valueWidth, following: valueWidth, culture: culture)
      for (index, line) in wrapped.enumerated() {
        lines.append((index == 0 ? prefix : padding) + EscapeSequence.closed(line))
      }
    }
    return lines
  }

  private static func padded(_ label: String, _ width: Int) -> String {
    let cells = DisplayWidth.cells(label)
    if cells > width { return DisplayWidth.head(label, cells: width) }
    return label + DisplayWidth.blanks(width - cells)
  }
}

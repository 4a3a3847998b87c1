import Glibc

/// The rows at the bottom of the terminal that belong to the editor.
///
/// It alone writes to the terminal while a line is edited. It moves the cursor relatively and never asks where it is,
/// since an answer takes a round trip. Each frame is one write that holds only what has changed.
final class Screen {
  private let descriptor: Int32
  private(set) var rows = 24
  private(set) var columns = 80
  var output: TerminalOutput
  var glyphs = GlyphTable()
  /// What the terminal shows, from our first row.
  private(set) var shown: [Row] = []
  private var cursorRow = 0
  private var cursorColumn = 0
  private var pen: UInt16 = 0

  init(descriptor: Int32) {
    self.descriptor = descriptor
    output = TerminalOutput(descriptor: descriptor)
    readSize()
  }

  func readSize() {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return }
    (rows, columns) = (Int(size.ws_row), Int(size.ws_col))
  }

  /// Starts on a new line: what other output left without a newline stays readable.
  ///
  /// Why: the mark and a row of blanks end up on this row when it was empty, where they are cleared, and otherwise
  /// wrap to the next one.
  func begin() {
    readSize()
    output.send("\u{1b}[?2004h\u{1b}[7m\u{23CE}\u{1b}[0m")
    output.send(String(repeating: " ", count: max(columns - 1, 0)) + "\r\u{1b}[K")
    forget()
  }

  /// Leaves the text and goes to the line below it.
  func end() {
    if !shown.isEmpty { move(shown.count - 1, 0) }
    output.send("\r\n\u{1b}[?2004l")
    output.flush()
    forget()
  }

  /// Clears the terminal.
  func clear() {
    output.send("\u{1b}[H\u{1b}[2J")
    forget()
  }

  func draw(_ frame: Frame) {
    let top = max(0, min(frame.cursorRow - rows + 1, frame.rows.count - rows))
    let new = frame.rows[top..<min(frame.rows.count, top + rows)]
    let row = frame.cursorRow - top
    if new.elementsEqual(shown), cursorRow == row, cursorColumn == frame.cursorColumn { return output.flush() }
    // Terminals that know synchronized updates show the frame at once; others ignore the request.
    output.send("\u{1b}[?2026h\u{1b}[?25l")
    for (index, row) in new.enumerated() { drawRow(index, row) }
    if shown.count > new.count {
      move(new.count, 0)
      output.send("\u{1b}[J")
      shown.removeLast(shown.count - new.count)
    }
    setPen(0)
    move(row, frame.cursorColumn)
    output.send("\u{1b}[?25h\u{1b}[?2026l")
    output.flush()
  }

  /// Finds our first row after the terminal has changed its width and wrapped our rows anew; clears from there.
  func resized() {
    let oldColumns = columns
    readSize()
    let up = ReflowedRows(shown, oldColumns: oldColumns, newColumns: columns).rowsAbove(cursorRow, cursorColumn)
    output.send("\r")
    if up > 0 { output.send("\u{1b}[\(up)A") }
    // A plain ESC [ J at the top left makes tmux push the screen into its scrollback.
    output.send("\u{1b}[K\u{1b}7\u{1b}[B\u{1b}[J\u{1b}8")
    forget()
  }

  private func forget() {
    shown = []
    (cursorRow, cursorColumn, pen) = (0, 0, 0)
  }

  private func drawRow(_ index: Int, _ row: Row) {
    if index < shown.count {
      if shown[index] != row { redraw(index, row) }
      shown[index] = row
      return
    }
    if index > 0, !wrapInto(index, row) {
      move(shown.count - 1, 0)
      output.send("\r\n")
      (cursorRow, cursorColumn) = (index, 0)
    }
    row.cells.forEach(emit)
    clearRest(of: row)
    shown.append(row)
  }

  /// Lets the terminal itself go on to a wrapped row, by printing the last cell above again.
  ///
  /// Why: it then knows that both rows are one line, for copying and for a changed width.
  private func wrapInto(_ index: Int, _ row: Row) -> Bool {
    let above = shown[index - 1]
    guard row.isWrapped, let first = row.cells.first, let last = above.cells.last,
      above.width + Int(first.width) > columns, above.width == columns
    else { return false }
    move(index - 1, above.width - Int(last.width))
    emit(last)
    (cursorRow, cursorColumn) = (index, 0)
    return true
  }

  /// Draws the cells of a row that differ from what is shown there.
  private func redraw(_ index: Int, _ row: Row) {
    let old = shown[index]
    var start = 0
    var column = 0
    while start < min(old.cells.count, row.cells.count), old.cells[start] == row.cells[start] {
      column += Int(row.cells[start].width)
      start += 1
    }
    let end = row.cells.count - unchangedTail(old, row, from: start)
    guard start < end || old.width > row.width else { return }
    move(index, column)
    row.cells[start..<end].forEach(emit)
    if old.width > row.width { clearRest(of: row) }
  }

  /// How many cells at the end are the same, when both rows have the same width.
  private func unchangedTail(_ old: Row, _ new: Row, from start: Int) -> Int {
    guard old.width == new.width else { return 0 }
    var tail = 0
    while tail < min(new.cells.count, old.cells.count) - start,
      old.cells[old.cells.count - 1 - tail] == new.cells[new.cells.count - 1 - tail]
    { tail += 1 }
    return tail
  }

  private func clearRest(of row: Row) {
    setPen(0)
    if row.width < columns { output.send("\u{1b}[K") }
  }

  private func emit(_ cell: Cell) {
    setPen(cell.style)
    for scalar in glyphs.scalars(of: cell.glyph) { output.send(scalar) }
    cursorColumn += Int(cell.width)
  }

  private func setPen(_ style: UInt16) {
    if style == pen { return }
    output.send("\u{1b}[0m")
    if style != 0 { output.send(glyphs.sequence(of: style)) }
    pen = style
  }

  private func move(_ row: Int, _ column: Int) {
    if row < cursorRow { output.send("\u{1b}[\(cursorRow - row)A") }
    if row > cursorRow { output.send("\u{1b}[\(row - cursorRow)B") }
    if column == 0 || cursorColumn >= columns {
      output.send("\r")
      if column > 0 { output.send("\u{1b}[\(column)C") }
    } else if column < cursorColumn {
      output.send("\u{1b}[\(cursorColumn - column)D")
    } else if column > cursorColumn {
      output.send("\u{1b}[\(column - cursorColumn)C")
    }
    (cursorRow, cursorColumn) = (row, column)
  }
}

/// Where rows are after a terminal has wrapped them to another width.
struct ReflowedRows {
  private let rows: [Row]
  private let oldColumns: Int
  private let newColumns: Int

  init(_ rows: [Row], oldColumns: Int, newColumns: Int) {
    self.rows = rows
    self.oldColumns = oldColumns
    self.newColumns = max(newColumns, 1)
  }

  /// How many rows now lie between the first one and the cursor that stood at `row` and `column`.
  func rowsAbove(_ row: Int, _ column: Int) -> Int {
    var above = 0
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].isWrapped { end += 1 }
      if row < end {
        let before = (start..<max(start, row)).reduce(0) { $0 + max(rows[$1].width, oldColumns) }
        return above + (before + column) / newColumns
      }
      let width = rows[start..<end].reduce(0) { $0 + $1.width }
      above += max(1, (width + newColumns - 1) / newColumns)
      start = end
    }
    return above
  }
}

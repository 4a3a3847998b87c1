/// Lays text out in rows of a terminal's width.
struct FrameBuilder {
  private(set) var frame = Frame()
  var glyphs: GlyphTable
  private let columns: Int
  private var column = 0

  init(columns: Int, glyphs: GlyphTable) {
    self.columns = max(columns, 4)
    self.glyphs = glyphs
  }

  mutating func put(_ scalar: UInt32, _ style: UInt16) {
    if scalar >= 0x20, scalar < 0x7F { return place(scalar, 1, style) }
    switch DisplayWidth.of(scalar) {
    case 0: join(scalar, style)
    case let width?: place(scalar, width, style)
    case nil: putControl(scalar, style)
    }
  }

  mutating func put(_ text: String, _ style: UInt16) {
    for scalar in text.unicodeScalars { put(scalar.value, style) }
  }

  mutating func startLine() {
    frame.rows.append(Row())
    column = 0
  }

  /// Notes that the cursor stands here.
  ///
  /// Why: a cursor that rests behind the last column is in a state in which clearing eats a character.
  mutating func markCursor() {
    if column >= columns { wrap() }
    frame.cursorRow = frame.rows.count - 1
    frame.cursorColumn = column
  }

  /// Paints the last cell that is no blank in another style.
  mutating func restyleLastSign(_ style: UInt16) {
    for row in frame.rows.indices.reversed() {
      guard let cell = frame.rows[row].cells.lastIndex(where: { $0.glyph != 0x20 }) else { continue }
      frame.rows[row].cells[cell].style = style
      return
    }
  }

  private mutating func place(_ glyph: UInt32, _ width: Int, _ style: UInt16) {
    if column + width > columns { wrap() }
    frame.rows[frame.rows.count - 1].cells.append(Cell(glyph: glyph, style: style, width: UInt8(clamping: width)))
    column += width
  }

  private mutating func wrap() {
    frame.rows.append(Row(isWrapped: true))
    column = 0
  }

  /// A scalar without width joins the glyph before it; at the start of a line it stands on a blank.
  private mutating func join(_ scalar: UInt32, _ style: UInt16) {
    let row = frame.rows.count - 1
    guard let cell = frame.rows[row].cells.last else { return place(glyphs.joining(0x20, scalar), 1, style) }
    frame.rows[row].cells[frame.rows[row].cells.count - 1].glyph = glyphs.joining(cell.glyph, scalar)
  }

  /// Tabs become blanks, other controls `^X`.
  private mutating func putControl(_ scalar: UInt32, _ style: UInt16) {
    if scalar == 0x09 {
      repeat { place(0x20, 1, style) } while column & 7 != 0 && column < columns
    } else if scalar < 0x80 {
      place(0x5E, 1, style)
      place(scalar ^ 0x40, 1, style)
    } else {
      place(0xFFFD, 1, style)
    }
  }
}

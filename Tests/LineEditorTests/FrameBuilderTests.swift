import Testing

@testable import LineEditor

struct FrameBuilderTests {
  private func rows(_ text: String, columns: Int) -> [String] {
    var builder = FrameBuilder(columns: columns, glyphs: GlyphTable())
    builder.put(text, 0)
    return builder.frame.rows.map { row in
      LineBuffer.text(row.cells.flatMap { builder.glyphs.scalars(of: $0.glyph) }[...])
    }
  }

  @Test(arguments: [
    ("abcdefgh", ["abcde", "fgh"]), ("日本語", ["日本", "語"]), ("e\u{301}x", ["e\u{301}x"]),
    ("\u{301}x", [" \u{301}x"]), ("a\tb", ["a    ", "b"]), ("\u{1}", ["^A"]),
  ])
  func textIsLaidOutInRows(text: String, expected: [String]) {
    #expect(rows(text, columns: 5).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test func aCursorBehindAFullRowStandsOnTheNext() {
    var builder = FrameBuilder(columns: 4, glyphs: GlyphTable())
    builder.put("abcd", 0)
    builder.markCursor()
    #expect(builder.frame.cursorRow == 1)
    #expect(builder.frame.cursorColumn == 0)
    #expect(builder.frame.rows.last?.isWrapped == true)
  }

  @Test func aPromptKeepsItsColorsAndLosesItsEscapes() {
    var builder = FrameBuilder(columns: 40, glyphs: GlyphTable())
    builder.put(prompt: "\u{1b}]0;title\u{7}\u{1b}[1m\u{1b}[34mhost\u{1b}[0m\nPS> \u{1b}")
    #expect(builder.frame.rows.map(\.width) == [4, 4])
    let first = builder.frame.rows[0].cells.first?.style ?? 0
    #expect(builder.glyphs.sequence(of: first) == "\u{1b}[1m\u{1b}[34m")
    #expect(builder.frame.rows[1].cells.allSatisfy { $0.style == 0 })
  }

  @Test(arguments: [(80, 40, 1), (40, 80, 0), (80, 1, 50)])
  func theFirstRowIsFoundAgainAfterAChangedWidth(old: Int, new: Int, above: Int) {
    let row = Row(cells: Array(repeating: Cell(glyph: 0x61, style: 0, width: 1), count: 50))
    #expect(ReflowedRows([row], oldColumns: old, newColumns: new).rowsAbove(0, 50) == above)
  }

  @Test func aMenuIsReadDownItsColumns() {
    let layout = MenuLayout(widths: [8, 8, 8, 8, 8], terminalColumns: 22)
    #expect(layout.rows == 3)
    #expect(layout.columns == 2)
    #expect(layout.neighbor(of: 0, right: 1, down: 0, count: 5) == 3)
    #expect(layout.neighbor(of: 2, right: 1, down: 0, count: 5) == 2)
    #expect(layout.neighbor(of: 4, right: 0, down: 1, count: 5) == 0)
    #expect(layout.neighbor(of: 0, right: 0, down: -1, count: 5) == 4)
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func copiedTextIsEncodedForTheTerminal(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }
}

import Testing

@Suite struct RecordedOutputTests {
  /// Tables, and how many of their rows the reader is known to understand.
  static let tables: [(name: String, least: Int)] = [
    ("formatting/gen-shapes-table", 140), ("formatting/gen-shapes-list", 80), ("formatting/gen-shapes-default", 20),
    ("formatting/gen-shapes-wide-custom", 90), ("formatting/gen-shapes-wrap", 40), ("formatting/gen-tables-one", 230),
    ("formatting/gen-lists", 300), ("formatting/gen-calculated", 90), ("formatting/gen-calculated-list", 30),
    ("formatting/gen-sequences", 50), ("formatting/hand-widths", 130), ("formatting/gen-wide", 60),
    ("formatting/gen-numbers", 50), ("formatting/gen-custom", 20), ("formatting/hand-wide", 50),
    ("formatting/hand-force", 20), ("formatting/hand-align", 8), ("styles/gen-psstyle", 60),
  ]

  @Test("What the real shell printed is what we print", arguments: tables)
  func printsWhatWasRecorded(_ table: (name: String, least: Int)) throws {
    var understood = 0
    for row in try RecordedRow.all(table.name) {
      guard let text = ExpressionReader.text(of: row.expression) else { continue }
      understood += 1
      #expect(text == row.text, "\(row.expression)")
    }
    #expect(understood >= table.least, "\(table.name) understood \(understood)")
  }
}

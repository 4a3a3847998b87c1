import SourceText
import Testing

@Suite struct SourceFileTests {
  @Test(arguments: [
    ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("ab", 1, 1, 2), ("", 0, 1, 1), ("é😀x", 6, 1, 4),
    ("a\né", 4, 2, 2), ("a\n", 2, 2, 1),
  ])
  func anOffsetHasALineAndAColumnInUTF16(text: String, offset: Int, line: Int, column: Int) {
    let position = SourceFile(text: text).position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test(arguments: ["abc", "é😀x\n世界\r\nz", "", "\u{FEFF}a"])
  func bothWaysOfCountingLeadToEachOther(text: String) {
    let source = SourceFile(text: text)
    var bytes = 0
    var units = 0
    for character in text.unicodeScalars {
      #expect(source.utf16Offset(of: bytes) == units)
      #expect(source.utf8Offset(ofUTF16: units) == bytes)
      bytes += UTF8.width(character)
      units += UTF16.width(character)
    }
    #expect(source.utf16Offset(of: bytes + 2) == units + 2)
    #expect(source.utf8Offset(ofUTF16: units) == bytes)
  }

  @Test func linesComeWithoutTheirEnds() {
    let source = SourceFile(text: "one\r\ntwo\n\nlast")
    #expect(source.lineCount == 4)
    #expect((0...5).map { source.text(ofLine: $0) } == ["", "one", "two", "", "last", ""])
  }

  @Test func anExtentPastTheEndGivesWhatThereIs() {
    let source = SourceFile(text: "abc")
    #expect(source.text(of: ScriptExtent(1, 9)) == "bc")
    #expect(source.text(of: ScriptExtent(7, 9)) == "")
    #expect(source.text(of: ScriptExtent(2, 1)) == "")
  }
}

@Suite struct ScriptExtentTests {
  @Test func extentsAreHalfOpenAndSmall() {
    let extent = ScriptExtent(2, 5)
    #expect(MemoryLayout<ScriptExtent>.size == 8)
    #expect(extent.through(ScriptExtent(7, 9)) == ScriptExtent(2, 9))
    #expect(extent.after == ScriptExtent(5, 5))
    #expect(extent.before == ScriptExtent(2, 2))
    #expect(extent.contains(ScriptExtent(3, 5)))
    #expect(!extent.contains(ScriptExtent(3, 6)))
    #expect(ScriptExtent(4, 4).isEmpty)
    #expect("\(extent)" == "2-5")
  }
}

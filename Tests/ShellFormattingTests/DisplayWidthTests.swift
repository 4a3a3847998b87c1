import ShellFormatting
import ShellObjects
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    "A text takes the cells a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("日本", 4), ("한", 2), ("ＡＢ", 4), ("e\u{301}", 2), ("😀", 2), ("⌘", 1),
      ("\u{1B}[31mred\u{1B}[0m", 3), ("\u{1B}[m", 0), ("\u{1B}[?25h", 0), ("\u{1B}[2J", 4), ("\u{1B}[4:3m", 6),
      ("\u{1B}]8;;https://e.org/\u{1B}\\link\u{1B}]8;;\u{1B}\\", 4),
    ])
  func cells(_ text: String, _ cells: Int) { #expect(DisplayWidth.cells(text) == cells) }

  @Test(
    "A head and a tail hold no more than they were given",
    arguments: [
      ("abcdef", 3, "abc", "def"), ("日本語", 3, "日", "語"), ("日本語", 4, "日本", "本語"), ("ab", 5, "ab", "ab"),
      ("ab", 0, "", ""),
    ])
  func cuts(_ text: String, _ cells: Int, _ head: String, _ tail: String) {
    #expect(DisplayWidth.head(text, cells: cells) == head)
    #expect(DisplayWidth.tail(text, cells: cells) == tail)
  }

  @Test("A head keeps the escapes that belong to it")
  func headKeepsEscapes() {
    #expect(DisplayWidth.head("\u{1B}[31mabc\u{1B}[0m", cells: 2) == "\u{1B}[31mab")
  }

  @Test(
    "Lines break behind blanks, and anywhere in long words",
    arguments: [
      ("one two three", 8, ["one two ", "three"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("a\nb", 9, ["a", "b"]),
      ("ab abcdefgh", 4, ["ab a", "bcde", "fgh"]), ("a\r\nb\rc", 9, ["a", "bc"]), ("日本", 1, ["?", "?"]), ("", 3, [""]),
      ("fits  ", 6, ["fits  "]),
    ])
  func wraps(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(LineWrapping.lines(text, first: width, following: width, culture: .english) == lines)
  }

  @Test("Cultures without word breaks fill every line")
  func wrapsAnywhere() {
    #expect(
      LineWrapping.lines("one two three", first: 6, following: 6, culture: .invariant) == ["one tw", "o thre", "e"])
  }
}

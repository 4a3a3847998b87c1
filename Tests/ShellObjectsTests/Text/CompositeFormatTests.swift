import Testing

@testable import ShellObjects

struct CompositeFormatTests {
  @Test func textsWithNumbersAnswerAsRecorded() throws {
    let result = try RecordedTable("formatoperator/others.tsv").replay(/'((?:[^']|'')*)' -f (\d+(?:,\d+)*)/) { match in
      let arguments = match.2.split(separator: ",").compactMap { Int32($0) }
      do {
        let format = CompositeFormat(String(match.1).replacing("''", with: "'"))
        return RecordedTable.literal(
          try format.text(count: arguments.count) { index, format in
            try NumberFormatter.format(arguments[index], format ?? "", culture: .english)
          })
      } catch let failure as FormatFailure {
        return "!FormatError [InvalidOperation] RuntimeException: "
          + RecordedTable.literal("Error formatting a string: \(failure.message).")
      }
    }
    #expect(result.count >= 15)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func anArgumentIsLookedAtBeforeALaterMistake() {
    #expect(throws: FormatFailure.indexOutOfRange) { try CompositeFormat("{1} {x").text(count: 1) { _, _ in "" } }
  }

  @Test func offsetsCountUTF16Units() {
    #expect(CompositeFormat("é😀{x}").failure?.message.contains("near offset 4.") == true)
  }

  @Test func widthsCountUTF16Units() throws {
    #expect(try CompositeFormat("{0,4}|{0,-4}|{0,1}").text(count: 1) { _, _ in "😀" } == "  😀|😀  |😀")
  }
}

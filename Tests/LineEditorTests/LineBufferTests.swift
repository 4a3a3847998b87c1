import Testing

@testable import LineEditor

struct LineBufferTests {
  @Test(arguments: ["e\u{301}", "😀", "👨‍👩‍👧", "🇩🇪", "日", "a"])
  func aCharacterIsOneStep(character: String) {
    let buffer = LineBuffer("x" + character + "y")
    let end = buffer.count - 1
    #expect(buffer.edge(before: end) == 1)
    #expect(buffer.edge(after: 1) == end)
  }

  @Test func stepsEndAtTheEdgesOfTheText() {
    let buffer = LineBuffer("abc")
    #expect(buffer.edge(from: 1, by: -5) == 0)
    #expect(buffer.edge(from: 1, by: Int.min) == 0)
    #expect(buffer.edge(from: 1, by: Int.max) == 3)
  }

  @Test func offsetsOfUTF8AndPositionsMeet() {
    let buffer = LineBuffer("aé日😀b")
    for position in 0...buffer.count {
      #expect(buffer.position(ofUTF8: buffer.utf8Offset(of: position)) == position)
    }
    #expect(buffer.position(ofUTF8: 2) == 1)
    #expect(buffer.position(ofUTF8: 999) == buffer.count)
  }

  @Test func rangesOutsideTheTextAreClamped() {
    var buffer = LineBuffer("abc")
    buffer.replace(2..<99, with: [0x78])
    #expect(buffer.text == "abx")
    #expect(buffer.cursor == 3)
  }

  @Test func typedWordsAreUndoneAsOne() {
    var log = UndoLog()
    var buffer = LineBuffer()
    for scalar in "one two".unicodeScalars {
      buffer.insert([scalar.value])
      log.record(buffer)
    }
    #expect(log.undo()?.text == "one ")
    #expect(log.undo()?.text == "")
    #expect(log.undo() == nil)
    #expect(log.redo()?.text == "one ")
  }

  @Test func aLongTextKeepsItsLastSteps() {
    var log = UndoLog()
    var buffer = LineBuffer(Array(repeating: 0x61, count: 300_000))
    for _ in 0..<40 {
      buffer.insert([0x62, 0x63])
      log.record(buffer)
    }
    var steps = 0
    while log.undo() != nil { steps += 1 }
    #expect(steps == 15)
  }

  @Test(arguments: [
    ("cmd \"two words\" $v", ["cmd", "\"two words\"", "$v"]), ("a (1 + 2) {x y} z", ["a", "(1 + 2)", "{x y}", "z"]),
    ("  ", []), ("a 'it (' b", ["a", "'it ('", "b"]),
  ])
  func wordsKeepQuotesAndBracketsTogether(text: String, words: [String]) {
    #expect(ShellWords.split(text.unicodeScalars.map(\.value)).map { LineBuffer.text($0[...]) } == words)
  }

  @Test func bracketsInQuotesHaveNoPartner() {
    let matcher = BraceMatcher("f(a[1] '(' )".unicodeScalars.map(\.value))
    #expect(matcher.partner(of: 1) == 11)
    #expect(matcher.partner(of: 5) == 3)
    #expect(matcher.partner(of: 8) == nil)
  }
}

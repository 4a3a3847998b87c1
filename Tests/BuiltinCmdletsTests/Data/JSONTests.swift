import ShellObjects
import ShellTypes
import Testing

@testable import BuiltinCmdlets

/// What the JSON reader takes, and how it complains.
@Suite struct JSONTests {
  private func read(_ text: String, depth: Int = 1024) throws -> Value {
    var reader = JSONReader(text, maximumDepth: depth)
    return try reader.read()
  }

  @Test(arguments: [
    ("1", "1"), ("-0x10", "-16"), ("010", "8"), ("1.50", "1.5"), ("'single'", "single"), ("\"a\\u0041\\n\"", "aA\n"),
    ("\"\\ud83d\\ude00\"", "\u{1F600}"), ("true // comment", "True"), ("/* x */ null", ""),
    ("{a: 1, 'b': \"x\", \"c\": true,}", "@{a=1; b=x; c=True}"),
  ])
  func valuesAreReadWithTheLibertiesPowerShellTakes(_ text: String, _ expected: String) throws {
    #expect(try read(text).text() == expected)
  }

  @Test(arguments: [
    ("+1", "Unexpected character encountered while parsing value: +. Path '', line 0, position 0."),
    (
      "{\"a\":1 \"b\":2}",
      "After parsing a value an unexpected character was encountered: \". Path 'a', line 1, position 7."
    ),
    ("[1 2]", "After parsing a value an unexpected character was encountered: 2. Path '[0]', line 1, position 3."),
    ("1 2", "Additional text encountered after finished reading JSON content: 2. Path '', line 1, position 2."),
    ("\"abc", "Unterminated string. Expected delimiter: \". Path '', line 1, position 4."),
    ("[", "Unexpected end when reading token. Path ''."),
    ("{\"a\":\n", "Unexpected end when deserializing object. Path 'a', line 2, position 0."),
  ])
  func mistakesAreNamedWithTheirPlace(_ text: String, _ expected: String) {
    #expect {
      try read(text)
    } throws: { ($0 as? JSONFailure)?.message == expected }
  }

  @Test func nestingBeyondTheLimitIsRefused() {
    #expect {
      try read("[[[1]]]", depth: 2)
    } throws: {
      ($0 as? JSONFailure)?.message
        == "The reader's MaxDepth of 2 has been exceeded. Path '[0][0]', line 1, position 3."
    }
  }

  @Test(arguments: [
    ("{\"a\": [1, 2.5e3, null]}", true), ("[1,]", false), ("'a'", false), ("01", false), ("\"\\x\"", false),
    ("", false),
    ("{} {}", false),
  ])
  func strictJSONIsToldFromTheRest(_ text: String, _ expected: Bool) {
    #expect(StrictJSON(text).isValid == expected)
  }

  @Test(arguments: [
    (JSONWriter.Escaping.standard, "\"<\u{e9}\\\"\\n&\\u2028>\""), (.nonASCII, "\"<\\u00e9\\\"\\n&\\u2028>\""),
    (.html, "\"\\u003c\u{e9}\\u0022\\n\\u0026\\u2028\\u003e\""),
  ])
  func textIsEscapedAsAskedFor(_ escaping: JSONWriter.Escaping, _ expected: String) {
    var text = ""
    JSONEscaping.append("<\u{e9}\"\n&\u{2028}>", to: &text, escaping)
    #expect(text == expected)
  }
}

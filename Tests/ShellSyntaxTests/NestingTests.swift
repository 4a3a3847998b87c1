import ShellSyntax
import SourceText
import Testing

@Suite struct NestingTests {
  @Test(arguments: [
    ("(", ")"), ("{", "}"), ("@(", ")"), ("$(", ")"), ("if (1) {", "}"), ("-", "1"), ("[int]", "1"), ("@{a=", "}"),
    ("[a[", "]]"), ("$x[", "]"), ("\"$(", ")\""), ("!", "1"), ("1,(", ")"), (",", "1"), ("$a=", "1"), ("else ", ""),
  ])
  func whatIsNestedTooDeeplyIsOneErrorAndNoCrash(opening: String, closing: String) {
    let depth = 3_000
    let text = String(repeating: opening, count: depth) + String(repeating: closing, count: depth)
    let result = Parser.parse(SourceFile(text: text))
    #expect(result.errors.first?.id == "ScriptTooComplicated" || opening == "else ")
  }

  @Test func aHundredLevelsAreRead() {
    let text = String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100)
    #expect(Parser.parse(text).errors.isEmpty)
  }

  @Test func longTextsWithoutNestingAreNoTrouble() {
    #expect(Parser.parse("1" + String(repeating: "+1", count: 1_500)).errors.isEmpty)
    #expect(Parser.parse("$x" + String(repeating: ".y", count: 1_500)).errors.isEmpty)
    #expect(Parser.parse("a" + String(repeating: " | b", count: 20_000)).errors.isEmpty)
    #expect(Parser.parse(String(repeating: "a\n", count: 20_000)).errors.isEmpty)
  }

  @Test(arguments: ["+1", ".y", "[0]", " -and 1", " && a"])
  func whatWouldMakeTheTreeTooDeepIsOneError(link: String) {
    #expect(Parser.parse("$x" + String(repeating: link, count: 20_000)).errors.map(\.id) == ["ScriptTooComplicated"])
  }

  @Test(arguments: ["", "n", "l", "d", ".5", "e5"])
  func aHugeNumberIsReadInNoTime(suffix: String) {
    #expect(Parser.parse(String(repeating: "9", count: 100_000) + suffix).errors.count <= 1)
  }
}

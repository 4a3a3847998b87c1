import ShellSyntax
import Testing

@Suite struct QuotingTests {
  @Test(arguments: [
    ("it's", "'it''s'"), ("", "''"), ("a\u{2019}b", "'a\u{2019}\u{2019}b'"), ("$x \"y\"", "'$x \"y\"'"),
  ])
  func singleQuotesAreDoubled(text: String, quoted: String) {
    #expect(Quoting.singleQuoted(text) == quoted)
  }

  @Test(arguments: ["a b", "it's", "", "$x", "a\u{201D}b", "`", "x;y", "{}", "-f", "a,b", "7", "@x", "#c", "plain"])
  func everyTextReadsBack(text: String) throws {
    for quoted in [Quoting.singleQuoted(text), Quoting.doubleQuoted(text), Quoting.argument(text)] {
      let elements = try #require(Parser.parse("cmd " + quoted).ast.all(CommandAst.self).first).commandElements
      guard case .expression(.stringConstant(let constant))? = elements.last else {
        Issue.record("\(quoted) is no string")
        continue
      }
      #expect(constant.value == text)
    }
  }

  @Test(arguments: [
    ("plain", true), ("a.txt", true), ("/usr/bin/x", true), ("C:\\x", true), ("a b", false), ("$x", false),
    ("-x", false), ("7", false), ("", false), ("a'b", false), ("a`b", false), ("--%", false), ("--", false),
    (">", false),
    ("a;b", false), ("#x", false), ("é", true),
  ])
  func aBareWordStandsForItself(text: String, isBare: Bool) {
    #expect(Quoting.isBareWord(text) == isBare)
  }

  @Test(arguments: [
    ("x", "$x"), ("env:PATH", "$env:PATH"), ("a b", "${a b}"), ("a}b", "${a`}b}"), ("x-y", "${x-y}"), ("?", "$?"),
  ])
  func aVariableGetsBracesWhereItNeedsThem(path: String, written: String) {
    #expect(Quoting.variable(path) == written)
  }

  @Test func namesOfMembersGetQuotesWhereTheyNeedThem() {
    #expect(Quoting.memberName("Name") == "Name")
    #expect(Quoting.memberName("a-b") == "'a-b'")
    #expect(Quoting.memberName("1") == "'1'")
    #expect(Quoting.escapedInFormat("{0}") == "{{0}}")
    #expect(Quoting.escapedInBlockComment("a #> b") == "a #`> b")
  }
}

import ShellSyntax
import SourceText
import Testing

@Suite struct EntryPointTests {
  @Test(arguments: [
    ("1", NumberLiteral.int32(1)), ("-5", .int32(-5)), ("+5", .int32(5)), ("1kb", .int32(1024)),
    ("0xFF", .int32(255)), ("2147483648", .int64(2_147_483_648)), ("1.5", .double(1.5)), ("1e3", .double(1000)),
    ("5u", .uint32(5)), ("-0x10", .int32(-16)),
  ])
  func aNumberIsReadAsConversionsDo(text: String, value: NumberLiteral) {
    #expect(Parser.parseNumber(text) == value)
  }

  @Test(arguments: ["", "x", "1 2", "1x", "--1", "1,2"])
  func whatIsNoNumberIsNil(text: String) {
    #expect(Parser.parseNumber(text) == nil)
  }

  @Test(arguments: [
    ("int", "int"), ("List[int]", "List[int]"), ("int[,]", "int[,]"), ("Dictionary[string,List[int]]", nil),
    ("A, B", "A,B"), (" int ", "int"),
  ])
  func typeNamesAreRead(text: String, fullName: String?) {
    #expect(Parser.parseTypeName(text)?.fullName == fullName ?? text)
  }

  @Test(arguments: ["", "[int]", "int[", "1 2", "int]"])
  func whatIsNoTypeNameIsNil(text: String) {
    #expect(Parser.parseTypeName(text) == nil)
  }

  @Test func aStringIsExpandedWithoutQuotesAroundIt() {
    let (expression, errors) = Parser.parseExpandableString("a \"b\" $x $(1)")
    #expect(errors.isEmpty)
    guard case .expandableString(let string) = expression else {
      Issue.record("no expandable string")
      return
    }
    #expect(string.value == "a \"b\" $x $(1)")
    #expect(string.parts.count == 4)
    #expect(string.nestedExpressions.count == 2)
  }

  @Test func thePartsOfAStringAreReadyToEvaluate() throws {
    let result = Parser.parse("\"a`n$x{0}$($y)`$z\"")
    let string = try #require(result.ast.all(ExpandableStringExpressionAst.self).first)
    let written = string.parts.map { part in
      switch part {
      case .text(let text): text
      case .expression(let expression): "<\(expression.node.kind)>"
      }
    }
    #expect(written == ["a\n", "<VariableExpression>", "{0}", "<SubExpression>", "$z"])
  }

  @Test func thePathLeadsToTheInnermostNode() {
    let result = Parser.parse("foreach ($i in 1..3) { $i.Length }")
    #expect(result.ast.path(to: 24).map(\.kind).suffix(2) == ["MemberExpression", "VariableExpression"])
    #expect(result.ast.path(to: 999).isEmpty)
  }

  @Test func theTokenBeforeAPlaceIsFound() {
    let result = Parser.parse(SourceFile(text: "Get-VM -Name x"))
    #expect(result.token(before: 10)?.kind == .parameter)
    #expect(result.token(before: 0) == nil)
  }

  @Test func moreTextIsAskedForWhereItHelps() {
    #expect(Parser.parse("if ($x) {").isIncomplete)
    #expect(!Parser.parse("if ($x) }").isIncomplete)
    #expect(!Parser.parse("1").isIncomplete)
  }

  @Test func typesOfTheSessionAreKnown() {
    let text = "class C { [Own]$a }"
    #expect(Parser.parse(SourceFile(text: text)).errors.map(\.id) == ["TypeNotFound"])
    let environment = ParseEnvironment(isKnownType: { $0 == "Own" })
    #expect(Parser.parse(SourceFile(text: text), environment: environment).errors.isEmpty)
  }
}

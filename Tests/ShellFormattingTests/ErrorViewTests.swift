import Foundation
import ShellFormatting
import ShellObjects
import SourceText
import Testing

@Suite struct ErrorViewTests {
  private func settings(_ view: String, width: Int = 80) -> FormatSettings {
    var settings = FormatSettings(width: width)
    settings.errorView = view
    return settings
  }

  private func record(
    _ message: String, type: String = "System.Management.Automation.RuntimeException", id: String = "Id",
    _ category: ErrorCategory = .notSpecified, target: Value = .null, at position: SourcePosition? = nil
  ) -> ErrorRecord {
    let record = ErrorRecord(ExceptionObject(PSType.named(type), message), id: id, category, target: target)
    record.position = position
    return record
  }

  private func position(_ text: String, _ part: String, file: String? = nil) throws -> SourcePosition {
    let range = try #require(text.range(of: part))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return SourcePosition(
      SourceFile(name: file, text: text), ScriptExtent(start, start + part.utf8.count))
  }

  @Test("ConciseView in one line names what the error is about")
  func conciseLine() throws {
    let view = ErrorView(settings("ConciseView"))
    let plain = record("Attempted to divide by zero.")
    #expect(view.text(plain) == "RuntimeException: Attempted to divide by zero.")
    plain.isThrown = true
    #expect(view.text(plain) == "Exception: Attempted to divide by zero.")
    let named = record("no such", .objectNotFound)
    #expect(view.text(named) == "ObjectNotFound: no such")
    named.activity = "Get-Item"
    #expect(view.text(named) == "Get-Item: no such")
    named.recommendedAction = "Look again."
    #expect(view.text(named) == "Get-Item: no such\n  Recommendation: Look again.")
  }

  @Test("ConciseView below line 1 shows the line with marks")
  func conciseBlock() throws {
    let error = record("Attempted to divide by zero.", at: try position("1\n 1/0", "1/0"))
    #expect(
      ErrorView(settings("ConciseView")).text(error)
        == "RuntimeException: \nLine |\n   2 |   1/0\n     |   ~~~\n     | Attempted to divide by zero.")
  }

  @Test("ConciseView in a file names it and wraps the message behind its gutter")
  func conciseFile() throws {
    let message = String(repeating: "the end comes with a long text ", count: 4)
    let error = record(message + "here", at: try position("throw 1", "throw 1", file: "/x/f.ps1"))
    error.isThrown = true
    #expect(
      ErrorView(settings("ConciseView")).text(error) == """
        Exception: /x/f.ps1:1
        Line |
           1 |  throw 1
             |  ~~~~~~~
             | the end comes with a long text the end comes with a long text the end
             | comes with a long text the end comes with a long text here
        """)
  }

  @Test(
    "A dictionary with Line and LineText is shown as the place",
    arguments: [
      (12, "  Should -Be 5  ", "f.ps1", "Exception: f.ps1\nLine |\n  12 | Should -Be 5\n     | expected 5"),
      (123_456, "x", "", "Exception: \n  Line |\n123456 | x\n       | expected 5"),
    ])
  func targetLine(_ line: Int, _ text: String, _ file: String, _ expected: String) {
    let target = PSHashtable(["Line": line.value, "LineText": .string(text), "File": .string(file)])
    let error = record("expected 5", type: "System.Exception", target: .object(target))
    #expect(ErrorView(settings("ConciseView")).text(error) == expected)
  }

  @Test("NormalView has position, category and id")
  func normalView() throws {
    let error = record(
      "Attempted to divide by zero.", id: "RuntimeException", at: try position("$x=1;1/0", "1/0"))
    #expect(
      ErrorView(settings("NormalView")).text(error) == """
        Attempted to divide by zero.
        At line:1 char:6
        + $x=1;1/0
        +      ~~~
        + CategoryInfo          : NotSpecified: (:) [], RuntimeException
        + FullyQualifiedErrorId : RuntimeException
        """)
  }

  @Test("A record from Get-Error is shown with all its properties")
  func detailedView() throws {
    let inner = ExceptionObject(.exception, "i")
    let error = ErrorRecord(
      ExceptionObject(.exception, "o", inner: inner), id: "I", .notSpecified, target: .string("t"))
    error.extending().typeNames = ["System.Management.Automation.ErrorRecord#PSExtendedError"] + error.typeNames
    var lines: [String] = []
    let pipeline = FormatPipeline(views: FormatViews(), settings: settings("ConciseView")) { lines.append($0) }
    try pipeline.write(.object(error))
    try pipeline.finish()
    // HResult is shown only where the .NET types are registered, which other suites of the process may have done.
    #expect(
      lines.filter { !$0.contains("HResult") } == [
        "", "Exception             : ", "    Type           : System.Exception", "    Message        : o",
        "    InnerException : ", "        Type    : System.Exception", "        Message : i",
        "TargetObject          : t", "CategoryInfo          : NotSpecified: (t:String) [], Exception",
        "FullyQualifiedErrorId : I", "",
      ])
  }

  @Test("CategoryView cuts long parts in their middle")
  func categoryView() {
    let error = record("m", .invalidData, target: .string(String(repeating: "t", count: 41)))
    let half = String(repeating: "t", count: 19)
    #expect(
      ErrorView(settings("CategoryView")).text(error) == "InvalidData: (\(half)…\(half):String) [], RuntimeException")
  }

  @Test(
    "A long source line is cut around the extent",
    arguments: [
      (
        "$ErrorView='NormalView';try{[xml]'<a>'}catch{$_|Out-String -Width 120}", "[xml]'<a>'",
        "$ErrorView='NormalView';try{[xml]'<a>'}catch{$_|Out-String -Width 120 …"
      ),
      (
        "$ErrorView='NormalView';try{[IO.File]::ReadAllText('/no/such')}catch{$_|Out-String -Width 200}",
        "[IO.File]::ReadAllText('/no/such')",
        "… ErrorView='NormalView';try{[IO.File]::ReadAllText('/no/such')}catch{$ …"
      ),
      (
        "$ErrorView='NormalView';function w{Write-Error 'we' -TargetObject 'tgt'};w 2>&1|Out-String -Width 120",
        "w 2>&1",
        "… View';function w{Write-Error 'we' -TargetObject 'tgt'};w 2>&1|Out-Str …"
      ),
    ])
  func cutsSource(_ source: String, _ part: String, _ shown: String) throws {
    #expect(PositionMessage(try position(source, part)).line == shown)
  }

  @Test("Colours begin again in every line")
  func colours() throws {
    var colored = settings("ConciseView")
    colored.usesColor = true
    let error = record("m1\nm2")
    error.activity = "w"
    #expect(
      ErrorView(colored).text(error)
        == "\u{1B}[31;1mw: \u{1B}[31;1mm1\u{1B}[0m\n\u{1B}[31;1m\u{1B}[31;1mm2\u{1B}[0m")
  }

  @Test("A coloured block marks the failing part")
  func coloredBlock() throws {
    var colored = settings("ConciseView")
    colored.usesColor = true
    let error = record("Attempted to divide by zero.", at: try position("1\n1/0", "1/0"))
    let expected =
      "\u{1B}[31;1mRuntimeException: \u{1B}[0m\n\u{1B}[31;1m\u{1B}[36;1mLine |\u{1B}[0m\n\u{1B}[31;1m\u{1B}[36;1m\u{1B}[36;1m   2 | \u{1B}[0m \u{1B}[36;1m1/0\u{1B}[0m\n"
      + "\u{1B}[31;1m\u{1B}[36;1m\u{1B}[36;1m\u{1B}[0m\u{1B}[36;1m\u{1B}[0m\u{1B}[36;1m     | \u{1B}[31;1m ~~~\u{1B}[0m\n"
      + "\u{1B}[31;1m\u{1B}[36;1m\u{1B}[36;1m\u{1B}[0m\u{1B}[36;1m\u{1B}[0m\u{1B}[36;1m\u{1B}[31;1m\u{1B}[31;1m\u{1B}[36;1m     | \u{1B}[31;1mAttempted to divide by zero.\u{1B}[0m"
    #expect(ErrorView(colored).text(error) == expected)
  }

  @Test("Messages beside the output carry their label")
  func messages() {
    var settings = settings("ConciseView")
    #expect(MessageStream.warning.line("w", settings) == "WARNING: w")
    settings.usesColor = true
    #expect(MessageStream.verbose.line("v", settings) == "\u{1B}[33;1mVERBOSE: v\u{1B}[0m")
  }
}

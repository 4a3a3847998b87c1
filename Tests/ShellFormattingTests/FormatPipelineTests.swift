import ShellFormatting
import ShellObjects
import Testing

@Suite struct FormatPipelineTests {
  private final class Lines {
    var all: [String] = []
  }

  private let lines = Lines()

  private func pipeline(width: Int = 40, views: FormatViews = FormatViews()) -> FormatPipeline {
    FormatPipeline(views: views, settings: FormatSettings(width: width)) { [lines] in lines.all.append($0) }
  }

  private func records(
    _ shape: FormatShape, _ request: FormatRequest = FormatRequest(), _ values: [Value]
  ) throws -> [Value] {
    var records: [Value] = []
    let shaper = FormatShaper(shape, request, views: FormatViews(), settings: FormatSettings()) {
      records.append(FormatObject.value($0))
    }
    for value in values { try shaper.write(value) }
    try shaper.finish()
    return records
  }

  private func object(_ pairs: KeyValuePairs<String, Value>) -> Value { .object(PSCustomObject(pairs)) }

  @Test("A table in a variable renders when it is written")
  func recordsRender() throws {
    let records = try records(.table, FormatRequest(), [object(["A": 1.value]), object(["A": 2.value])])
    #expect(
      records.map(\.type.name) == [
        "FormatStartData", "GroupStartData", "FormatEntryData", "FormatEntryData", "GroupEndData", "FormatEndData",
      ])
    let pipeline = pipeline()
    for record in records { try pipeline.write(record) }
    try pipeline.finish()
    #expect(lines.all == ["", "A", "-", "1", "2", ""])
  }

  @Test("Records that lack their beginning are refused")
  func recordsOutOfSequence() throws {
    let records = try records(.table, FormatRequest(), [object(["A": 1.value])])
    let error = #expect(throws: ShellError.self) { try self.pipeline().write(records[1]) }
    #expect(
      error?.record.fullyQualifiedErrorID
        == "ConsoleLineOutputOutOfSequencePacket,Microsoft.PowerShell.Commands.OutLineOutputCommand")
  }

  @Test("A format command among plain objects closes their table and begins its own")
  func recordsAmongObjects() throws {
    let pipeline = pipeline()
    try pipeline.write(object(["A": 1.value]))
    for record in try records(.list, FormatRequest(), [object(["B": 2.value])]) { try pipeline.write(record) }
    try pipeline.write(object(["C": 3.value]))
    try pipeline.finish()
    #expect(lines.all == ["", "A", "-", "1", "", "", "B : 2", "", "", "C", "-", "3", ""])
  }

  @Test("Rows of a view with widths come out one by one")
  func streamsRows() throws {
    let views = FormatViews()
    views.register { [.table("Test.Gpu", [ViewColumn("Name", width: 8), ViewColumn("Count", width: 6, .right)])] }
    let pipeline = pipeline(views: views)
    func gpu(_ name: String, _ count: Int) -> Value {
      let made = PSCustomObject(["Name": .string(name), "Count": count.value])
      made.extending().typeNames = ["Test.Gpu"]
      return .object(made)
    }
    try pipeline.write(gpu("gpu0", 4))
    #expect(lines.all == ["", "Name      Count", "----      -----", "gpu0          4"])
    try pipeline.write(gpu("a-long-name", 16))
    #expect(lines.all.last == "a-long-…     16")
    try pipeline.finish()
    #expect(lines.all.last == "")
  }

  @Test("Rows without widths wait for their group")
  func holdsRows() throws {
    let pipeline = pipeline()
    try pipeline.write(object(["A": 1.value]))
    #expect(lines.all == [""])
    try pipeline.write(object(["A": .string("wider")]))
    try pipeline.finish()
    #expect(lines.all == ["", "    A", "    -", "    1", "wider", ""])
  }

  @Test("One table that was sized to its cells makes later ones be sized")
  func sizesLaterTables() throws {
    var request = FormatRequest()
    request.properties = [FormatProperty(.property("A"))]
    request.properties[0].width = 9
    let declared = try records(.table, request, [object(["A": 1.value])])
    let pipeline = pipeline()
    for record in declared { try pipeline.write(record) }
    #expect(lines.all == ["", "        A", "        -", "        1", ""])
    lines.all = []
    for record in try records(.table, FormatRequest(), [object(["B": 1.value])]) { try pipeline.write(record) }
    for record in declared { try pipeline.write(record) }
    for record in try records(.wide, FormatRequest(), [object(["C": 1.value])]) { try pipeline.write(record) }
    try pipeline.finish()
    #expect(lines.all.prefix(11) == ["", "B", "-", "1", "", "", "A", "-", "1", "", ""])
    #expect(lines.all.suffix(2).first?.utf8.count == 39)
  }

  @Test("Names with wildcards of their own are names")
  func oddNames() throws {
    let pipeline = pipeline()
    try pipeline.write(object(["star*": 3.value, "dot.name": 2.value]))
    try pipeline.finish()
    #expect(lines.all == ["", "star* dot.name", "----- --------", "    3        2", ""])
    lines.all = []
    var request = FormatRequest()
    request.properties = [FormatProperty(.property("st*"))]
    let list = self.pipeline()
    for record in try records(.list, request, [object(["star*": 3.value])]) { try list.write(record) }
    try list.finish()
    #expect(lines.all == ["", "star* : 3", ""])
  }

  @Test("A later object without the Length or Count of the first one counts as one")
  func countsSingleObjects() throws {
    let pipeline = pipeline()
    try pipeline.write(object(["Count": 25.value, "Other": 1.value]))
    try pipeline.write(object(["Name": .string("x")]))
    try pipeline.finish()
    #expect(lines.all == ["", "Count Other", "----- -----", "   25     1", "    1      ", ""])
  }

  @Test("Groups get headings and their own widths")
  func groups() throws {
    var request = FormatRequest()
    request.groupBy = FormatProperty(.property("K"))
    request.properties = [FormatProperty(.property("V"))]
    let values = [("a", 1), ("A", 22), ("b", 3)].map { object(["K": .string($0.0), "V": $0.1.value]) }
    let pipeline = pipeline()
    for record in try records(.table, request, values) { try pipeline.write(record) }
    try pipeline.finish()
    #expect(
      lines.all
        == ["", "   K: a", "", " V", " -", " 1", "22", "", "   K: b", "", "V", "-", "3", ""])
  }

  @Test("A default display property set decides columns")
  func displaySet() throws {
    let views = FormatViews()
    views.setDisplayProperties(["B", "A"], for: "Test.Set")
    let made = PSCustomObject(["A": 1.value, "B": 2.value, "C": 3.value])
    made.extending().typeNames = ["Test.Set"]
    let pipeline = pipeline(views: views)
    try pipeline.write(.object(made))
    try pipeline.finish()
    #expect(lines.all == ["", "B A", "- -", "2 1", ""])
  }

  @Test("Failing expressions are blank, #ERR or told of behind the row")
  func failures() throws {
    struct Failure: Error {}
    var request = FormatRequest()
    request.properties = [FormatProperty(.property("A")), FormatProperty(.computed("boom", { _ in throw Failure() }))]
    func output() throws -> [String] {
      let output = Lines()
      let pipeline = FormatPipeline(views: FormatViews(), settings: FormatSettings(width: 60)) { output.all.append($0) }
      for record in try records(.table, request, [object(["A": 1.value])]) { try pipeline.write(record) }
      try pipeline.finish()
      return output.all
    }
    #expect(try output() == ["", "A boom", "- ----", "1 ", ""])
    request.displaysErrors = true
    #expect(try output() == ["", "A boom", "- ----", "1 #ERR", ""])
    request.showsErrors = true
    #expect(try output().dropFirst(4).first == "InvalidArgument: Failed to evaluate expression \"boom\".")
  }

  @Test("An unknown view is an error of the cmdlet that asked")
  func unknownView() throws {
    var request = FormatRequest()
    request.viewName = "nosuch"
    let error = #expect(throws: ShellError.self) { try self.records(.table, request, [self.object(["A": 1.value])]) }
    #expect(
      error?.record.fullyQualifiedErrorID == "FormatViewNotFound,Microsoft.PowerShell.Commands.FormatTableCommand")
  }

  @Test("Calculated properties are refused with PowerShell's ids")
  func calculatedErrors() {
    let cases: [(KeyValuePairs<String, Value>, String)] = [
      ([:], "DictionaryKeyMandatoryEntry"), (["e": .string("A"), "n": .null], "DictionaryKeyMissingValue"),
      (["e": .string("A"), "n": 5.value], "DictionaryKeyIllegalValue2"),
      (["e": .string("A"), "w": 0.value], "WidthOutOfRange"),
      (["e": .string("A"), "a": .string("middle")], "AlignmentIllegalValue"),
      (["e": .string("A"), "f": .string("")], "FormatStringEmpty"), (["e": .string("")], "ExpressionEmptyString1"),
      (["e": .string("A"), "x": 1.value], "DictionaryKeyIllegal"),
      (["e": .string("A"), "n": .string("N"), "l": .string("L")], "DictionaryKeyDuplicate"),
    ]
    for (keys, id) in cases {
      let error = #expect(throws: ShellError.self) {
        try FormatProperty(.object(PSHashtable(keys)), for: .property(.table))
      }
      #expect(
        error?.record.fullyQualifiedErrorID == id + ",Microsoft.PowerShell.Commands.FormatTableCommand")
    }
  }
}

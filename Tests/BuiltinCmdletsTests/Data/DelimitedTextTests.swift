import ShellObjects
import Testing

@testable import BuiltinCmdlets

/// Comma-separated text, CliXml, hashes and other forms of data.
@Suite struct DelimitedTextTests {
  private func rows(_ text: String, header: [String] = []) throws -> [String] {
    var reader = CSVObjects(text, delimiter: 0x2C, header: header)
    var rows: [String] = []
    while let object = try reader.next() { rows.append(try object.text()) }
    return rows
  }

  @Test(arguments: [
    ("a,b\n1,2\n3", ["@{a=1; b=2}", "@{a=3; b=}"]), ("a,b\n\"x\"\"y\", 2 \n", ["@{a=x\"y; b=2 }"]),
    ("#TYPE T\na\n#skipped\n,\n1", ["@{a=1}"]), ("a\n\"1\n2\"", ["@{a=1\n2}"]), ("a,\n1,2", ["@{a=1}"]), ("a,b", []),
  ])
  func rowsBecomeObjects(_ text: String, _ expected: [String]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func twoColumnsOfOneNameAreRefused() {
    #expect(throws: ShellError.self) { try rows("a,A\n1,2") }
  }

  @Test func objectsBecomeRowsOfTheFirstOnesColumns() throws {
    var writer = CSVWriter(delimiter: 0x2C, quoting: .asNeeded, quotedFields: nil)
    let first = Value.object(PSCustomObject(["a": .int32(1), "b": .string("x,\"y")]))
    writer.begin(first)
    #expect(writer.heading == "a,b")
    #expect(try writer.row(first) == "1,\"x,\"\"y\"")
    #expect(try writer.row(.object(PSCustomObject(["b": .null]))) == ",")
  }

  @Test(arguments: [
    (Digest.md5, "900150983CD24FB0D6963F7D28E17F72"), (.sha1, "A9993E364706816ABA3E25717850C26C9CD0D89D"),
    (.sha256, "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"),
  ])
  func hashesAreThoseOfTheStandards(_ digest: Digest, _ expected: String) {
    #expect(digest.text(of: Array("abc".utf8)) == expected)
  }

  @Test func longHashesBeginAsTheStandardsSay() {
    #expect(Digest.sha512.text(of: Array("abc".utf8)).hasPrefix("DDAF35A193617ABACC417349AE204131"))
    #expect(Digest.sha384.text(of: Array("abc".utf8)).hasPrefix("CB00753F45A35E8BB5A03D699AC65007"))
    #expect(Digest.sha256.text(of: [UInt8](repeating: 0x61, count: 1000)).hasPrefix("41EDECE42D63E8D9"))
  }

  @Test func whatCliXmlWroteIsReadBack() throws {
    var writer = CliXmlWriter(maximumDepth: 2)
    let table = PSHashtable(["k": .int64(5)])
    try writer.write(.object(PSCustomObject(["a": .string("x\n<_x"), "b": .object(table), "c": .null])))
    let values = try CliXmlReader.values(of: writer.document)
    let object = try #require(values.first)
    #expect(try object.property("a").text() == "x\n<_x")
    #expect(try object.property("b").object(as: PSHashtable.self)?["k"]?.text() == "5")
    #expect(object.typeNameList.first == "Deserialized.System.Management.Automation.PSCustomObject")
  }

  @Test(arguments: ["bad", "<Objs", "<Objs><S>x</Objs>", "<!DOCTYPE a><Objs/>", "<Objs>&x;</Objs>"])
  func aTextThatIsNoCliXmlIsRefused(_ text: String) {
    #expect(throws: ShellError.self) { try CliXmlReader.values(of: text) }
  }

  @Test(arguments: [("a b", ["a", "b"]), ("\"a b\" c", ["a b", "c"]), ("", []), ("a\"\"b", ["ab"])])
  func argumentsAreSplitAtSpacesOutsideQuotes(_ text: String, _ expected: [String]) {
    #expect(ProcessLaunch.split(text) == expected)
  }
}

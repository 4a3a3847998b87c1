import CmdletKit
import Foundation
import ShellObjects
import TestSupport
import Testing

@testable import BuiltinCmdlets

@Suite struct ContentTests {
  let folder: TemporaryDirectory
  let provider = FileSystemProvider()

  init() throws { folder = try TemporaryDirectory() }

  private func pieces(_ bytes: [UInt8], _ change: (inout ContentOptions) -> Void = { _ in }) throws -> [String] {
    let path = folder.path + "/file"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    var options = ContentOptions()
    change(&options)
    let reader = try provider.reader(path, options, ProviderRequest())
    defer { reader.close() }
    var found: [String] = []
    while let piece = try reader.next() { found.append(try piece.text()) }
    return found
  }

  @Test(arguments: [
    ("a\nb ", ["a", "b "]), ("a\r\nb\r\n ", ["a", "b", " "]), ("a\n\nb", ["a", "", "b"]), ("\n\n", ["", ""]),
    ("a\rb", ["a", "b"]), ("a\r", ["a"]), ("", []), ("a", ["a"]), ("é€\nü", ["é€", "ü"]),
  ])
  func linesEndInEveryWay(text: String, lines: [String]) throws { #expect(try pieces(Array(text.utf8)) == lines) }

  @Test(arguments: [65_534, 65_535, 65_536, 65_537])
  func aLineEndAcrossChunksIsOne(length: Int) throws {
    let bytes = [UInt8](repeating: 0x61, count: length) + Array("\r\nb\n".utf8)
    #expect(try pieces(bytes).map(\.utf8.count) == [length, 1])
  }

  @Test(arguments: [
    (",", ["a", "b", "c"]), ("b", ["a,", ",c"]), (",b", ["a", ",c"]), ("x", ["a,b,c"]), ("", []),
  ])
  func delimitersCutPieces(delimiter: String, found: [String]) throws {
    #expect(try pieces(Array("a,b,c".utf8)) { $0.delimiter = delimiter } == found)
  }

  @Test(arguments: [0, 1, 2, 3, 9])
  func tailsAreTheLastLines(count: Int) throws {
    let lines = ["one", "two", "three"]
    let found = try pieces(Array("one\ntwo\nthree\n".utf8)) { $0.tail = count }
    #expect(found == Array(lines.suffix(count)))
  }

  @Test(arguments: ["utf8", "utf8BOM", "unicode", "bigendianunicode", "utf32", "bigendianutf32"])
  func everyUnicodeEncodingComesBack(name: String) throws {
    let text = "aé€😀\nü"
    let encoding = try #require(ContentEncoding(named: name))
    #expect(try pieces(encoding.mark + encoding.bytes(text)) == ["aé€😀", "ü"])
    #expect(try pieces(encoding.mark + encoding.bytes(text)) { $0.tail = 1 } == ["ü"])
  }

  @Test(arguments: [("latin1", [0x61, 0xE9, 0x3F]), ("ascii", [0x61, 0x3F, 0x3F]), ("1252", [0x61, 0xE9, 0x80])])
  func narrowEncodingsSayWhatTheyCan(name: String, bytes: [Int]) throws {
    let encoding = try #require(ContentEncoding(named: name))
    #expect(encoding.bytes("aé€").map(Int.init) == bytes)
  }

  @Test func halfAUnitAtTheEndIsAReplacementCharacter() throws {
    #expect(try pieces([0xFF, 0xFE, 0x61, 0x00, 0x62]) == ["a\u{FFFD}"])
    #expect(try pieces([0xFF, 0xFE, 0x3D, 0xD8]) == ["\u{FFFD}"])
  }

  @Test func bytesThatAreNoTextDoNotCrash() throws { #expect(try pieces([0xFF, 0x0A, 0xC3]).count == 2) }

  @Test func writersPutAMarkOnlyAtTheStart() throws {
    let path = folder.path + "/out"
    var options = ContentOptions()
    options.encoding = "utf8BOM"
    for appends in [false, true] {
      let writer = try provider.writer(path, options, appends: appends, ProviderRequest())
      try writer.write(.string("é"))
      try writer.close()
    }
    #expect(
      try Array(Data(contentsOf: URL(fileURLWithPath: path))) == [0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 10, 0xC3, 0xA9, 10])
  }

  @Test func onlyBytesAreWrittenAsBytes() throws {
    var options = ContentOptions()
    options.isByteStream = true
    let writer = try provider.writer(folder.path + "/bytes", options, appends: false, ProviderRequest())
    #expect(throws: ShellError.self) { try writer.write(.int32(65)) }
  }
}

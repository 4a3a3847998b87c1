import Foundation
import TestSupport
import Testing

@testable import LineEditor

struct HistoryFileTests {
  private let directory: TemporaryDirectory
  private var path: String { directory.path + "/deep/er/history.txt" }

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test func entriesComeBackWithTheirNewlines() {
    let entries = ["one", "if {\n  x\n\n}", "a `n b", "日本 😀", " leading"]
    let file = HistoryFile(path: path)
    for entry in entries { file.append(entry) }
    #expect(HistoryFile(path: path).readNew() == entries)
  }

  @Test func theFormatIsPSReadLines() throws {
    HistoryFile(path: path).append("if (1) {\n2\n}")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "if (1) {`\n2`\n}\n")
  }

  @Test func onlyTheOwnerMayReadIt() throws {
    HistoryFile(path: path).append("one")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func shellsSeeWhatOthersWrite() {
    let (first, second) = (HistoryFile(path: path), HistoryFile(path: path))
    #expect(first.append("a") == [])
    #expect(second.append("b") == ["a"])
    #expect(first.readNew() == ["b"])
    #expect(first.readNew() == [])
  }

  @Test func shellsThatWriteAtOnceLoseNothing() async {
    let path = path
    await withTaskGroup(of: Void.self) { group in
      for shell in 0..<4 {
        group.addTask {
          let file = HistoryFile(path: path)
          for entry in 0..<100 { file.append("shell \(shell)\nentry \(entry)") }
        }
      }
    }
    let entries = HistoryFile(path: path).readNew()
    #expect(entries.count == 400)
    #expect(Set(entries).count == 400)
  }

  @Test func aShellThatDiedWhileItWroteHarmsNoOther() throws {
    let file = HistoryFile(path: path)
    file.append("one")
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("brok".utf8))
    try handle.close()
    HistoryFile(path: path).append("two")
    #expect(HistoryFile(path: path).readNew() == ["one", "brok", "two"])
  }

  @Test func aLongFileLosesItsOlderHalf() throws {
    let file = HistoryFile(path: path, sizeLimit: 4096)
    for number in 0..<1000 { file.append("entry \(number)") }
    let entries = HistoryFile(path: path).readNew()
    #expect(entries.last == "entry 999")
    #expect(entries.count < 500)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.count <= 4096)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path + "/deep/er") == ["history.txt"])
  }

  @Test func aLockThatNobodyGivesUpHoldsNoShellBack() throws {
    HistoryFile(path: path).append("one")
    let other = open(path, O_RDONLY)
    #expect(flock(other, LOCK_EX) == 0)
    HistoryFile(path: path).append("two")
    #expect(HistoryFile(path: path).readNew() == ["one", "two"])
    close(other)
  }

  @Test func whatIsNoFileHoldsNoShellBack() {
    #expect(mkfifo(directory.path + "/pipe", 0o600) == 0)
    #expect(HistoryFile(path: directory.path + "/pipe").readNew() == [])
    #expect(HistoryFile(path: directory.path).append("x") == [])
    #expect(HistoryFile(path: "/dev/null").append("x") == [])
  }

  @Test func aFileThatCannotBeOpenedIsNoHistory() {
    let file = HistoryFile(path: "/proc/no/such/history")
    #expect(file.append("x") == [])
    #expect(file.readNew() == [])
  }

  @Test func blankLinesAndRepetitionsAreLeftOut() {
    let history = CommandHistory(file: HistoryFile(path: path))
    for line in ["a", "a", "  ", "b", "a"] { history.add(line, disposition: .memoryAndFile) }
    history.add("secret", disposition: .memoryOnly)
    history.add("nothing", disposition: .skip)
    #expect(history.lines == ["a", "b", "a", "secret"])
    #expect(HistoryFile(path: path).readNew() == ["a", "b", "a"])
  }
}

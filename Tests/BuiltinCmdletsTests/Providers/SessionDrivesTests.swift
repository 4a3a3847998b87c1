import CmdletKit
import Foundation
import ShellObjects
import TestSupport
import Testing

@testable import BuiltinCmdlets

@Suite struct SessionDrivesTests {
  let folder: TemporaryDirectory
  let drives: SessionDrives

  init() throws {
    folder = try TemporaryDirectory()
    drives = SessionDrives { nil }
    for name in ["a.txt", "B.txt", "c.log", ".hidden", "b[1].txt", "sub/in.txt", "sub/deep/x.txt", "two\\names"] {
      let path = folder.path + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try "x\n".write(toFile: path, atomically: false, encoding: .utf8)
    }
    try drives.setLocation(folder.path, isLiteral: true)
  }

  private func names(_ pattern: String, force: Bool = false) throws -> [String] {
    var request = ProviderRequest()
    request.force = force
    return try drives.glob(pattern, request).map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  @Test(arguments: [
    ("*.txt", ["a.txt", "b[1].txt", "B.txt"]), ("?.log", ["c.log"]), ("[ab].txt", ["a.txt", "B.txt"]),
    ("b`[1`].txt", ["b[1].txt"]), ("*/in.txt", ["sub/in.txt"]), ("s*/d*/*", ["sub/deep/x.txt"]),
    ("sub/../*.log", ["c.log"]), ("./c*", ["c.log"]), ("none*", []), ("sub\\i*", ["sub/in.txt"]), (".*", []),
  ])
  func wildcardsMatchAtEveryLevel(pattern: String, found: [String]) throws {
    #expect(try Set(names(pattern)) == Set(found))
  }

  @Test func foldersComeFirstThenNames() throws {
    #expect(try names("*") == ["sub", "a.txt", "B.txt", "b[1].txt", "c.log", "two\\names"])
  }

  @Test func hiddenNamesNeedForce() throws { #expect(try names(".h*", force: true) == [".hidden"]) }

  @Test func aMissingFolderBeforeAWildcardIsNamed() throws {
    let error = #expect(throws: ShellError.self) { try drives.glob("/nope9/x/*") }
    #expect(error?.record.message == "Cannot find path '/nope9/x' because it does not exist.")
  }

  @Test func anOpenBracketIsAnErrorNotACrash() { #expect(throws: ShellError.self) { try drives.glob("[a") } }

  @Test func aNulIsRefused() { #expect(throws: NetException.self) { try drives.resolve("a\0b") } }

  @Test func aBackslashIsPartOfANameThatIsThere() throws {
    #expect(try drives.resolve("two\\names").path == folder.path + "/two\\names")
    #expect(try drives.resolve("sub\\in.txt").path == folder.path + "/sub/in.txt")
  }

  @Test func drivesRootOtherFolders() throws {
    try drives.add(DriveInfo(name: "data", provider: "FileSystem", root: folder.path))
    #expect(try drives.resolve("data:/sub/in.txt").path == folder.path + "/sub/in.txt")
    #expect(try drives.resolve("data:/sub").displayPath == "data:/sub")
    try drives.setLocation("data:/sub", isLiteral: true)
    #expect(drives.currentPath == "data:/sub")
    #expect(drives.fileSystemDirectory == folder.path + "/sub")
    #expect(try drives.resolve("../../..").path == folder.path)
    #expect(try drives.resolve("data:in.txt").path == folder.path + "/sub/in.txt")
    #expect(throws: ShellError.self) { try drives.remove("data", force: false) }
  }

  @Test func historyAndStacksLeadBack() throws {
    try drives.setLocation("sub", isLiteral: true)
    try drives.setLocation("deep", isLiteral: true)
    try drives.setLocation("-", isLiteral: false)
    #expect(drives.currentPath == folder.path + "/sub")
    try drives.setLocation("+", isLiteral: false)
    #expect(drives.currentPath == folder.path + "/sub/deep")
    drives.pushLocation(onto: nil)
    try drives.setLocation("/", isLiteral: true)
    #expect(try drives.popLocation(from: nil, ProviderRequest()))
    #expect(drives.currentPath == folder.path + "/sub/deep")
    #expect(throws: ShellError.self) { try drives.popLocation(from: "never", ProviderRequest()) }
  }

  @Test func aPlaceThatIsNoFolderIsNotEntered() throws {
    #expect(throws: ShellError.self) { try drives.setLocation("a.txt", isLiteral: true) }
    #expect(drives.currentPath == folder.path)
  }

  @Test func removalNeverFollowsLinks() throws {
    let provider = try #require(drives.provider(named: "FileSystem"))
    let (outside, inside) = (folder.path + "/sub", folder.path + "/gone")
    try FileManager.default.createDirectory(atPath: inside, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: inside + "/link", withDestinationPath: outside)
    var request = ProviderRequest()
    request.recurse = true
    try provider.removeItem(inside, request)
    #expect(!provider.exists(inside))
    #expect(provider.exists(outside + "/in.txt"))
  }

  @Test func theCurrentFolderIsNotRemoved() throws {
    let provider = try #require(drives.provider(named: "FileSystem"))
    #expect(throws: TerminatingError.self) { try provider.removeItem(folder.path, ProviderRequest()) }
  }

  @Test func aFolderIsNotCopiedIntoItself() throws {
    let provider = try #require(drives.provider(named: "FileSystem"))
    var request = ProviderRequest()
    request.recurse = true
    let sub = folder.path + "/sub"
    #expect(throws: ShellError.self) { try provider.copyItem(sub, to: sub + "/deep", request) }
  }
}

import Testing

@testable import BuiltinCmdlets

@Suite struct PathTextTests {
  @Test(arguments: [
    ("a", "b", "a/b"), ("a", "/b", "a/b"), ("a/", "/b", "a/b"), ("a//", "b", "a//b"), ("/", "b", "/b"), ("/", "", "/"),
    ("a", "", "a/"), ("a\\", "", "a\\/"), ("a\\", "b", "a/b"), ("\\a", "b\\c", "/a/b/c"),
    ("Env:/", "PATH", "Env:/PATH"),
    ("a", "..", "a/.."), ("a b", "*", "a b/*"),
  ])
  func pathsJoinWithOneSlash(path: String, child: String, joined: String) {
    #expect(PathJoining.join(path, child) == joined)
  }

  @Test(arguments: [
    ("a/b/c.txt", "a/b", "c.txt", "c", ".txt"), ("a", "", "a", "a", ""), ("/a", "", "a", "a", ""),
    ("a/b/", "a", "b", "b", ""), ("./a", ".", "a", "a", ""), ("a//b", "a/", "b", "b", ""),
    ("C:\\x\\y", "C:/x", "y", "y", ""), ("Env:/PATH", "", "PATH", "PATH", ""),
    (".hidden", "", ".hidden", "", ".hidden"),
    ("a.", "", "a.", "a", ""), ("b.tar.gz", "", "b.tar.gz", "b.tar", ".gz"),
    ("http://h/p/q", "http://h/p", "q", "q", ""),
  ])
  func pathsComeApart(path: String, parent: String, leaf: String, base: String, fileExtension: String) throws {
    #expect(try PathParts.parent(path) == parent)
    #expect(PathParts.leaf(path) == leaf)
    #expect(PathParts.base(PathParts.leaf(path)) == base)
    #expect(PathParts.fileExtension(PathParts.leaf(path)) == fileExtension)
  }

  @Test func theRootHasNoParent() { #expect(throws: TerminatingError.self) { try PathParts.parent("/") } }

  @Test(arguments: [
    ("Env:PATH", "Env:"), ("FileSystem::/a", "FileSystem::"), ("/a:b", nil), ("./a:b", nil), (":a", nil), ("a", nil),
  ])
  func qualifiersStandBeforeTheFirstColon(path: String, qualifier: String?) {
    #expect(PathParts.qualifier(path) == qualifier)
  }

  @Test func dotsNeverLeadAboveTheirBeginning() {
    #expect(PathText.shortened(["a", "..", "..", "b", ".", "c"]) == ["b", "c"])
  }
}

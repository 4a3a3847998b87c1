import Testing

@testable import LinuxHost

@Suite struct XMLTreeTests {
  @Test func anElementIsRead() throws {
    let root = try #require(try XMLTree("<a x='1' y='&lt;&amp;'><b/>text<c><d>in</d></c><b/></a>").root)
    #expect(root.name == "a")
    #expect(root["x"] == "1")
    #expect(root["y"] == "<&")
    #expect(root["z"] == nil)
    #expect(root.children.map(\.name) == ["b", "c", "b"])
    #expect(root.descendant("c", "d")?.text == "in")
    #expect(root.descendant("c", "e", "f") == nil)
    #expect(root.text == "textin")
  }

  @Test(arguments: [
    ("", 1), ("<a>", 1), ("<a>\n<b></a>", 2), ("not xml", 1), ("<a/><b/>", 1), ("<p:a/>", 1), ("<a>\u{1}</a>", 1),
    ("<a b='1' b='2'/>", 1),
  ]) func whatIsNotWellFormedIsAnErrorWithItsLine(_ text: String, _ line: Int) {
    let error = #expect(throws: XMLError.self) { try XMLTree(text) }
    #expect(error?.line == line)
    #expect(error?.message.isEmpty == false)
  }

  @Test func filesAreNeverRead() throws {
    let text = "<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><a>&f;</a>"
    let root = try #require(try XMLTree(text).root)
    #expect(root.text == "")
  }

  @Test func entitiesThatGrowWithoutEndAreRefused() {
    let entities = (1...9).map { level in
      "<!ENTITY e\(level) '" + String(repeating: "&e\(level - 1);", count: 10) + "'>"
    }
    let text = "<!DOCTYPE a [<!ENTITY e0 'aaaaaaaaaa'>\(entities.joined())]><a b='&e9;'/>"
    #expect(throws: XMLError.self) { try XMLTree(text) }
  }

  @Test(arguments: ["plain", "a<b>&\"'c", "ümläut 漢字 🦆", "]]>", "  spaces  ", "&amp;"])
  func anyTextSurvivesInAttributes(_ text: String) throws {
    let tree = try XMLTree(element: "a")
    let root = try #require(tree.root)
    root.set("x", text)
    root.append("b")?.set("y", text)
    let again = try #require(try XMLTree(root.xml).root)
    #expect(again["x"] == text)
    #expect(again.child("b")?["y"] == text)
  }

  @Test func whatIsNotUnderstoodStays() throws {
    let text =
      "<domain xmlns:q=\"http://q\"><!-- remark --><q:x>1</q:x><devices><disk/></devices>\n  <unknown a=\"b\"/></domain>"
    let root = try #require(try XMLTree(text).root)
    let device = try #require(try XMLTree("<hostdev mode='subsystem'/>").root)
    root.child("devices")?.append(copyOf: device)
    let expected = text.replacing("<disk/></devices>", with: "<disk/><hostdev mode=\"subsystem\"/></devices>")
    #expect(root.xml == expected)
    root.child("devices")?.children("hostdev").first?.remove()
    #expect(root.xml == text)
  }
}

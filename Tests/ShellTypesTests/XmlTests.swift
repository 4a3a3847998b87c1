import ShellObjects
import Testing

@Suite("XML as PowerShell shows it")
struct XmlTests {
  private func document(_ text: String) throws -> Value { try DeclaredTypes.value("xml", text) }

  @Test("Attributes and children are properties; repeated children are an array; text-only ones are text")
  func adapter() throws {
    let root = try document("<r a=\"1\"><i>x</i><i>y</i><k>v</k><e/></r>").property("r")
    #expect(try root.property("a").text() == "1")
    #expect(try root.property("i").text() == "x y")
    #expect(try root.property("k").string == "v")
    #expect(try root.property("e").string == "")
  }

  @Test("Markup is written as .NET writes it")
  func markup() throws {
    #expect(try document("<r><e/>a&amp;b</r>").property("OuterXml").text() == "<r><e />a&amp;b</r>")
  }

  @Test("A document loaded anew leaves nodes of the old one alone")
  func reload() throws {
    let xml = try document("<a><b>1</b></a>")
    let old = try xml.property("DocumentElement")
    _ = try xml.callMethod(Symbol("LoadXml"), [.string("<c/>")])
    #expect(try xml.property("OuterXml").text() == "<c />")
    #expect(try old.property("InnerText").text() == "1")
  }

  @Test("XPath finds nodes through a namespace manager")
  func xpath() throws {
    let xml = try document("<a xmlns=\"u\"><b>t</b></a>")
    let names = try DeclaredTypes.type("System.Xml.XmlNamespaceManager").construct([.null])
    _ = try names.callMethod(Symbol("AddNamespace"), [.string("p"), .string("u")])
    let found = try xml.callMethod(Symbol("SelectSingleNode"), [.string("//p:b"), names])
    #expect(try found?.property("InnerText").text() == "t")
  }
}

import ShellObjects
import Testing

@Suite("Members of declared types")
struct MemberCallTests {
  @Test("A string's methods answer as .NET's do")
  func stringMethods() throws {
    let rows: [(String, String, [Value], String)] = [
      ("hello", "Substring", [Value.int32(1), .int32(3)], "ell"),
      ("hello", "PadLeft", [.int32(7), .char(0x2E)], "..hello"),
      ("a,b,,c", "Split", [.char(0x2C)], "a b  c"),
      ("aXbX", "Replace", [.string("X"), .string("-")], "a-b-"),
      ("hello", "IndexOf", [.string("l")], "2"), ("hello", "LastIndexOf", [.char(0x6C)], "3"),
      ("  x ", "Trim", [], "x"), ("straße", "ToUpper", [], "STRAßE"),
      ("abc", "Insert", [.int32(1), .string("-")], "a-bc"),
      ("abcdef", "Remove", [.int32(2), .int32(2)], "abef"),
    ]
    for row in rows {
      _ = try DeclaredTypes.type("string")
      let result = try #require(try Value.string(row.0).callMethod(Symbol(row.1), row.2))
      #expect(try result.text() == row.3, "\(row.0).\(row.1)")
    }
  }

  @Test("Overloads are chosen by the kinds of the arguments")
  func overloads() throws {
    let rows: [(String, String, [Value], String)] = [
      ("math", "Max", [Value.int32(1), .double(2.5)], "System.Int32"), ("math", "Round", [.int32(1)], "System.Decimal"),
      ("math", "Max", [.string("1"), .string("2")], "System.Double"), ("math", "Abs", [.int64(-3)], "System.Int64"),
      ("convert", "ToInt32", [.string("7")], "System.Int32"),
      ("timespan", "FromSeconds", [.int32(5)], "System.TimeSpan"),
    ]
    for row in rows {
      let result = try #require(try DeclaredTypes.type(row.0).callStatic(Symbol(row.1), row.2))
      #expect(result.type.fullName == row.3)
    }
  }

  @Test("A failed call carries .NET's words")
  func failures() throws {
    let rows: [(String, String, [Value], String)] = [
      (
        "hello", "Substring", [Value.int32(9)],
        "Exception calling \"Substring\" with \"1\" argument(s): \"startIndex cannot be larger than length of string. (Parameter 'startIndex')\""
      ),
      (
        "abc", "Replace", [.string(""), .string("x")],
        "Exception calling \"Replace\" with \"2\" argument(s): \"The value cannot be an empty string. (Parameter 'oldValue')\""
      ),
      ("abc", "Substring", [], "Cannot find an overload for \"Substring\" and the argument count: \"0\"."),
    ]
    for row in rows {
      _ = try DeclaredTypes.type("string")
      #expect(DeclaredTypes.failure { try Value.string(row.0).callMethod(Symbol(row.1), row.2) } == row.3)
    }
  }

  @Test(
    "A text becomes a value of the type and back",
    arguments: [
      ("guid", "00112233-4455-6677-8899-AABBCCDDEEFF", "00112233-4455-6677-8899-aabbccddeeff"),
      ("version", "1.2.3", "1.2.3"),
      ("timespan", "1:02:03", "01:02:03"), ("datetime", "2020-05-06 07:08", "05/06/2020 07:08:00"),
      ("semver", "1.2.3-rc.1+b", "1.2.3-rc.1+b"), ("ipaddress", "fe80:0:0:0:0:0:0:1", "fe80::1"),
      ("uri", "http://EXAMPLE.com/a/../b", "http://example.com/b"),
      ("bigint", "123456789012345678901", "123456789012345678901"),
    ])
  func conversions(_ row: (String, String, String)) throws {
    #expect(try DeclaredTypes.value(row.0, row.1).text() == row.2)
  }

  @Test("A seeded Random gives .NET's numbers")
  func random() throws {
    let random = try DeclaredTypes.type("System.Random").construct([.int32(42)])
    #expect(try random.callMethod(Symbol("Next"), [.int32(1), .int32(7)])?.text() == "5")
  }

  @Test("TryParse stores its result in the reference")
  func tryParse() throws {
    let cell = VariableCell("n", .null)
    let flag = try DeclaredTypes.call("int", "TryParse", .string("8"), .object(ReferenceObject(cell)))
    #expect(flag.isTrue)
    #expect(try cell.current.text() == "8")
  }
}

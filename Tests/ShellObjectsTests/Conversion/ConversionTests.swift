import Testing

@testable import ShellObjects

@Suite struct ConversionTests {
  @Test func numbersTextAndCharactersConvert() throws {
    let rows: [(Value, PSType, String)] = [
      (Value.double(2.5), PSType.int32, "Int32:2"), (.double(3.5), .int32, "Int32:4"),
      (.string("1kb"), .int32, "Int32:1024"),
      (.string(""), .double, "Double:0"), (.null, .byte, "Byte:0"), (.char(65), .int32, "Int32:65"),
      (.int32(65), .char, "Char:A"), (.bool(true), .decimal, "Decimal:1"), (.string("False"), .boolean, "Boolean:True"),
      (.null, .string, "String:"), (.double(1e300), .single, "Single:Infinity"),
    ]
    for (value, type, expected) in rows {
      #expect(try shown(value.converted(to: type)) == expected)
    }
  }

  @Test func whatDoesNotConvertHasPowerShellsID() {
    let rows: [(Value, PSType, String)] = [
      (Value.string("x"), PSType.int32, "InvalidCastFromStringToInteger"),
      (.string("x"), .single, "InvalidCastFromStringToDoubleOrSingle"),
      (.int32(300), .byte, "InvalidCastIConvertible"), (.double(1), .char, "InvalidCastIConvertible"),
      (.string("ab"), .char, "InvalidCastParseTargetInvocation"),
      (.string("x"), .hashtable, "ConvertToFinalInvalidCastException"),
      (.string("x"), PSType.int32.arrayType, "InvalidCastExceptionScalarToArray"),
    ]
    for (value, type, id) in rows {
      let failure = #expect(throws: ShellError.self) { try value.converted(to: type) }
      #expect(failure?.record.errorID == id)
      #expect(failure?.record.exception.type.fullName == "System.Management.Automation.PSInvalidCastException")
    }
  }

  @Test func listsConvertElementByElement() throws {
    let array = try Value([.string("1"), .double(2.5)]).converted(to: PSType.int32.arrayType)
    #expect(try array.text() == "1 2")
    #expect(try Value.string("ab").converted(to: PSType.char.arrayType).text() == "a b")
  }

  @Test func enumerationsTakeNamesPrefixesNumbersAndLists() throws {
    let type = PSType(
      "Test.Days", kind: .enumeration(isFlags: true), base: .enumBase,
      enumCases: [("Sunday", 1), ("Monday", 2), ("Saturday", 4)])
    #expect(try Value.string("monday").converted(to: type).text() == "Monday")
    #expect(try Value.string("Sunday, Monday").converted(to: type).text() == "Sunday, Monday")
    #expect(try Value.string("Mo").converted(to: type).text() == "Monday")
    #expect(try Value([.int32(1), .string("Saturday")]).converted(to: type).text() == "Sunday, Saturday")
    for (value, id) in [
      (Value.int32(8), "UndefinedIntegerToEnum"), (.string("8"), "EnumParseUndefined"),
      (.string("S"), "SubstringDisambiguationEnumParseThrewAnException"), (.null, "nullToEnumInvalidCast"),
    ] {
      let failure = #expect(throws: ShellError.self) { try value.converted(to: type) }
      #expect(failure?.record.errorID == id)
    }
  }

  @Test func listsCountAsTrueByTheirElements() {
    let rows: [(Value, Bool)] = [
      (Value([]), false), (Value([.int32(0)]), false), (Value([.int32(0), .int32(0)]), true),
      (Value([Value([.int32(0)])]), true), (.object(PSHashtable()), true), (.string("0"), true),
    ]
    for (value, expected) in rows {
      #expect(value.isTrue == expected)
    }
  }
}

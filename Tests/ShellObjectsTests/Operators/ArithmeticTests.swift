import Testing

@testable import ShellObjects

/// A value and its type in one line: `Double:2.5`, `Int32:7`.
func shown(_ value: Value) throws -> String { "\(value.type.name):\(try value.text())" }

@Suite struct ArithmeticTests {
  private static var long: Value { .int64(.max) }
  private static var uint: Value { UInt32.max.value }
  private static var ulong: Value { UInt64.max.value }

  @Test func sumsTakeTheWiderType() throws {
    let rows: [(Value, Value, String)] = [
      (Value.int32(.max), Value.int32(1), "Double:2147483648"),
      (Self.long, .int32(1), "Double:9.22337203685478E+18"),
      (Self.uint, .int32(0), "UInt32:4294967295"),
      (Self.uint, .int32(-1), "Int64:4294967294"),
      (Self.ulong, .int32(-1), "Decimal:18446744073709551614"),
      (UInt8.max.value, UInt8.max.value, "Int32:510"),
      (Float(1.5).value, .int32(1), "Double:2.5"),
      (.bool(true), .char(97), "Int32:98"),
      (.string("5"), .int32(2), "String:52"),
      (.int32(5), .string(" 0x10 "), "Int32:21"),
      (.int32(5), .string("1.5"), "Double:6.5"),
      (.char(97), .int32(1), "String:a1"),
      (.null, .string("x"), "String:x"),
      (.int32(1), .null, "Int32:1"),
    ]
    for (left, right, expected) in rows {
      #expect(try shown(Arithmetic.add(left, right)) == expected)
    }
  }

  @Test func wholeQuotientsStayWhole() throws {
    let rows: [(Value, Value, String)] = [
      (Value.int32(7), Value.int32(2), "Double:3.5"), (.int32(6), .int32(2), "Int32:3"),
      (.int32(.min), .int32(-1), "Double:2147483648"), (.int64(6), .int32(4), "Double:1.5"),
      (.string("9"), .string("3"), "Int32:3"),
    ]
    for (left, right, expected) in rows {
      #expect(try shown(Arithmetic.divide(left, right)) == expected)
    }
  }

  @Test func textAndListsAreRepeated() throws {
    #expect(try Arithmetic.multiply(.string("ab"), .string("2")).text() == "abab")
    #expect(try Arithmetic.multiply(Value([.int32(1), .int32(2)]), .int32(2)).text() == "1 2 1 2")
    #expect(throws: (any Error).self) { try Arithmetic.multiply(.string("ab"), .int32(-1)) }
  }

  @Test func divisionByZeroAndForeignOperandsAreRefused() {
    #expect(throws: ShellError.self) { try Arithmetic.divide(.int32(1), .int32(0)) }
    #expect(throws: ShellError.self) { try Arithmetic.remainder(.int32(1), .int32(0)) }
    let failure = #expect(throws: ShellError.self) { try Arithmetic.subtract(.int32(1), Value([.int32(2)])) }
    #expect(failure?.record.errorID == "MethodNotFound")
    let undefined = #expect(throws: ShellError.self) { try Arithmetic.multiply(.bool(true), .int32(2)) }
    #expect(undefined?.record.errorID == "NotADefinedOperationForType")
  }
}

@Suite struct BitwiseTests {
  @Test func bitsKeepTheirWidth() throws {
    let rows: [(Bitwise.Operation, Value, Value, String)] = [
      (Bitwise.Operation.shiftLeft, Value.int32(1), Value.int32(33), "Int32:2"),
      (.shiftLeft, UInt8.max.value, .int32(4), "Byte:240"),
      (.shiftLeft, .double(1.5), .int32(1), "Int32:4"),
      (.shiftRight, .int64(-8), .int32(1), "Int64:-4"),
      (.and, .string("0x1F"), .int32(6), "Int32:6"),
      (.or, .double(1.5), .int32(4), "UInt64:6"),
      (.and, .double(-3), .int32(7), "Int64:5"),
      (.xor, .null, .int32(5), "Int32:5"),
    ]
    for (operation, left, right, expected) in rows {
      #expect(try shown(Bitwise.apply(operation, left, right)) == expected)
    }
  }

  @Test func complementsRoundAndWiden() throws {
    #expect(try shown(Bitwise.complement(.double(1.5))) == "Int32:-3")
    #expect(try shown(Bitwise.complement(.double(4_294_967_295))) == "UInt32:0")
    #expect(try shown(Bitwise.complement(.null)) == "Int32:-1")
  }
}

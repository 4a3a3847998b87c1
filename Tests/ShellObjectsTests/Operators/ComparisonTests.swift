import Testing

@testable import ShellObjects

@Suite struct ComparisonTests {
  @Test func theLeftTypeDecidesEquality() throws {
    let rows: [(Value, Value, Bool)] = [
      (Value.string("abc"), Value.string("ABC"), true), (.int32(10), .string("0xA"), true),
      (.int32(2), .string("1.5"), false), (.string("10"), .int32(10), true), (.bool(true), .int32(5), true),
      (.int32(5), .bool(true), false), (.char(97), .string("A"), true), (.null, .string(""), false),
      (.double(.nan), .double(.nan), false), (.int32(1), .string("x"), false),
    ]
    for (left, right, expected) in rows {
      #expect(try Comparison.equal(left, right, ignoreCase: true) == expected)
    }
  }

  @Test func nullIsLessThanAllButNegativeNumbers() throws {
    #expect(try Comparison.relation(.null, .int32(0), ignoreCase: true) == -1)
    #expect(try Comparison.relation(.null, .int32(-1), ignoreCase: true) == 1)
    #expect(try Comparison.relation(.string(""), .null, ignoreCase: true) == 1)
  }

  @Test func nanHasNoRelationButAPlaceInTheOrder() throws {
    #expect(try Comparison.relation(.double(.nan), .double(1), ignoreCase: true) == nil)
    #expect(try Comparison.compare(.double(.nan), .double(1), ignoreCase: true) == -1)
  }

  @Test func whatCannotBeOrderedSaysSo() {
    let text = #expect(throws: ShellError.self) { try Comparison.relation(.int32(1), .string("x"), ignoreCase: true) }
    #expect(text?.record.errorID == "InvalidCastFromStringToInteger")
    let table = #expect(throws: ShellError.self) {
      try Comparison.relation(.object(PSHashtable()), .int32(1), ignoreCase: true)
    }
    #expect(table?.record.errorID == "NotIcomparable")
  }
}

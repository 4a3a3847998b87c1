import Testing

@testable import ShellObjects

struct NumericLiteralTests {
  /// The recorder's notation of a literal's value; nil for big integers, whose digits another target turns into numbers.
  private func notation(_ literal: NumericLiteral) -> String? {
    switch literal {
    case .int8(let value): "SByte:'\(value)'"
    case .int16(let value): "Int16:'\(value)'"
    case .int32(let value): "\(value)"
    case .int64(let value): "\(value)L"
    case .uint8(let value): "Byte:'\(value)'"
    case .uint16(let value): "UInt16:'\(value)'"
    case .uint32(let value): "UInt32:'\(value)'"
    case .uint64(let value): "UInt64:'\(value)'"
    case .double(let value): "Double:" + NumberText.text(value, culture: .invariant)
    case .decimal(let value): "Decimal:'\(value)'"
    case .bigInteger: nil
    }
  }

  @Test func literalsAnswerAsRecorded() throws {
    let table = try RecordedTable("literals/numbers.tsv")
    var differences: [String] = []
    var count = 0
    for row in table.rows where row.expression.hasPrefix(",") {
      let text = String(row.expression.dropFirst())
      let isNumber = !row.answer.hasPrefix("!") && row.answer != "null"
      guard text.contains(/^-?(0[xb])?[0-9a-zA-Z.+-]+$/), !text.contains("..") else { continue }
      if row.answer.hasPrefix("Numerics.BigInteger") { continue }
      count += 1
      let ours = NumericLiteral(text).flatMap { notation($0) }
      if isNumber ? ours != row.answer : ours != nil && row.answer.contains("BadNumericConstant") {
        differences.append("\(text): recorded \(row.answer), ours \(ours ?? "none")")
      }
    }
    let replay = RecordedTable.Replay(count: count, differences: differences)
    #expect(count > 800)
    #expect(differences.isEmpty, "\(replay.summary)")
  }

  @Test(arguments: ["", ".", "e5", "1e", "0b2", "1_000", "kb", "--1", "1 ", "0xg", "1kbl", "１"])
  func otherTextsAreNoNumbers(_ text: String) {
    #expect(NumericLiteral(text) == nil)
  }
}

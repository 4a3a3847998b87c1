import Testing

@testable import ShellObjects

struct NumberParserTests {
  static let styles: [String: NumberStyles] = [
    "None": [], "Any": .any, "Integer": .integer, "Float": .float, "HexNumber": .hexNumber,
    "AllowThousands": .thousands,
    "Number": .number, "Currency": .currency, "AllowParentheses": .parentheses,
  ]

  /// What one `Parse` gives in the recorder's notation.
  private func parsed(_ type: Substring, _ text: String, _ styles: NumberStyles?) -> String? {
    do throws(NumberParseFailure) {
      switch type {
      case "int": return String(try NumberParser.integer(text, as: Int32.self, styles: styles ?? .integer))
      case "byte": return "Byte:'\(try NumberParser.integer(text, as: UInt8.self, styles: styles ?? .integer))'"
      case "long": return "\(try NumberParser.integer(text, as: Int64.self, styles: styles ?? .integer))L"
      case "double":
        let value = try NumberParser.double(text, styles: styles ?? [.float, .thousands], culture: .english)
        return "Double:" + NumberText.text(value, culture: .invariant)
      case "single":
        let value = try NumberParser.single(text, styles: styles ?? [.float, .thousands], culture: .english)
        return "Single:" + NumberText.text(value, culture: .invariant)
      case "decimal":
        return "Decimal:'\(try NumberParser.decimal(text, styles: styles ?? .number, culture: .english))'"
      default: return nil
      }
    } catch {
      let names = [
        "int": "Int32", "byte": "Byte", "long": "Int64", "double": "Double", "single": "Single", "decimal": "Decimal",
      ]
      let exception =
        error == .badFormat ? "FormatException" : error == .overflow ? "OverflowException" : "ArgumentException"
      let message = error.message(input: text, type: names[String(type)] ?? "")
      return "!\(exception) [NotSpecified] MethodInvocationException: "
        + RecordedTable.literal(
          "Exception calling \"Parse\" with \"\(styles == nil ? 1 : 2)\" argument(s): \"\(message)\"")
    }
  }

  @Test func parseAnswersAsRecorded() throws {
    let table = try RecordedTable("dotnet/numeric-types.tsv")
    let plain = table.replay(/\[([a-z]+)\]::Parse\('([^']*)'\)/) { parsed($0.1, String($0.2), nil) }
    let styled = table.replay(/\[([a-z]+)\]::Parse\('([^']*)','([A-Za-z]+)'\)/) { match in
      Self.styles[String(match.3)].flatMap { parsed(match.1, String(match.2), $0) }
    }
    #expect(plain.count + styled.count > 150)
    let differences = (plain.differences + styled.differences).filter { !$0.contains("ArgumentException") }
    #expect(
      differences.isEmpty,
      "\(RecordedTable.Replay(count: plain.count + styled.count, differences: differences).summary)")
  }
}

import Testing

@testable import ShellObjects

struct NumberCastTests {
  /// What a cast gives in the recorder's notation.
  private func converted(_ type: Substring, _ text: String) -> String? {
    func integer<Number: FixedWidthInteger>(_ type: Number.Type, _ name: String) -> String? {
      do throws(NumberParseFailure) {
        let value = try NumberCast.integer(text, as: type)
        switch name {
        case "Int32": return "\(value)"
        case "Int64": return "\(value)L"
        default: return "\(name):'\(value)'"
        }
      } catch { return failed(error, name, "Integer") }
    }
    func failed(_ error: NumberParseFailure, _ name: String, _ kind: String) -> String {
      let message = error.message(input: text, type: name)
      return "!InvalidCastFromStringTo\(kind) [InvalidArgument] RuntimeException: "
        + RecordedTable.literal("Cannot convert value \"\(text)\" to type \"System.\(name)\". Error: \"\(message)\"")
    }
    switch type {
    case "int": return integer(Int32.self, "Int32")
    case "long": return integer(Int64.self, "Int64")
    case "byte": return integer(UInt8.self, "Byte")
    case "sbyte": return integer(Int8.self, "SByte")
    case "int16": return integer(Int16.self, "Int16")
    case "uint16": return integer(UInt16.self, "UInt16")
    case "uint32": return integer(UInt32.self, "UInt32")
    case "uint64": return integer(UInt64.self, "UInt64")
    case "double":
      do throws(NumberParseFailure) {
        return "Double:" + NumberText.text(try NumberCast.double(text), culture: .invariant)
      } catch { return failed(error, "Double", "DoubleOrSingle") }
    case "single":
      do throws(NumberParseFailure) {
        return "Single:" + NumberText.text(try NumberCast.single(text), culture: .invariant)
      } catch { return failed(error, "Single", "DoubleOrSingle") }
    case "decimal":
      do throws(NumberParseFailure) { return "Decimal:'\(try NumberCast.decimal(text))'" } catch {
        return failed(error, "Decimal", "Decimal")
      }
    default: return nil
    }
  }

  @Test(arguments: ["conversions/cast-numeric", "dotnet/decimal", "dotnet/numeric-types"])
  func castsAnswerAsRecorded(_ table: String) throws {
    let result = try RecordedTable("\(table).tsv").replay(/,?\[([a-z0-9]+)\] ?'([^']*)'/) { match in
      converted(match.1, String(match.2))
    }
    #expect(result.count > 2)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }
}

import Testing

@testable import ShellObjects

struct Decimal96Tests {
  private func decimal(_ text: Substring) -> Decimal96? {
    try? NumberParser.decimal(String(text.hasSuffix("d") ? text.dropLast() : text), styles: .any)
  }

  @Test func arithmeticAnswersAsRecorded() throws {
    let result = try RecordedTable("dotnet/decimal.tsv").replay(/([0-9.]+d) ([-+*\/%]) ([0-9.]+d?)/) { match in
      guard let left = decimal(match.1), let right = decimal(match.3), !right.isZero else { return nil }
      let value: Decimal96? =
        switch match.2 {
        case "+": left.adding(right)
        case "-": left.subtracting(right)
        case "*": left.multiplied(by: right)
        case "/": left.divided(by: right)
        default: left.remainder(dividingBy: right)
        }
      return "Decimal:'\(value?.description ?? "overflow")'"
    }
    #expect(result.count >= 10)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test(arguments: [
    ("1.10", "+", "1.10", "2.20"), ("1", "/", "3", "0.3333333333333333333333333333"),
    ("2", "/", "3", "0.6666666666666666666666666667"), ("5", "/", "2.50", "2"), ("2.00", "/", "4", "0.50"),
    ("1000000", "/", "3", "333333.33333333333333333333333"),
    ("0.0000000000000000000000000001", "*", "0.1", "0.0000000000000000000000000000"),
    ("79228162514264337593543950335", "-", "0.5", "79228162514264337593543950334"),
    ("79228162514264337593543950335", "+", "0.4", "79228162514264337593543950335"),
    ("79228162514264337593543950335", "*", "0.1", "7922816251426433759354395033.5"), ("-7.5", "%", "2", "-1.5"),
    ("5.0", "%", "3", "2.0"),
    ("79228162514264337593543950335", "%", "0.0000000000000000000000000003", "0.0000000000000000000000000000"),
    ("1", "/", "79228162514264337593543950335", "0.0000000000000000000000000000"), ("0", "/", "5.00", "0"),
  ])
  func scalesAreKept(_ left: String, _ operation: String, _ right: String, _ expected: String) throws {
    let left = try #require(decimal(left[...]))
    let right = try #require(decimal(right[...]))
    let value =
      switch operation {
      case "+": left.adding(right)
      case "-": left.subtracting(right)
      case "*": left.multiplied(by: right)
      case "/": left.divided(by: right)
      default: left.remainder(dividingBy: right)
      }
    #expect(value?.description == expected)
  }

  @Test func overflowIsNil() {
    #expect(Decimal96.maximum.adding(.one) == nil)
    #expect(Decimal96.maximum.multiplied(by: Decimal96(2)) == nil)
    #expect(Decimal96.minimum.subtracting(.one) == nil)
    #expect(Decimal96.one.divided(by: .zero) == nil)
    #expect(Decimal96(Double.nan) == nil)
    #expect(Decimal96(1e29) == nil)
    #expect(Decimal96.maximum.truncated(to: Int64.self) == nil)
  }

  @Test(arguments: [
    (0.1, "0.1"), (0.1 + 0.2, "0.3"), (123456789.123456789, "123456789.123457"),
    (1e28, "10000000000000000000000000000"),
    (1e-28, "0.0000000000000000000000000001"), (1e-29, "0"), (1.123456789012345678, "1.12345678901235"), (-1.5, "-1.5"),
    (1e10, "10000000000"), (79228162514264337593543950335.0, ""),
  ])
  func aDoubleGivesFifteenDigits(_ value: Double, _ expected: String) {
    #expect((Decimal96(value)?.description ?? "") == expected)
  }

  @Test func aSingleGivesSevenDigits() {
    #expect(Decimal96(Float(0.1))?.description == "0.1")
    #expect(Decimal96(Float(1.1234567))?.description == "1.123457")
  }

  @Test func equalValuesOfDifferentScaleAreOne() throws {
    let short = try #require(decimal("1.5"))
    let long = try #require(decimal("1.500"))
    #expect(short == long)
    #expect(short.hashValue == long.hashValue)
    #expect(Decimal96(-1) < short)
    #expect(Set([short, long]).count == 1)
  }

  @Test(arguments: [
    ("2.5", 0, RoundingMode.toEven, "2"), ("3.5", 0, .toEven, "4"), ("-2.345", 2, .toEven, "-2.34"),
    ("2.345", 2, .awayFromZero, "2.35"), ("2.345", 2, .toZero, "2.34"), ("-2.6", 0, .toNegativeInfinity, "-3"),
    ("-2.6", 0, .toPositiveInfinity, "-2"), ("1.50", 4, .toEven, "1.50"),
  ])
  func roundingFollowsItsMode(_ text: String, _ decimals: Int, _ mode: RoundingMode, _ expected: String) throws {
    #expect(try #require(decimal(text[...])).rounded(to: decimals, mode).description == expected)
  }
}

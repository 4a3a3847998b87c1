import ShellObjects
import Testing

@testable import ShellTypes

struct BigIntegerTests {
  private func big(_ text: String) throws -> BigInteger { try BigInteger(parsing: text) }

  @Test(arguments: [
    ("5", "3", "8", "2", "15", "1", "2"), ("-7", "2", "-5", "-9", "-14", "-3", "-1"),
    ("7", "-2", "5", "9", "-14", "-3", "1"),
    (
      "123456789012345678901234567890", "-987654321098765432109876543210", "-864197532086419753208641975320",
      "1111111110111111111011111111100", "-121932631137021795226185032733622923332237463801111263526900", "0",
      "123456789012345678901234567890"
    ), ("0", "5", "5", "-5", "0", "0", "0"),
    (
      "18446744073709551616", "18446744073709551615", "36893488147419103231", "1",
      "340282366920938463444927863358058659840", "1", "1"
    ),
  ])
  func arithmeticIsExact(
    _ left: String, _ right: String, _ sum: String, _ difference: String, _ product: String, _ quotient: String,
    _ remainder: String
  ) throws {
    let (one, other) = (try big(left), try big(right))
    #expect((one + other).description == sum)
    #expect((one - other).description == difference)
    #expect((one * other).description == product)
    let division = try #require(one.divided(by: other))
    #expect(division.quotient.description == quotient)
    #expect(division.remainder.description == remainder)
    #expect(one.divided(by: .zero) == nil)
  }

  @Test func powersAndRoots() throws {
    #expect(BigInteger(2).power(100)?.description == "1267650600228229401496703205376")
    #expect(BigInteger(-2).power(3)?.description == "-8")
    #expect(BigInteger(0).power(0)?.description == "1")
    #expect(BigInteger(-1).power(1_000_000_000)?.description == "1")
    #expect(BigInteger(10).power(1 << 40) == nil)
    #expect(BigInteger(3).power(-1) == nil)
    #expect(BigInteger(3).power(BigInteger(200), modulus: BigInteger(13))?.description == "9")
    #expect(try big("152415787532388367501905199875019052100").squareRoot?.description == "12345678901234567890")
    #expect(BigInteger(48).greatestCommonDivisor(BigInteger(-36)) == BigInteger(12))
    #expect(abs(BigInteger(100).logarithm - 4.605170185988092) < 1e-15)
  }

  @Test(arguments: [
    ("X", "255", "0FF"), ("X", "-1", "F"), ("X", "128", "080"), ("X", "-128", "80"), ("X", "-256", "F00"),
    ("X", "0", "0"),
    ("x8", "255", "000000ff"), ("X4", "-1", "FFFF"), ("X", "18446744073709551616", "10000000000000000"),
    ("B", "5", "0101"),
    ("B", "-1", "1"), ("B", "0", "0"), ("D10", "-255", "-0000000255"),
    ("N0", "18446744073709551616", "18,446,744,073,709,551,616"),
    ("E3", "18446744073709551616", "1.845E+019"), ("C", "18446744073709551616", "$18,446,744,073,709,551,616.00"),
    ("R", "12", "12"), ("#,##0", "-1234567890123456789012", "-1,234,567,890,123,456,789,012"),
  ])
  func formatsAreThoseOfDotNET(_ format: String, _ value: String, _ expected: String) throws {
    #expect(try big(value).text(format, culture: .english) == expected)
  }

  @Test(arguments: [
    ("5", "3", "1", "7", "6"), ("-6", "3", "2", "-5", "-7"),
    ("-1", "18446744073709551616", "18446744073709551616", "-1", "-18446744073709551617"),
    ("-18446744073709551616", "-1", "-18446744073709551616", "-1", "18446744073709551615"),
  ])
  func bitsAreTwosComplement(_ left: String, _ right: String, _ and: String, _ or: String, _ xor: String) throws {
    let (one, other) = (try big(left), try big(right))
    #expect((one & other).description == and)
    #expect((one | other).description == or)
    #expect((one ^ other).description == xor)
    #expect(~(~one) == one)
    #expect(~one == one.negated - .one)
  }

  @Test(arguments: [
    ("1", 100), ("-5", 1), ("-1", 200), ("12345678901234567890123", 64), ("-12345678901234567890123", 65), ("7", 0),
  ])
  func shiftsGoBackAndForth(_ text: String, _ count: Int) throws {
    let value = try big(text)
    #expect(value.shifted(left: count).shifted(right: count) == value)
    #expect(value.shifted(left: -count) == value.shifted(right: count))
  }

  @Test func shiftingRightRoundsDown() {
    #expect(BigInteger(-5).shifted(right: 1) == BigInteger(-3))
    #expect(BigInteger(-1).shifted(right: 500) == BigInteger(-1))
    #expect(BigInteger(5).shifted(right: 500) == .zero)
    #expect(BigInteger(5).shifted(left: .min) == .zero)
    #expect(BigInteger(0).shifted(left: .max) == .zero)
  }

  @Test func bytesAreTwosComplement() {
    #expect(BigInteger(256).bytes() == [0, 1])
    #expect(BigInteger(-1).bytes() == [255])
    #expect(BigInteger(255).bytes() == [255, 0])
    #expect(BigInteger(255).bytes(isUnsigned: true) == [255])
    #expect(BigInteger(258).bytes(isBigEndian: true) == [1, 2])
    #expect(BigInteger(0).bytes() == [0])
    #expect(BigInteger(bytes: [255]) == BigInteger(-1))
    #expect(BigInteger(bytes: [255, 0]) == BigInteger(255))
    #expect(BigInteger(bytes: [1, 0], isUnsigned: true, isBigEndian: true) == BigInteger(256))
    #expect(BigInteger(bytes: []) == .zero)
    #expect(BigInteger(255).bitLength == 8)
    #expect(BigInteger(-1).populationCount == 32)
  }

  @Test(arguments: [
    ("5", "5"), ("", "0"), ("0x1F", "31"), ("0xFFFFFFFF", "-1"), ("1e3", "1000"), ("1,000", "1000"), (" 5 ", "5"),
    ("1.2", "1"),
    ("1kb", "1024"), ("123456789012345678901234567890", "123456789012345677877719597056"),
    ("99999999999999999999", "99999999999999999999"),
    ("12n", "12"), ("0xffffffffffffffffffn", "4722366482869645213695"),
    ("0x8000000000000000nkb", "-9444732965739290427392"),
  ])
  func castsReadLiterals(_ text: String, _ expected: String) throws {
    #expect(try BigInteger(casting: text).description == expected)
  }

  @Test(arguments: ["x", "", "1,000", "1.5", "--1"])
  func parseRefusesOtherTexts(_ text: String) {
    #expect(throws: NumberParseFailure.badFormat) { try BigInteger(parsing: text) }
  }

  @Test func hexadecimalDigitsAreTwosComplement() throws {
    #expect(try BigInteger(parsing: "ff", styles: .hexNumber) == BigInteger(-1))
    #expect(try BigInteger(parsing: "0ff", styles: .hexNumber) == BigInteger(255))
  }

  @Test(arguments: [1e30, -1e30, 0.0, 1.9, -1.9, 4503599627370497.0, 1.7976931348623157e308])
  func doublesGoBackAndForth(_ value: Double) throws {
    let number = try #require(BigInteger(value))
    #expect(number.double == value.rounded(.towardZero))
  }

  @Test func doublesAreRoundedTowardsZero() throws {
    #expect(try big("9007199254740993").double == 9007199254740992)
    #expect(try big("-18446744073709551615").double == -18446744073709549568)
    #expect(try #require(BigInteger(10).power(400)).double == .infinity)
    #expect(BigInteger(Double.nan) == nil)
    #expect(BigInteger(1e30)?.description == "1000000000000000019884624838656")
  }

  @Test func fixedWidthsAreChecked() throws {
    #expect(try big("9223372036854775808").exactly(as: Int64.self) == nil)
    #expect(try big("-9223372036854775808").exactly(as: Int64.self) == .min)
    #expect(BigInteger(Int128.min).exactly(as: Int128.self) == .min)
    #expect(BigInteger(UInt128.max).exactly(as: UInt128.self) == .max)
    #expect(BigInteger(Decimal96(-3)).decimal == Decimal96(-3))
  }
}

import Testing

@testable import ShellObjects

/// Every reader is given thousands of texts made of what it looks for; none may trap, and what is read must be written
/// back as the same value.
struct RandomTextTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private func texts(_ pieces: [String], _ seed: UInt64, count: Int = 6_000) -> [String] {
    var generator = Generator(state: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...9, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
  }

  @Test func numbersAreReadOrRefused() throws {
    let pieces = [
      "0", "1", "9", "99999999999999999999", ".", ",", "-", "+", "e", "E", "x", "0x", "0b", "kb", "pb", "n", "u", "l",
      "d", " ", "(", ")", "$", "∞", "ff", "80000000", "\0",
    ]
    for text in texts(pieces, 1) {
      _ = NumericLiteral(text)
      _ = try? NumberCast.integer(text, as: Int8.self)
      _ = try? NumberCast.integer(text, as: UInt64.self)
      _ = try? NumberCast.single(text)
      if let value = try? NumberCast.double(text) {
        let back = try NumberParser.double(NumberText.text(value, culture: .invariant), culture: .invariant)
        #expect(back == value || value.isNaN && back.isNaN, "\(text)")
      }
      if let value = try? NumberParser.decimal(text, styles: .any, culture: .invariant) {
        let back = try NumberParser.decimal(value.description)
        #expect(back == value && back.scale == value.scale, "\(text)")
      }
      _ = try? NumberParser.integer(text, as: Int32.self, styles: .hexNumber)
      _ = try? NumberParser.integer(text, as: Int128.self, styles: .any)
    }
  }

  @Test func formatsAreFollowedOrRefused() {
    let pieces = [
      "0", "#", ".", ",", "%", "‰", "E+0", "e", ";", "'", "\"", "\\", "N", "C2", "X9", "é", "-", "{", "}", ":", "{0",
      "{1,5:",
    ]
    for text in texts(pieces, 2) {
      for value in [0, -0.0, 1234.5678, -1e300, .leastNonzeroMagnitude, .nan, .infinity] {
        _ = try? NumberFormatter.format(value, text, culture: .english)
      }
      _ = try? NumberFormatter.format(Int32.min, text, culture: .invariant)
      _ = try? NumberFormatter.format(Decimal96.minimum, text, culture: .invariant)
      _ = try? CompositeFormat(text).text(count: 2) { index, format in "\(index)\(format ?? "")" }
    }
  }

  @Test func datesAreReadOrRefused() throws {
    let pieces = [
      "1", "12", "31", "99", "2024", "0", "/", "-", ".", ":", " ", ",", "T", "Z", "GMT", "+", "May", "Thu", "Thursday",
      "AM", "pm", "a", "é", "٣", "12345678901",
    ]
    let formats = [
      "d", "yyyy-MM-dd", "h:mm tt", "ddd", "%d", "HH:mm:ss.fffffff", "K", "zzz", "'", "\\", "G", "yyy", "MMMM d",
    ]
    for text in texts(pieces, 3) {
      for culture in [Culture.english, .invariant] {
        if let value = try? DateTimeValue(parsing: text, styles: .roundtripKind, culture: culture) {
          #expect(try DateTimeValue(parsing: value.text("o"), format: "o", styles: .roundtripKind) == value, "\(text)")
        }
        _ = try? DateTimeOffsetValue(parsing: text, culture: culture)
      }
      for format in formats { _ = try? DateTimeValue(parsing: text, format: format, culture: .english) }
      if let span = try? TimeSpanValue(parsing: text) { #expect(try TimeSpanValue(parsing: span.description) == span) }
      _ = try? TimeSpanValue(parsing: text, format: "d\\.hh")
      _ = try? TimeOnly(parsing: text)
      _ = TimeZoneRule(text)
    }
    for text in texts(
      ["d", "dd", "M", "y", "h", "s", "f", "F", "t", "z", "K", "%", "\\", "'", "é", "ffff", ":", "/"], 4)
    {
      _ = try? DateTimeValue.maximum.text(text, culture: .english)
      _ = try? TimeSpanValue.minimum.text(text)
      _ = try? DateOnly.maximum.text(text)
      _ = try? UnixDateFormat.text(.minimum, text)
    }
  }

  @Test func ordersAreOrders() {
    let words = texts(
      ["a", "A", "b", "é", "e\u{301}", "-", "_", " ", "1", "ß", "ss", "😀", "\u{AD}", "ﬁ", "\u{0}"], 5, count: 120)
    for left in words {
      for right in words {
        for ignoringCase in [true, false] {
          #expect(
            Collation.compare(left, right, ignoringCase: ignoringCase) == -Collation.compare(
              right, left, ignoringCase: ignoringCase))
        }
        #expect(OrdinalText.compare(left, right) == -OrdinalText.compare(right, left))
        if OrdinalText.equalsIgnoringCase(left, right) {
          #expect(OrdinalText.hashIgnoringCase(left) == OrdinalText.hashIgnoringCase(right))
        }
        if let place = OrdinalText.index(of: right, in: left) {
          #expect(
            UTF16Text.substring(left, place..<(place + right.utf16.count)).map { OrdinalText.equals($0, right) } == true
          )
        }
        _ = Collation.range(of: right, in: left)
      }
    }
  }

  @Test func decimalsKeepTheLawsOfArithmetic() throws {
    var generator = Generator(state: 6)
    func decimal() -> Decimal96 {
      let bits = Int.random(in: 0...95, using: &generator)
      let mantissa = UInt128.random(in: 0...(Decimal96.maximumMantissa >> UInt128(bits)), using: &generator)
      return Decimal96(
        unchecked: mantissa, scale: UInt8.random(in: 0...28, using: &generator),
        isNegative: Bool.random(using: &generator))
    }
    for _ in 0..<20_000 {
      let (left, right) = (decimal(), decimal())
      #expect(left.multiplied(by: right) == right.multiplied(by: left))
      #expect(left.adding(right) == right.adding(left))
      #expect((left < right) == (right > left))
      if let remainder = left.remainder(dividingBy: right) { #expect(remainder.magnitude < right.magnitude) }
      if let quotient = left.divided(by: right) {
        let exact = left.double / right.double
        #expect(abs(quotient.double - exact) <= max(abs(exact) * 1e-14, 1e-28), "\(left) / \(right)")
      }
      if let sum = left.adding(right) {
        #expect(
          abs(sum.double - (left.double + right.double)) <= max(abs(left.double), abs(right.double)) * 1e-14 + 1e-28)
      }
      #expect(left.rounded(to: 3).scale <= max(3, left.scale))
    }
  }
}

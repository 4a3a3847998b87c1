import Foundation
import Testing

@testable import ShellObjects

/// A number of any kind that a recorded expression names.
enum AnyNumber {
  case integer(Int32), long(Int64), unsigned(UInt64), byte(UInt8), signedByte(Int8)
  case double(Double), single(Float), decimal(Decimal96), digits(String)

  init?(_ source: Substring) {
    var text = source
    while text.hasPrefix("("), text.hasSuffix(")") { text = text.dropFirst().dropLast() }
    if text == "[double]::NaN" { self = .double(.nan); return }
    if text == "[double]::PositiveInfinity" { self = .double(.infinity); return }
    if let match = text.wholeMatch(of: /\[([a-z0-9]+)\]'?(-?[0-9.e]+)'?/) {
      switch match.1 {
      case "byte": self = .byte(UInt8(match.2) ?? 0)
      case "sbyte": self = .signedByte(Int8(match.2) ?? 0)
      case "uint64": self = .unsigned(UInt64(match.2) ?? 0)
      case "single": self = .single(Float(match.2) ?? 0)
      case "bigint": self = .digits("123456789012345677877719597056")
      default: return nil
      }
      return
    }
    if text.hasSuffix("d"), let value = try? NumberParser.decimal(String(text.dropLast())) {
      self = .decimal(value); return
    }
    if text.hasSuffix("l"), let value = Int64(text.dropLast()) { self = .long(value); return }
    if let value = Int32(text) { self = .integer(value); return }
    if let value = Int64(text) { self = .long(value); return }
    guard let value = Double(text) else { return nil }
    self = .double(value)
  }

  func formatted(_ format: String, _ culture: Culture = .english) throws(FormatFailure) -> String {
    switch self {
    case .integer(let value): try NumberFormatter.format(value, format, culture: culture)
    case .long(let value): try NumberFormatter.format(value, format, culture: culture)
    case .unsigned(let value): try NumberFormatter.format(value, format, culture: culture)
    case .byte(let value): try NumberFormatter.format(value, format, culture: culture)
    case .signedByte(let value): try NumberFormatter.format(value, format, culture: culture)
    case .double(let value): try NumberFormatter.format(value, format, culture: culture)
    case .single(let value): try NumberFormatter.format(value, format, culture: culture)
    case .decimal(let value): try NumberFormatter.format(value, format, culture: culture)
    case .digits(let text): try NumberFormatter.written(NumberDigits(integerText: text), NumberFormat(format), culture)
    }
  }
}

struct NumberFormatterTests {
  @Test(arguments: ["numbers-standard", "numbers-custom"])
  func theFormatOperatorAnswersAsRecorded(_ table: String) throws {
    let result = try RecordedTable("formatoperator/\(table).tsv").replay(/'\{0:(.*)\}' -f (.*)/) { match in
      guard let number = AnyNumber(match.2) else { return nil }
      let format = String(match.1).replacing("''", with: "'")
      // The recorder's big integer knows formats that digits alone do not.
      if case .digits = number, format.contains(/^[BDXbdxGg]\d*$/) { return nil }
      do throws(FormatFailure) {
        return RecordedTable.literal(try number.formatted(format))
      } catch {
        return "!FormatError [InvalidOperation] RuntimeException: "
          + RecordedTable.literal("Error formatting a string: \(error.message).")
      }
    }
    #expect(result.count > 600)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test(arguments: ["dotnet/numeric-types", "dotnet/decimal", "formatoperator/others"])
  func toStringAnswersAsRecorded(_ table: String) throws {
    let result = try RecordedTable("\(table).tsv").replay(/\((.*)\)\.ToString\('((?:[^']|'')*)'\)/) { match in
      guard let number = AnyNumber(match.1) else { return nil }
      let format = String(match.2).replacing("''", with: "'")
      do throws(FormatFailure) {
        return RecordedTable.literal(try number.formatted(format))
      } catch {
        return "!FormatException [NotSpecified] MethodInvocationException: "
          + RecordedTable.literal("Exception calling \"ToString\" with \"1\" argument(s): \"\(error.message)\"")
      }
    }
    #expect(result.count > 30)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test(arguments: [
    (1e15, "1000000000000000", "1E+15"), (1e14, "100000000000000", "100000000000000"), (1e20, "1E+20", "1E+20"),
    (0.0001, "0.0001", "0.0001"), (0.00001, "1E-05", "1E-05"), (-0.0, "-0", "-0"),
    (0.1 + 0.2, "0.30000000000000004", "0.3"),
    (.nan, "NaN", "NaN"), (.infinity, "\u{221E}", "Infinity"), (-.infinity, "-\u{221E}", "-Infinity"),
    (123456789012345680, "1.2345678901234568E+17", "1.23456789012346E+17"),
    (.leastNonzeroMagnitude, "5E-324", "4.94065645841247E-324"),
  ])
  func aDoubleWithoutFormatIsItsShortestText(_ value: Double, _ text: String, _ cast: String) {
    #expect(NumberText.text(value, culture: .english) == text)
    #expect(NumberText.castText(value) == cast)
  }

  @Test func theInvariantCultureHasItsOwnCurrencyAndPercent() throws {
    #expect(try NumberFormatter.format(-1234.5, "C", culture: .invariant) == "(\u{A4}1,234.50)")
    #expect(try NumberFormatter.format(0.5, "P", culture: .invariant) == "50.00 %")
    #expect(try NumberFormatter.format(-0.5, "P0", culture: .invariant) == "-50 %")
  }

  @Test func aHugePrecisionIsRefused() {
    #expect(throws: FormatFailure.badFormatSpecifier) { try NumberFormatter.format(1, "D1000000000") }
  }
}

/// The quick way to digits must agree with the C library's, which knows no limits.
struct FloatingPointDigitsTests {
  @Test func digitsAgreeWithTheLibrarys() {
    var seed: UInt64 = 7
    for _ in 0..<20_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let scale = Double(seed >> 60) - 5
      let value = (Double(seed >> 11) * 0x1p-53 - 0.5) * pow(10, scale)
      let places = Int(seed >> 20 & 15)
      let fixed = NumberDigits(value, .decimals(places))
      #expect(fixed == NumberDigits(printed: String(format: "%.\(places)f", value)), "\(value) to \(places)")
      let significant = NumberDigits(value, .significant(places + 1))
      #expect(significant == NumberDigits(printed: String(format: "%.\(places)e", value)), "\(value) to \(places)")
    }
  }

  @Test(arguments: [
    (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (9.995, 2, "9.99"),
    (1e-20, 5, "0.00000"),
  ])
  func tiesGoToTheEvenDigit(_ value: Double, _ places: Int, _ expected: String) throws {
    #expect(try NumberFormatter.format(value, "F\(places)", culture: .english) == expected)
  }
}

extension NumberDigits {
  /// The digits of a text that the C library printed.
  fileprivate init(printed text: String) {
    let parsed = try? NumberParser.digits(text, .float, kind: .floatingPoint, culture: .invariant)
    self = parsed ?? NumberDigits(digits: [], scale: 0, isNegative: false, kind: .floatingPoint)
  }
}

import ShellObjects

/// How two texts are compared; raw values are .NET's StringComparison.
enum TextComparison: Int, Sendable {
  case currentCulture, currentCultureIgnoreCase, invariantCulture, invariantCultureIgnoreCase, ordinal,
    ordinalIgnoreCase

  var isOrdinal: Bool { self == .ordinal || self == .ordinalIgnoreCase }
  var ignoresCase: Bool { rawValue & 1 == 1 }

  /// The comparison of an argument; throws as .NET does for a number that is none.
  init(_ arguments: Arguments, _ index: Int) throws {
    guard let known = TextComparison(rawValue: arguments.int(index)) else {
      throw NetException.argument("The string comparison type passed in is currently not supported.", "comparisonType")
    }
    self = known
  }

  /// The culture's own comparison, with or without case.
  static func culture(ignoreCase: Bool) -> TextComparison { ignoreCase ? .currentCultureIgnoreCase : .currentCulture }

  /// Negative, zero or positive.
  func order(_ a: String, _ b: String) -> Int {
    switch self {
    case .ordinal: OrdinalText.compare(a, b).signum()
    case .ordinalIgnoreCase: OrdinalText.compareIgnoringCase(a, b).signum()
    default: Collation.compare(a, b, ignoringCase: ignoresCase)
    }
  }

  /// As `order`, but an ordinal comparison gives the difference of the units, as StringComparer does.
  func difference(_ a: String, _ b: String) -> Int {
    switch self {
    case .ordinal: OrdinalText.compare(a, b)
    case .ordinalIgnoreCase: OrdinalText.compareIgnoringCase(a, b)
    default: order(a, b)
    }
  }

  func equal(_ a: String, _ b: String) -> Bool {
    switch self {
    case .ordinal: OrdinalText.equals(a, b)
    case .ordinalIgnoreCase: OrdinalText.equalsIgnoringCase(a, b)
    default: Collation.equals(a, b, ignoringCase: ignoresCase)
    }
  }
}

/// Finds a text in another, in UTF-16 offsets, as the IndexOf family of .NET does.
enum TextSearch {
  /// The first place that lies wholly in `range`; nil where there is none.
  static func first(_ needle: String, in text: String, _ range: Range<Int>, _ comparison: TextComparison) -> Int? {
    place(needle, text, range, comparison, backwards: false)
  }

  /// The last place that lies wholly in `range`; nil where there is none.
  static func last(_ needle: String, in text: String, _ range: Range<Int>, _ comparison: TextComparison) -> Int? {
    place(needle, text, range, comparison, backwards: true)
  }

  private static func place(
    _ needle: String, _ text: String, _ range: Range<Int>, _ comparison: TextComparison, backwards: Bool
  ) -> Int? {
    if needle.isEmpty { return backwards ? range.upperBound : range.lowerBound }
    if !comparison.isOrdinal {
      guard let part = UTF16Text.substring(text, range) else { return nil }
      return Collation.range(of: needle, in: part, ignoringCase: comparison.ignoresCase, backwards: backwards)
        .map { $0.lowerBound + range.lowerBound }
    }
    let found =
      backwards
      ? OrdinalText.lastIndex(of: needle, in: text, before: range.upperBound, ignoringCase: comparison.ignoresCase)
      : OrdinalText.index(of: needle, in: text, from: range.lowerBound, ignoringCase: comparison.ignoresCase)
    guard let found, found >= range.lowerBound, found + needle.utf16.count <= range.upperBound else { return nil }
    return found
  }

  static func hasPrefix(_ text: String, _ prefix: String, _ comparison: TextComparison) -> Bool {
    comparison.isOrdinal
      ? OrdinalText.hasPrefix(text, prefix, ignoringCase: comparison.ignoresCase)
      : Collation.hasPrefix(text, prefix, ignoringCase: comparison.ignoresCase)
  }

  static func hasSuffix(_ text: String, _ suffix: String, _ comparison: TextComparison) -> Bool {
    comparison.isOrdinal
      ? OrdinalText.hasSuffix(text, suffix, ignoringCase: comparison.ignoresCase)
      : Collation.hasSuffix(text, suffix, ignoringCase: comparison.ignoresCase)
  }

  /// Every place in turn, none overlapping another; `needle` must not be empty.
  static func all(_ needle: String, in text: String, _ comparison: TextComparison) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var from = 0
    let length = text.utf16.count
    while from < length {
      let next: Range<Int>?
      if comparison.isOrdinal {
        next = OrdinalText.index(of: needle, in: text, from: from, ignoringCase: comparison.ignoresCase)
          .map { $0..<$0 + needle.utf16.count }
      } else {
        next = UTF16Text.substring(text, from..<length)
          .flatMap { Collation.range(of: needle, in: $0, ignoringCase: comparison.ignoresCase) }
          .map { $0.lowerBound + from..<$0.upperBound + from }
      }
      guard let next, !next.isEmpty else { break }
      found.append(next)
      from = next.upperBound
    }
    return found
  }
}

extension CompositeFormat {
  /// The text of a format with its holes filled; throws FormatException with .NET's texts.
  static func text(_ format: String, _ arguments: [Value], _ culture: Culture) throws -> String {
    try CompositeFormat(format).text(count: arguments.count) { index, format in
      arguments[index].isNull ? "" : try arguments[index].formatted(format ?? "", culture)
    }
  }
}

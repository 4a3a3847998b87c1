import ShellObjects

/// Finds a text in another, in UTF-16 offsets, as the IndexOf family of .NET does.
enum TextSearch {
  /// The first place in `range`; nil where there is none.
  static func first(_ needle: String, in text: String, _ range: Range<Int>, _ comparison: TextComparison) -> Int? {
    if needle.isEmpty { return range.lowerBound }
    if comparison == .ordinal, UTF16Text.isASCII(text) { return firstASCII(needle, in: text, range) }
    if isPlain(needle, text, comparison) {
      let (units, wanted) = folded(needle, text, comparison)
      return firstUnits(wanted, in: units, range)
    }
    return culturePlaces(needle, text, range, comparison).first.map(\.lowerBound)
  }

  /// The last place that lies wholly in `range`; nil where there is none.
  static func last(_ needle: String, in text: String, _ range: Range<Int>, _ comparison: TextComparison) -> Int? {
    if needle.isEmpty { return range.upperBound }
    if isPlain(needle, text, comparison) {
      let (units, wanted) = folded(needle, text, comparison)
      guard range.count >= wanted.count else { return nil }
      var start = range.upperBound - wanted.count
      while start >= range.lowerBound {
        if matches(wanted, units, start) { return start }
        start -= 1
      }
      return nil
    }
    return culturePlaces(needle, text, range, comparison).last.map(\.lowerBound)
  }

  static func hasPrefix(_ text: String, _ prefix: String, _ comparison: TextComparison) -> Bool {
    if prefix.isEmpty { return true }
    if comparison == .ordinal { return text.utf8.starts(with: prefix.utf8) }
    if isPlain(prefix, text, comparison) {
      let (units, wanted) = folded(prefix, text, comparison)
      return units.count >= wanted.count && matches(wanted, units, 0)
    }
    return culturePlaces(prefix, text, 0..<text.utf16.count, comparison, anchoredAtStart: true).first != nil
  }

  static func hasSuffix(_ text: String, _ suffix: String, _ comparison: TextComparison) -> Bool {
    if suffix.isEmpty { return true }
    if isPlain(suffix, text, comparison) {
      let (units, wanted) = folded(suffix, text, comparison)
      return units.count >= wanted.count && matches(wanted, units, units.count - wanted.count)
    }
    let length = text.utf16.count
    return culturePlaces(suffix, text, 0..<length, comparison).contains { $0.upperBound == length }
  }

  /// Every place in turn, none overlapping another; `needle` must not be empty.
  static func all(_ needle: String, in text: String, _ comparison: TextComparison) -> [Range<Int>] {
    let whole = 0..<text.utf16.count
    if isPlain(needle, text, comparison) {
      let (units, wanted) = folded(needle, text, comparison)
      var found: [Range<Int>] = []
      var from = 0
      while let place = firstUnits(wanted, in: units, from..<units.count) {
        found.append(place..<place + wanted.count)
        from = place + max(1, wanted.count)
      }
      return found
    }
    return culturePlaces(needle, text, whole, comparison)
  }

  // MARK: Code units

  /// Whether the comparison is one of code units: it is ordinal, or no character has a culture's meaning.
  private static func isPlain(_ needle: String, _ text: String, _ comparison: TextComparison) -> Bool {
    comparison.isOrdinal || (UTF16Text.isASCII(needle) && UTF16Text.isASCII(text))
  }

  private static func folded(_ needle: String, _ text: String, _ comparison: TextComparison) -> ([UInt16], [UInt16]) {
    comparison.ignoresCase
      ? (Array(TextCase.upper(text).utf16), Array(TextCase.upper(needle).utf16))
      : (Array(text.utf16), Array(needle.utf16))
  }

  private static func firstASCII(_ needle: String, in text: String, _ range: Range<Int>) -> Int? {
    guard UTF16Text.isASCII(needle) else { return nil }
    var haystack = text
    var wanted = needle
    return haystack.withUTF8 { bytes in
      wanted.withUTF8 { sought in
        guard range.upperBound <= bytes.count, range.count >= sought.count, let first = sought.first else { return nil }
        var place = range.lowerBound
        let last = range.upperBound - sought.count
        while place <= last {
          if bytes[place] == first, bytes[place..<place + sought.count].elementsEqual(sought) { return place }
          place += 1
        }
        return nil
      }
    }
  }

  private static func firstUnits(_ wanted: [UInt16], in units: [UInt16], _ range: Range<Int>) -> Int? {
    guard range.count >= wanted.count else { return nil }
    var start = range.lowerBound
    while start <= range.upperBound - wanted.count {
      if matches(wanted, units, start) { return start }
      start += 1
    }
    return nil
  }

  private static func matches(_ wanted: [UInt16], _ units: [UInt16], _ start: Int) -> Bool {
    for offset in wanted.indices where units[start + offset] != wanted[offset] { return false }
    return true
  }

  // MARK: The culture's characters

  private struct Element {
    let text: String
    let range: Range<Int>
  }

  /// The characters that count, each in its composed form; soft hyphens and zero-width characters do not count.
  private static func elements(_ text: String, _ comparison: TextComparison) -> [Element] {
    var result: [Element] = []
    var offset = 0
    for character in text {
      let length = character.utf16.count
      let kept = character.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint && $0.value != 0 }
      if !kept.isEmpty {
        let shown = String(String.UnicodeScalarView(kept))
        result.append(
          Element(text: comparison.ignoresCase ? shown.lowercased() : shown, range: offset..<offset + length))
      }
      offset += length
    }
    return result
  }

  private static func culturePlaces(
    _ needle: String, _ text: String, _ range: Range<Int>, _ comparison: TextComparison, anchoredAtStart: Bool = false
  ) -> [Range<Int>] {
    let wanted = elements(needle, comparison)
    guard !wanted.isEmpty else { return [range.lowerBound..<range.lowerBound] }
    let given = elements(text, comparison).filter {
      $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
    }
    var found: [Range<Int>] = []
    var start = 0
    while start + wanted.count <= given.count {
      if zip(wanted, given[start...]).allSatisfy({ $0.text == $1.text }) {
        found.append(given[start].range.lowerBound..<given[start + wanted.count - 1].range.upperBound)
        start += wanted.count
      } else {
        start += 1
      }
      if anchoredAtStart { break }
    }
    return found
  }
}

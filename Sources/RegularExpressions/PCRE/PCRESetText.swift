/// A character set in PCRE2's syntax.
struct PCRESetText {
  let text: String

  /// The text of `set` for a pattern of characters.
  init(_ set: CharacterSet) {
    var main = Self.text(of: set, isNegated: set.isNegated)
    if let subtraction = set.subtraction {
      main = "(?:(?!\(PCRESetText(subtraction).text))\(main))"
    }
    text = main
  }

  /// The text of `set` for a pattern of bytes.
  static func text(of set: ASCIISet) -> String {
    if set.isEmpty { return "(?!)" }
    if set.isFull { return "." }
    return "[" + set.ranges.map(text).joined() + "]"
  }

  /// Why so many cases: a class of PCRE2 is a union, and the complement of `\w` is none.
  private static func text(of set: CharacterSet, isNegated: Bool) -> String {
    var union = set.ranges.compactMap(clipped).joined()
    union += set.categories.memberNames.map { "\\p{\($0)}" }.joined()
    var alternatives: [String] = []
    for complement in set.complements {
      let names = complement.memberNames
      if names.count == 1 {
        union += "\\P{\(names[0])}"
      } else {
        alternatives.append("[^" + names.map { "\\p{\($0)}" }.joined() + "]")
      }
    }
    if alternatives.isEmpty {
      if union.isEmpty { return isNegated ? "." : "(?!)" }
      return (isNegated ? "[^" : "[") + union + "]"
    }
    if !union.isEmpty { alternatives.insert("[\(union)]", at: 0) }
    if !isNegated {
      return alternatives.count == 1 ? alternatives[0] : "(?:" + alternatives.joined(separator: "|") + ")"
    }
    return "(?:(?!" + alternatives.joined(separator: "|") + ").)"
  }

  /// The text of a range without the surrogates, which PCRE2 refuses.
  private static func clipped(_ range: ClosedRange<UInt32>) -> String? {
    let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF
    guard range.overlaps(surrogates) else { return text(of: range) }
    var parts = ""
    if range.lowerBound < 0xD800 { parts += text(of: range.lowerBound...0xD7FF) }
    if range.upperBound > 0xDFFF { parts += text(of: 0xE000...range.upperBound) }
    return parts.isEmpty ? nil : parts
  }

  private static func text(of range: ClosedRange<UInt32>) -> String {
    let first = escaped(range.lowerBound)
    switch range.upperBound - range.lowerBound {
    case 0: return first
    case 1: return first + escaped(range.upperBound)
    default: return first + "-" + escaped(range.upperBound)
    }
  }

  /// `scalar` as it may stand anywhere: letters and digits as they are, everything else by its code.
  static func escaped(_ scalar: UInt32) -> String {
    let isPlain = CaseEquivalence.isASCIILetter(scalar) || (0x30...0x39).contains(scalar) || scalar == 0x20
    if isPlain, let unicode = Unicode.Scalar(scalar) { return String(Character(unicode)) }
    return "\\x{" + String(scalar, radix: 16) + "}"
  }
}

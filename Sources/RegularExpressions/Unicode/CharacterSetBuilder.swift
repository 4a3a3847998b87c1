/// Collects the parts of a character set as a pattern names them.
struct CharacterSetBuilder {
  var ranges: [ClosedRange<UInt32>] = []
  var categories: GeneralCategories = []
  var complements: [GeneralCategories] = []
  var isNegated = false
  var subtraction: CharacterSet?

  init(
    ranges: [ClosedRange<UInt32>] = [], categories: GeneralCategories = [], isNegated: Bool = false
  ) {
    self.ranges = ranges
    self.categories = categories
    self.isNegated = isNegated
  }

  /// The white space of `\s`.
  ///
  /// Source: .NET, Char.IsWhiteSpace.
  private static let space: [ClosedRange<UInt32>] = [
    0x9...0xD, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ]
  private static let asciiSpace: [ClosedRange<UInt32>] = [0x9...0xD, 0x20...0x20]
  private static let asciiDigit: [ClosedRange<UInt32>] = [0x30...0x39]
  private static let asciiWord: [ClosedRange<UInt32>] = [
    0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0x130...0x130,
  ]

  /// Adds what `\d \D \s \S \w \W` stand for.
  ///
  /// `letter` is one of those six.
  mutating func add(shorthand letter: UInt16, isECMAScript: Bool) {
    let isComplement = letter & 0x20 == 0
    switch UInt8(truncatingIfNeeded: letter | 0x20) {
    case UInt8(ascii: "d"):
      if isECMAScript { add(Self.asciiDigit, isComplement) } else { add(.digit, isComplement) }
    case UInt8(ascii: "w"):
      if isECMAScript { add(Self.asciiWord, isComplement) } else { add(.word, isComplement) }
    default:
      add(isECMAScript ? Self.asciiSpace : Self.space, isComplement)
    }
  }

  /// Adds the category or block `name`; false if there is none of that name.
  mutating func add(property name: String, isComplement: Bool, ignoresCase: Bool) -> Bool {
    if var named = GeneralCategories(named: name) {
      if ignoresCase, ["Lu", "Ll", "Lt"].contains(name) { named = .cased }
      add(named, isComplement)
      return true
    }
    guard let block = UnicodeBlocks.range(named: name) else { return false }
    add([block], isComplement)
    return true
  }

  private mutating func add(_ named: GeneralCategories, _ isComplement: Bool) {
    if isComplement {
      complements.append(named)
    } else {
      categories.formUnion(named)
    }
  }

  private mutating func add(_ sorted: [ClosedRange<UInt32>], _ isComplement: Bool) {
    guard isComplement else {
      ranges += sorted
      return
    }
    var next: UInt32 = 0
    for range in sorted {
      if range.lowerBound > next { ranges.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    ranges.append(next...0x10FFFF)
  }

  /// The longest range whose members are looked at one by one when case is ignored; longer ones hold both cases anyway.
  private static let longestFoldedRange = 2048

  /// Adds every case equivalent of the ranges.
  mutating func foldCase() {
    for range in ranges {
      if range.count <= Self.longestFoldedRange {
        for scalar in range {
          ranges += CaseEquivalence.equivalents(of: scalar).filter { $0 != scalar }.map { $0...$0 }
        }
      } else if range.contains(0x212A) {
        ranges += [0x4B...0x4B, 0x6B...0x6B]
      }
    }
  }

  /// The ranges sorted and joined.
  ///
  /// Text here has no surrogates, but a pattern may name them: a range with all high surrogates means the characters
  /// beyond the first plane.
  var mergedRanges: [ClosedRange<UInt32>] {
    var sorted = ranges
    if ranges.contains(where: { $0.lowerBound <= 0xD800 && $0.upperBound >= 0xDBFF }) {
      sorted.append(0x10000...0x10FFFF)
    }
    sorted.sort { $0.lowerBound < $1.lowerBound }
    var merged: [ClosedRange<UInt32>] = []
    for range in sorted {
      guard let last = merged.last, range.lowerBound <= last.upperBound + 1 else {
        merged.append(range)
        continue
      }
      merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
    return merged
  }
}

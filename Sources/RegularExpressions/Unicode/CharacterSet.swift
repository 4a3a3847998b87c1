/// A set of characters: what `[…]`, `.`, `\w` and `\p{…}` stand for.
///
/// Case is settled while building: a set that ignores case holds every equivalent.
final class CharacterSet: Sendable {
  /// Sorted, without overlaps.
  let ranges: [ClosedRange<UInt32>]
  let categories: GeneralCategories
  /// Each of these adds every character that has none of the categories (`\W`, `\P{L}`).
  let complements: [GeneralCategories]
  let isNegated: Bool
  let subtraction: CharacterSet?
  /// Membership of the first 128 characters.
  let ascii: ASCIISet

  init(_ builder: CharacterSetBuilder) {
    ranges = builder.mergedRanges
    categories = builder.categories
    complements = builder.complements
    isNegated = builder.isNegated
    subtraction = builder.subtraction
    var members = ASCIISet()
    for scalar in UInt32(0)..<128
    where Self.contains(
      scalar, ranges: ranges, categories: categories, complements: complements, isNegated: isNegated,
      subtraction: subtraction)
    {
      members.insert(scalar)
    }
    ascii = members
  }

  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 128 { return ascii.contains(scalar) }
    return Self.contains(
      scalar, ranges: ranges, categories: categories, complements: complements, isNegated: isNegated,
      subtraction: subtraction)
  }

  private static func contains(
    _ scalar: UInt32, ranges: [ClosedRange<UInt32>], categories: GeneralCategories, complements: [GeneralCategories],
    isNegated: Bool, subtraction: CharacterSet?
  ) -> Bool {
    if let subtraction, subtraction.contains(scalar) { return false }
    var isMember = ranges.contains { $0.contains(scalar) }
    if !isMember, !categories.isEmpty || !complements.isEmpty, let unicode = Unicode.Scalar(scalar) {
      let category = GeneralCategories(of: unicode)
      isMember =
        !categories.isDisjoint(with: category) || complements.contains { $0.isDisjoint(with: category) }
    }
    return isMember != isNegated
  }

  static let any = CharacterSet(CharacterSetBuilder(ranges: [0...0x10FFFF]))
  static let notNewline = CharacterSet(CharacterSetBuilder(ranges: [0xA...0xA], isNegated: true))
  /// Matches nothing: what becomes of a lone surrogate.
  static let none = CharacterSet(CharacterSetBuilder())
  /// What `\b` looks at: `\w` and the two joiners.
  static let boundaryWord = CharacterSet(CharacterSetBuilder(ranges: [0x200C...0x200D], categories: .word))
}

/// The first 128 characters, one bit each.
struct ASCIISet: Sendable, Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// For `scalar` below 128.
  func contains(_ scalar: UInt32) -> Bool {
    (scalar < 64 ? low >> UInt64(scalar) : high >> UInt64(scalar & 63)) & 1 != 0
  }

  mutating func insert(_ scalar: UInt32) {
    if scalar < 64 {
      low |= 1 << UInt64(scalar)
    } else {
      high |= 1 << UInt64(scalar & 63)
    }
  }

  var isEmpty: Bool { low == 0 && high == 0 }
  var isFull: Bool { low == .max && high == .max }

  /// Whether each letter is in with both cases, or out with both.
  var isCaseClosed: Bool {
    (high >> 1) & 0x3FF_FFFF == (high >> 33) & 0x3FF_FFFF
  }

  /// The members as ascending ranges.
  var ranges: [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var start: UInt32?
    for scalar in UInt32(0)...128 {
      let isMember = scalar < 128 && contains(scalar)
      if isMember, start == nil { start = scalar }
      if !isMember, let first = start {
        result.append(first...(scalar - 1))
        start = nil
      }
    }
    return result
  }
}

/// Comparison and search as a reader of English expects them: the order of `Sort-Object` and of `-lt`.
///
/// Letters are compared first, then accents, then case. Strings of ASCII are compared byte by byte through a table.
package enum Collation {
  /// -1, 0 or 1 as `left` sorts before, with or behind `right`.
  package static func compare(_ left: String, _ right: String, ignoringCase: Bool = false) -> Int {
    let quick = OrdinalText.bytes(left, right) { compareASCII($0, $1, ignoringCase) }
    if let quick, let result = quick { return result }
    return compare(CollationElement.elements(left), CollationElement.elements(right), ignoringCase)
  }

  /// Whether both count as the same text.
  package static func equals(_ left: String, _ right: String, ignoringCase: Bool = false) -> Bool {
    compare(left, right, ignoringCase: ignoringCase) == 0
  }

  /// Compares bytes; nil where a character outside printable ASCII could matter.
  private static func compareASCII(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ ignoringCase: Bool
  ) -> Int? {
    CollationTable.ascii.withUnsafeBufferPointer { weights in
      var order = 0
      var caseOrder = 0
      let count = min(left.count, right.count)
      for index in 0..<count {
        let one = left[index]
        let other = right[index]
        if one == other, one >= 0x20, one < 0x7F { continue }
        guard one | other < 0x80 else { return nil }
        let weight = weights[Int(one)]
        let otherWeight = weights[Int(other)]
        if weight == 0 || otherWeight == 0 { return nil }
        if order == 0, weight != otherWeight { order = weight < otherWeight ? -1 : 1 }
        // The capital has the smaller code, and sorts behind.
        if caseOrder == 0, one != other { caseOrder = one > other ? -1 : 1 }
      }
      for index in count..<left.count where left[index] >= 0x80 || weights[Int(left[index])] == 0 { return nil }
      for index in count..<right.count where right[index] >= 0x80 || weights[Int(right[index])] == 0 { return nil }
      if order != 0 { return order }
      if left.count != right.count { return left.count < right.count ? -1 : 1 }
      return ignoringCase ? 0 : caseOrder
    }
  }

  private static func compare(
    _ left: [CollationElement], _ right: [CollationElement], _ ignoringCase: Bool
  ) -> Int {
    let primary = order(left.lazy.map(\.primary).filter { $0 != 0 }, right.lazy.map(\.primary).filter { $0 != 0 })
    if primary != 0 { return primary }
    let secondary = order(left.lazy.map(\.secondary), right.lazy.map(\.secondary))
    if secondary != 0 || ignoringCase { return secondary }
    return order(left.lazy.map(\.tertiary), right.lazy.map(\.tertiary))
  }

  private static func order<Weights: Sequence>(
    _ left: Weights, _ right: Weights
  ) -> Int where Weights.Element: Comparable {
    if left.lexicographicallyPrecedes(right) { return -1 }
    return right.lexicographicallyPrecedes(left) ? 1 : 0
  }
}

extension Collation {
  /// Whether both strings are ASCII of which every character counts, so that search by bytes finds the same.
  private static func isPlain(_ text: String, _ part: String) -> Bool {
    OrdinalText.bytes(text, part) { text, part in
      CollationTable.ascii.withUnsafeBufferPointer { weights in
        text.allSatisfy { $0 < 0x80 && weights[Int($0)] != 0 } && part.allSatisfy { $0 < 0x80 && weights[Int($0)] != 0 }
      }
    } ?? false
  }

  /// Where `part` first stands in `text`, as a range of UTF-16 units; nil where it does not.
  ///
  /// A part of which no character counts stands at the beginning. The range holds the marks that belong to its last letter.
  package static func range(
    of part: String, in text: String, ignoringCase: Bool = false, backwards: Bool = false
  ) -> Range<Int>? {
    if isPlain(text, part) {
      let place =
        backwards
        ? OrdinalText.lastIndex(of: part, in: text, ignoringCase: ignoringCase)
        : OrdinalText.index(of: part, in: text, ignoringCase: ignoringCase)
      return place.map { $0..<($0 + part.utf8.count) }
    }
    let elements = CollationElement.elements(text)
    let wanted = CollationElement.elements(part)
    let length = text.utf16.count
    if wanted.isEmpty { return backwards ? length..<length : 0..<0 }
    guard elements.count >= wanted.count else { return nil }
    let places = 0...(elements.count - wanted.count)
    let place =
      backwards
      ? places.last { matches(elements, $0, wanted, ignoringCase) }
      : places.first { matches(elements, $0, wanted, ignoringCase) }
    guard let place else { return nil }
    return elements[place].start..<elements[place + wanted.count - 1].end
  }

  /// Whether `text` begins with `part`.
  package static func hasPrefix(_ text: String, _ part: String, ignoringCase: Bool = false) -> Bool {
    if isPlain(text, part) { return OrdinalText.hasPrefix(text, part, ignoringCase: ignoringCase) }
    let elements = CollationElement.elements(text)
    let wanted = CollationElement.elements(part)
    return wanted.isEmpty || elements.count >= wanted.count && matches(elements, 0, wanted, ignoringCase)
  }

  /// Whether `text` ends with `part`.
  package static func hasSuffix(_ text: String, _ part: String, ignoringCase: Bool = false) -> Bool {
    if isPlain(text, part) { return OrdinalText.hasSuffix(text, part, ignoringCase: ignoringCase) }
    let elements = CollationElement.elements(text)
    let wanted = CollationElement.elements(part)
    return wanted.isEmpty
      || elements.count >= wanted.count && matches(elements, elements.count - wanted.count, wanted, ignoringCase)
  }

  /// Whether whole characters with the wanted weights begin at `place`.
  private static func matches(
    _ elements: [CollationElement], _ place: Int, _ wanted: [CollationElement], _ ignoringCase: Bool
  ) -> Bool {
    for (element, other) in zip(elements[place...], wanted) {
      guard element.primary == other.primary, element.secondary == other.secondary else { return false }
      guard ignoringCase || element.tertiary == other.tertiary else { return false }
    }
    let end = place + wanted.count
    if elements[place].primary == 0, wanted[0].primary != 0 { return false }
    if place > 0, elements[place - 1].start == elements[place].start { return false }
    return end == elements.count || (elements[end].primary != 0 && elements[end].start != elements[end - 1].start)
  }
}

/// Character sets in brackets.
extension PatternParser {
  /// What has been read of one bracket.
  private struct Reading {
    var builder = CharacterSetBuilder()
    /// The left end of a range whose right end comes next.
    var rangeStart: UInt32?
    var isFirst = true
  }

  /// Reads the inside of brackets, the closing one included.
  ///
  /// With `countsOnly`, only the end is looked for, and nothing else is an error.
  mutating func scanSet(countsOnly: Bool, depth: Int = 0) throws(ParseFailure) -> CharacterSetBuilder {
    guard depth <= Self.deepestNesting else { throw .nestedTooDeeply }
    var reading = Reading()
    if take("^") {
      reading.builder.isNegated = true
      if options.contains(.ecmaScript), current == 0x5D { reading.isFirst = false }
    }
    while position < units.count {
      let unit = units[position]
      position += 1
      if unit == 0x5D, !reading.isFirst {
        if options.contains(.ignoreCase), !countsOnly { reading.builder.foldCase() }
        return reading.builder
      }
      try scanMember(unit, into: &reading, countsOnly: countsOnly, depth: depth)
      reading.isFirst = false
    }
    throw .unterminatedSet
  }

  private mutating func scanMember(
    _ unit: UInt16, into reading: inout Reading, countsOnly: Bool, depth: Int
  ) throws(ParseFailure) {
    var scalar = UInt32(unit)
    var isEscaped = false
    if unit == 0x5C, let escape = current {
      if try scanShorthand(escape, into: &reading, countsOnly: countsOnly) { return }
      scalar = UInt32(try scanCharacterEscape())
      isEscaped = true
    }
    scalar = combined(scalar)
    if let start = reading.rangeStart {
      reading.rangeStart = nil
      if countsOnly { return }
      if scalar == 0x5B, !isEscaped, !reading.isFirst {
        reading.builder.ranges.append(start...start)
        try scanSubtraction(into: &reading, countsOnly: countsOnly, depth: depth)
        return
      }
      guard start <= scalar else { throw .reversedRange }
      reading.builder.ranges.append(start...scalar)
    } else if current == 0x2D, let next = peek(1), next != 0x5D {
      reading.rangeStart = scalar
      position += 1
    } else if scalar == 0x2D, !isEscaped, current == 0x5B, !reading.isFirst {
      position += 1
      try scanSubtraction(into: &reading, countsOnly: countsOnly, depth: depth)
    } else {
      reading.builder.ranges.append(scalar...scalar)
    }
  }

  private mutating func scanSubtraction(
    into reading: inout Reading, countsOnly: Bool, depth: Int
  ) throws(ParseFailure) {
    let inner = try scanSet(countsOnly: countsOnly, depth: depth + 1)
    if countsOnly { return }
    reading.builder.subtraction = CharacterSet(inner)
    if let next = current, next != 0x5D { throw .subtractionNotLast }
  }

  /// Reads an escape that stands for many characters, or `\-`; false if it is an escape for one character.
  private mutating func scanShorthand(
    _ escape: UInt16, into reading: inout Reading, countsOnly: Bool
  ) throws(ParseFailure) -> Bool {
    switch UInt8(truncatingIfNeeded: escape) {
    case _ where escape > 0x7F: return false
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "w"),
      UInt8(ascii: "W"):
      position += 1
      if countsOnly { return true }
      try refuseRange(reading, escape)
      reading.builder.add(shorthand: escape, isECMAScript: options.contains(.ecmaScript))
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      position += 1
      if !countsOnly { try refuseRange(reading, escape) }
      let name = try scanProperty()
      if countsOnly { return true }
      let isKnown = reading.builder.add(
        property: name, isComplement: escape == 0x50, ignoresCase: options.contains(.ignoreCase))
      guard isKnown else { throw .unknownProperty(name) }
    case UInt8(ascii: "-"):
      position += 1
      let start = reading.rangeStart ?? 0x2D
      if countsOnly { return true }
      reading.rangeStart = nil
      guard start <= 0x2D else { throw .reversedRange }
      reading.builder.ranges.append(start...0x2D)
    default: return false
    }
    return true
  }

  private func refuseRange(_ reading: Reading, _ escape: UInt16) throws(ParseFailure) {
    guard reading.rangeStart == nil else { throw .shorthandInRange(String(decoding: [escape], as: UTF16.self)) }
  }

  /// Joins a high surrogate with the low one that comes next.
  private mutating func combined(_ scalar: UInt32) -> UInt32 {
    guard (0xD800...0xDBFF).contains(scalar), let low = current, UTF16.isTrailSurrogate(low) else { return scalar }
    position += 1
    return 0x10000 + (scalar - 0xD800) << 10 + (UInt32(low) - 0xDC00)
  }
}

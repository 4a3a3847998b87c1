/// Comparison and search by UTF-16 code units, with and without regard to case.
///
/// Orders are those of .NET's `StringComparer.Ordinal` and `.OrdinalIgnoreCase`. ASCII strings never leave their bytes.
package enum OrdinalText {
  /// Whether both have the same units.
  package static func equals(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// Whether both have the same units but for case.
  package static func equalsIgnoringCase(_ left: String, _ right: String) -> Bool {
    let quick = bytes(left, right) { left, right -> Bool? in
      if left.count == right.count, left.elementsEqual(right) { return true }
      let count = min(left.count, right.count)
      for index in 0..<count {
        let one = left[index]
        let other = right[index]
        if one | other >= 0x80 { return nil }
        if one != other, upper(one) != upper(other) { return false }
      }
      // What is left over may be no ASCII, but it makes one the longer.
      return left.count == right.count
    }
    if let quick, let result = quick { return result }
    return foldedUnits(left) == foldedUnits(right)
  }

  /// The difference of the first units that differ, or else of the lengths.
  package static func compare(_ left: String, _ right: String) -> Int {
    let quick = bytes(left, right) { left, right -> Int? in
      for index in 0..<min(left.count, right.count) {
        let one = left[index]
        let other = right[index]
        if one | other >= 0x80 { return nil }
        if one != other { return Int(one) - Int(other) }
      }
      return left.count == right.count || isASCII(left) && isASCII(right) ? left.count - right.count : nil
    }
    if let quick, let result = quick { return result }
    return compare(Array(left.utf16), Array(right.utf16))
  }

  /// The same order with every unit in upper case.
  package static func compareIgnoringCase(_ left: String, _ right: String) -> Int {
    let quick = bytes(left, right) { left, right -> Int? in
      for index in 0..<min(left.count, right.count) {
        let one = left[index]
        let other = right[index]
        if one | other >= 0x80 { return nil }
        if one != other, upper(one) != upper(other) { return Int(upper(one)) - Int(upper(other)) }
      }
      return left.count == right.count || isASCII(left) && isASCII(right) ? left.count - right.count : nil
    }
    if let quick, let result = quick { return result }
    return compare(foldedUnits(left), foldedUnits(right))
  }

  /// A hash that strings equal but for case share; the same in every process.
  package static func hashIgnoringCase(_ text: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let quick = text.utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      for byte in bytes {
        if byte >= 0x80 { return false }
        hash = (hash ^ UInt64(upper(byte))) &* 0x100_0000_01B3
      }
      return true
    }
    if quick != true {
      hash = 0xCBF2_9CE4_8422_2325
      for scalar in text.unicodeScalars { hash = (hash ^ UInt64(SimpleCase.upper(scalar).value)) &* 0x100_0000_01B3 }
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29))
  }

  // MARK: Parts

  @inline(__always)
  static func upper(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte & 0x5F : byte
  }

  static func foldedUnits(_ text: String) -> [UInt16] {
    let replacement = UTF16.encodedReplacementCharacter
    var units: [UInt16] = []
    units.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      units.append(contentsOf: UTF16.encode(SimpleCase.upper(scalar)) ?? replacement)
    }
    return units
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.allSatisfy { $0 < 0x80 } }

  private static func compare(_ left: [UInt16], _ right: [UInt16]) -> Int {
    for (one, other) in zip(left, right) where one != other { return Int(one) - Int(other) }
    return left.count - right.count
  }

  /// Calls `body` with the bytes of both; nil where they are not at hand.
  @inline(__always)
  static func bytes<Result>(
    _ left: String, _ right: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in body(left, right) }
    } ?? nil
  }
}

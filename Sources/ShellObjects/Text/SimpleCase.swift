/// Case mapping one to one, as .NET's invariant culture maps it.
///
/// A letter whose other case takes several letters stays as it is (`ß`), and so do the dotted and the dotless i.
package enum SimpleCase {
  /// `text` in upper case.
  package static func upper(_ text: String) -> String {
    mapped(text, ascii: UInt8(ascii: "a")...UInt8(ascii: "z"), upper)
  }

  /// `text` in lower case.
  package static func lower(_ text: String) -> String {
    mapped(text, ascii: UInt8(ascii: "A")...UInt8(ascii: "Z"), lower)
  }

  /// One scalar in upper case.
  package static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x80 {
      return isASCII(value, "a"...("z" as Unicode.Scalar)) ? Unicode.Scalar(UInt8(value & 0x5F)) : scalar
    }
    if value == 0x131 { return scalar }
    // Letters with a subscript iota: the full mapping spells the iota out, the simple one has a letter with it.
    if value >= 0x1F80, value <= 0x1FAF, value & 8 == 0 { return Unicode.Scalar(value + 8) ?? scalar }
    if value == 0x1FB3 || value == 0x1FC3 || value == 0x1FF3 { return Unicode.Scalar(value + 9) ?? scalar }
    return single(scalar.properties.uppercaseMapping) ?? scalar
  }

  /// One scalar in lower case.
  package static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x80 {
      return isASCII(value, "A"...("Z" as Unicode.Scalar)) ? Unicode.Scalar(UInt8(value | 0x20)) : scalar
    }
    if value == 0x130 { return scalar }
    return single(scalar.properties.lowercaseMapping) ?? scalar
  }

  /// One UTF-16 unit in upper case; halves of surrogate pairs stay.
  package static func upper(_ unit: UInt16) -> UInt16 {
    guard let scalar = Unicode.Scalar(UInt32(unit)) else { return unit }
    return UInt16(exactly: upper(scalar).value) ?? unit
  }

  /// One UTF-16 unit in lower case; halves of surrogate pairs stay.
  package static func lower(_ unit: UInt16) -> UInt16 {
    guard let scalar = Unicode.Scalar(UInt32(unit)) else { return unit }
    return UInt16(exactly: lower(scalar).value) ?? unit
  }

  private static func isASCII(_ value: UInt32, _ range: ClosedRange<Unicode.Scalar>) -> Bool {
    value >= range.lowerBound.value && value <= range.upperBound.value
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    let scalars = mapping.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else { return nil }
    return first
  }

  private static func mapped(
    _ text: String, ascii range: ClosedRange<UInt8>, _ map: (Unicode.Scalar) -> Unicode.Scalar
  ) -> String {
    let quick = text.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      if !bytes.contains(where: range.contains) { return text }
      return String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for index in bytes.indices {
          buffer[index] = range.contains(bytes[index]) ? bytes[index] ^ 0x20 : bytes[index]
        }
        return bytes.count
      }
    }
    if let quick, let result = quick { return result }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(map)))
  }
}

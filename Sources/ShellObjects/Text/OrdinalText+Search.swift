import Glibc

extension OrdinalText {
  /// Where `part` first stands in `text` at or behind an offset in UTF-16 units; nil where it does not.
  ///
  /// An empty part stands everywhere.
  package static func index(
    of part: String, in text: String, from start: Int = 0, ignoringCase: Bool = false
  ) -> Int? {
    guard start >= 0 else { return nil }
    if part.isEmpty { return start <= text.utf16.count ? start : nil }
    if !ignoringCase || UTF16Text.isASCII(part) && UTF16Text.isASCII(text) {
      return byteIndex(of: part, in: text, from: start, ignoringCase)
    }
    let units = foldedUnits(text)
    let wanted = foldedUnits(part)
    guard units.count >= wanted.count else { return nil }
    return (start..<max(units.count - wanted.count + 1, start)).first { matches(units, at: $0, wanted) }
  }

  /// Where `part` last stands in `text`, wholly before an offset in UTF-16 units; nil where it does not.
  package static func lastIndex(
    of part: String, in text: String, before end: Int = .max, ignoringCase: Bool = false
  ) -> Int? {
    let units = ignoringCase ? foldedUnits(text) : Array(text.utf16)
    let wanted = ignoringCase ? foldedUnits(part) : Array(part.utf16)
    var index = min(end, units.count) - wanted.count
    while index >= 0 {
      if matches(units, at: index, wanted) { return index }
      index -= 1
    }
    return nil
  }

  /// Whether `text` begins with `part`.
  package static func hasPrefix(_ text: String, _ part: String, ignoringCase: Bool = false) -> Bool {
    if !ignoringCase { return text.utf8.starts(with: part.utf8) }
    let quick = bytes(text, part) { text, part -> Bool? in
      for index in 0..<min(text.count, part.count) {
        if text[index] | part[index] >= 0x80 { return nil }
        if upper(text[index]) != upper(part[index]) { return false }
      }
      return text.count >= part.count ? true : nil
    }
    if let quick, let result = quick { return result }
    return foldedUnits(text).starts(with: foldedUnits(part))
  }

  /// Whether `text` ends with `part`.
  package static func hasSuffix(_ text: String, _ part: String, ignoringCase: Bool = false) -> Bool {
    if !ignoringCase { return text.utf8.reversed().starts(with: part.utf8.reversed()) }
    let quick = bytes(text, part) { text, part -> Bool? in
      for back in 1..<(min(text.count, part.count) + 1) {
        let (one, other) = (text[text.count - back], part[part.count - back])
        if one | other >= 0x80 { return nil }
        if upper(one) != upper(other) { return false }
      }
      return text.count >= part.count ? true : nil
    }
    if let quick, let result = quick { return result }
    return foldedUnits(text).reversed().starts(with: foldedUnits(part).reversed())
  }

  private static func matches(_ units: [UInt16], at index: Int, _ wanted: [UInt16]) -> Bool {
    units[index..<(index + wanted.count)].elementsEqual(wanted)
  }

  /// Searches bytes, which in well-formed text find the same places as units.
  private static func byteIndex(of part: String, in text: String, from start: Int, _ ignoringCase: Bool) -> Int? {
    let view = text.utf16
    guard let from = view.index(view.startIndex, offsetBy: start, limitedBy: view.endIndex) else { return nil }
    let skipped = text.utf8.distance(from: text.startIndex, to: from)
    let found = bytes(text, part) { bytes, wanted -> Int? in
      guard skipped + wanted.count <= bytes.count else { return nil }
      return ignoringCase
        ? foldedIndex(bytes, wanted, from: skipped) : plainIndex(bytes, wanted, from: skipped)
    }
    guard let found, let offset = found else { return nil }
    return view.distance(from: view.startIndex, to: text.utf8.index(text.startIndex, offsetBy: offset))
  }

  private static func plainIndex(
    _ bytes: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = start
    let end = bytes.count - wanted.count
    while index <= end {
      guard let hit = memchr(base + index, Int32(wanted[0]), end - index + 1) else { return nil }
      index = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      if bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }

  private static func foldedIndex(
    _ bytes: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let first = upper(wanted[0])
    for index in start...(bytes.count - wanted.count) where upper(bytes[index]) == first {
      var length = 1
      while length < wanted.count, upper(bytes[index + length]) == upper(wanted[length]) { length += 1 }
      if length == wanted.count { return index }
    }
    return nil
  }
}

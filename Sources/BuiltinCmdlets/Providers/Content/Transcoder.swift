/// Turns the bytes of a file into UTF-8, chunk by chunk.
struct Transcoder {
  private let scheme: ContentEncoding.Scheme
  /// Bytes of a unit whose rest is in the next chunk.
  private var carried: [UInt8] = []
  /// The first half of a surrogate pair.
  private var highHalf: UInt16?

  init(_ scheme: ContentEncoding.Scheme) { self.scheme = scheme }

  /// Appends what a chunk means; UTF-8 passes as it is, to be repaired when lines become strings.
  mutating func append(_ chunk: ArraySlice<UInt8>, to output: inout [UInt8]) {
    switch scheme {
    case .utf8: output += chunk
    case .ascii: for byte in chunk { byte < 0x80 ? output.append(byte) : put(0x3F, &output) }
    case .latin1: for byte in chunk { put(UInt32(byte), &output) }
    case .windows1252: for byte in chunk { put(UInt32(Windows1252.unit(byte)), &output) }
    case .utf16Little, .utf16Big:
      for unit in units(chunk, 2) { putUnit(UInt16(truncatingIfNeeded: unit), &output) }
    case .utf32Little, .utf32Big: for unit in units(chunk, 4) { put(unit, &output) }
    }
  }

  /// Appends what an unfinished unit at the end of the file means.
  mutating func finish(_ output: inout [UInt8]) {
    if !carried.isEmpty || highHalf != nil { put(0xFFFD, &output) }
    carried = []
    highHalf = nil
  }

  /// The whole units of a chunk and of what the last one left; the rest waits for the next.
  private mutating func units(_ chunk: ArraySlice<UInt8>, _ size: Int) -> [UInt32] {
    let bytes = carried + chunk
    let isLittle = scheme == .utf16Little || scheme == .utf32Little
    let whole = bytes.count - bytes.count % size
    carried = Array(bytes[whole...])
    return stride(from: 0, to: whole, by: size).map { start in
      let unit = bytes[start..<start + size]
      return isLittle ? unit.reversed().reduce(0) { $0 << 8 | UInt32($1) } : unit.reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private mutating func putUnit(_ unit: UInt16, _ output: inout [UInt8]) {
    if let high = highHalf {
      highHalf = nil
      if unit >= 0xDC00, unit < 0xE000 {
        return put(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF)), &output)
      }
      put(0xFFFD, &output)
    }
    if unit >= 0xD800, unit < 0xDC00 { highHalf = unit } else { put(UInt32(unit), &output) }
  }

  private func put(_ value: UInt32, _ output: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }
}

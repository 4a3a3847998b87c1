/// A text that was read from a file or typed, with what is needed to point at places in it.
package final class SourceFile: Sendable {
  /// Path of the file; nil for typed text.
  package let name: String?
  package let text: String

  /// The text in UTF-8; every extent counts in it.
  package let utf8: [UInt8]

  /// UTF-8 offset of the first byte of each line; CR, LF and CR LF each end a line.
  private let lineStarts: [Int32]

  /// UTF-16 offset of the first unit of each line; empty where the text is ASCII and both offsets agree.
  private let lineStartsUTF16: [Int32]

  package init(name: String? = nil, text: String) {
    // Offsets take 32 bits; a longer text is cut.
    let limit = Int(Int32.max) - 8
    let bytes = text.utf8.count <= limit ? Array(text.utf8) : Array(text.utf8.prefix(limit))
    let index = LineIndex(of: bytes)
    self.name = name
    self.text = text
    self.utf8 = bytes
    self.lineStarts = index.starts
    self.lineStartsUTF16 = index.isASCII ? [] : index.startsUTF16
  }

  /// How many lines the text has; at least one.
  package var lineCount: Int { lineStarts.count }

  /// Line and column, both counted from one, the column in UTF-16 units.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let line = lineIndex(of: offset)
    return (line + 1, utf16Length(from: Int(lineStarts[line]), to: max(offset, 0)) + 1)
  }

  /// The UTF-16 offset of a UTF-8 offset; past the end both count on together.
  package func utf16Offset(of offset: Int) -> Int {
    guard !lineStartsUTF16.isEmpty else { return offset }
    let line = lineIndex(of: offset)
    return Int(lineStartsUTF16[line]) + utf16Length(from: Int(lineStarts[line]), to: offset)
  }

  /// The UTF-8 offset of a UTF-16 offset; one inside a surrogate pair gives the start of the character.
  package func utf8Offset(ofUTF16 offset: Int) -> Int {
    guard !lineStartsUTF16.isEmpty else { return offset }
    let line = Self.lastIndex(in: lineStartsUTF16, notAfter: offset)
    var units = Int(lineStartsUTF16[line])
    var bytes = Int(lineStarts[line])
    while bytes < utf8.count, units < offset {
      let lead = utf8[bytes]
      units += lead >= 0xF0 ? 2 : 1
      if units > offset { return bytes }
      bytes += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
    return bytes + (offset - units)
  }

  /// The text of an extent; what lies past the end of the text is left out.
  package func text(of extent: ScriptExtent) -> String {
    let range = clamped(extent)
    return String(decoding: utf8[range], as: UTF8.self)
  }

  /// The text of a line, counted from one, without its line end; empty for a line that is not there.
  package func text(ofLine line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }

  private func clamped(_ extent: ScriptExtent) -> Range<Int> {
    let start = min(max(extent.startOffset, 0), utf8.count)
    return start..<min(max(extent.endOffset, start), utf8.count)
  }

  private func lineIndex(of offset: Int) -> Int { Self.lastIndex(in: lineStarts, notAfter: offset) }

  private static func lastIndex(in starts: [Int32], notAfter offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func utf16Length(from start: Int, to end: Int) -> Int {
    guard !lineStartsUTF16.isEmpty, start < end else { return end - start }
    let inside = min(end, utf8.count)
    guard start < inside else { return end - start }
    var units = 0
    for byte in utf8[start..<inside] where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    return units + (end - inside)
  }
}

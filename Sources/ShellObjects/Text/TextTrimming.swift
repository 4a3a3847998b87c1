/// Cuts characters off the ends of strings as .NET's `Trim` family does.
package enum TextTrimming {
  /// Which ends are cut.
  package enum Ends: Sendable { case both, start, end }

  /// Cuts white space.
  package static func trimmed(_ text: String, _ ends: Ends = .both) -> String {
    trimmed(text, ends) { UTF16Text.isWhiteSpace($0) }
  }

  /// Cuts the given UTF-16 code units; none means white space.
  package static func trimmed(_ text: String, _ units: [UInt16], _ ends: Ends = .both) -> String {
    if units.isEmpty { return trimmed(text, ends) }
    if units.count == 1 {
      let unit = units[0]
      return trimmed(text, ends) { $0 == unit }
    }
    return trimmed(text, ends) { units.contains($0) }
  }

  private static func trimmed(_ text: String, _ ends: Ends, _ isCut: (UInt16) -> Bool) -> String {
    let view = text.utf16
    var start = view.startIndex
    var end = view.endIndex
    if ends != .end {
      while start < end, isCut(view[start]) { view.formIndex(after: &start) }
    }
    if ends != .start {
      while start < end {
        let last = view.index(before: end)
        guard isCut(view[last]) else { break }
        end = last
      }
    }
    if start == view.startIndex, end == view.endIndex { return text }
    return UTF16Text.string(text, start..<end)
  }
}

package import ShellObjects
import SourceText

/// Where an error stands: `At line:1 char:5`, the source line, and marks below it.
package struct PositionMessage {
  /// `At line:1 char:5` or `At /x/f.ps1:1 char:5`.
  package let place: String
  /// The source line, cut to what is shown.
  package let line: String
  /// Blanks and tildes that go below the line.
  package let marks: String
  package let file: String?
  package let lineNumber: Int
  /// Counted from one in UTF-16 units.
  package let column: Int
  /// The whole source line.
  package let sourceLine: String

  /// The three lines of `PositionMessage`.
  package var text: String { "\(place)\n+ \(line)\n+ \(marks)" }

  private static let widest = 69

  package init(_ position: SourcePosition) {
    let source = position.source
    let start = source.position(of: position.extent.startOffset)
    let end = source.position(of: position.extent.endOffset)
    file = source.name
    lineNumber = start.line
    column = start.column
    sourceLine = source.text(ofLine: start.line)
    place = "At \(source.name.map { "\($0):" } ?? "line:")\(start.line) char:\(start.column)"
    let units = Array(sourceLine.utf16)
    var from = min(start.column - 1, units.count)
    // An extent of several lines is marked to the end of its first.
    var to = end.line > start.line ? units.count : min(max(end.column - 1, from), units.count)
    let expanded = Self.expandingTabs(units, &from, &to)
    (line, marks) = Self.cut(expanded, from, to)
  }

  /// A tab counts four blanks; the marked range moves along.
  private static func expandingTabs(_ units: [UInt16], _ from: inout Int, _ to: inout Int) -> [UInt16] {
    guard units.contains(0x09) else { return units }
    let before = units[..<from].count { $0 == 0x09 }
    let inside = units[from..<to].count { $0 == 0x09 }
    from += 3 * before
    to += 3 * (before + inside)
    return units.flatMap { $0 == 0x09 ? [0x20, 0x20, 0x20, 0x20] : [$0] }
  }

  /// Cuts a long line: up to 12 before the extent and 8 behind it, what is left goes first to the front.
  private static func cut(_ units: [UInt16], _ from: Int, _ to: Int) -> (line: String, marks: String) {
    guard units.count > widest else { return shown(units[...], from, to, 0, isCutBefore: false, isCutBehind: false) }
    var before = min(from, 12)
    var behind = min(units.count - to, 8)
    let marked = min(to - from, widest - before)
    var rest = max(0, widest - before - marked)
    behind = min(behind, rest)
    rest -= behind
    let more = min(rest, from - before)
    before += more
    rest -= more
    behind += min(rest, max(0, units.count - to - behind))
    let start = from - before
    let end = min(units.count, from + marked + behind)
    return shown(
      units[start..<end], from, from + marked, start, isCutBefore: start > 0, isCutBehind: end < units.count)
  }

  private static func shown(
    _ units: ArraySlice<UInt16>, _ from: Int, _ to: Int, _ start: Int, isCutBefore: Bool, isCutBehind: Bool
  ) -> (line: String, marks: String) {
    let lead = isCutBefore ? "… " : ""
    let line = lead + String(decoding: units, as: UTF16.self) + (isCutBehind ? " …" : "")
    let marks =
      DisplayWidth.blanks(lead.utf16.count + from - start) + String(repeating: "~", count: max(1, to - from))
    return (line, marks)
  }
}

/// The lines that can be recalled, oldest first.
///
/// What is typed here goes to the file too; what other shells write arrives at the next prompt.
package final class CommandHistory {
  private(set) var entries: [[UInt32]] = []
  private let file: HistoryFile?
  private let limit: Int

  /// A history that keeps `limit` lines in memory; without a file it lasts as long as the process.
  package init(file: HistoryFile?, limit: Int = 4096) {
    self.file = file
    self.limit = max(limit, 1)
  }

  /// The lines, oldest first.
  package var lines: [String] { entries.map { LineBuffer.text($0[...]) } }

  /// Takes in what was written to the file since the last call.
  package func refresh() {
    for entry in file?.readNew().suffix(limit) ?? [] { note(entry.unicodeScalars.map(\.value)) }
  }

  /// Adds a line that was accepted.
  ///
  /// Blank lines and a repetition of the line before are left out.
  package func add(_ line: String, disposition: HistoryDisposition) {
    let scalars = line.unicodeScalars.map(\.value)
    guard disposition != .skip, !scalars.allSatisfy(LineBuffer.isBlank), scalars != entries.last else { return }
    if disposition == .memoryAndFile, let file {
      for entry in file.append(line) { note(entry.unicodeScalars.map(\.value)) }
    }
    note(scalars)
  }

  /// Forgets the lines in memory; the file stays.
  package func clear() {
    entries = []
  }

  private func note(_ entry: [UInt32]) {
    entries.append(entry)
    // Dropping a tenth at a time keeps the cost of an addition constant.
    if entries.count > limit + limit / 10 { entries.removeFirst(entries.count - limit) }
  }
}

/// Where a line that was accepted goes.
package enum HistoryDisposition: Sendable {
  case memoryAndFile
  case memoryOnly
  case skip
}

/// Comparison of texts as history searches compare them.
enum TextMatch {
  static func hasPrefix(_ text: [UInt32], _ prefix: [UInt32], caseSensitive: Bool) -> Bool {
    matches(text, prefix, at: 0, caseSensitive)
  }

  /// Where `part` first occurs in `text`; nil when it does not.
  static func firstIndex(of part: [UInt32], in text: [UInt32], caseSensitive: Bool) -> Int? {
    guard part.count <= text.count else { return nil }
    return (0...(text.count - part.count)).first { matches(text, part, at: $0, caseSensitive) }
  }

  private static func matches(_ text: [UInt32], _ part: [UInt32], at start: Int, _ caseSensitive: Bool) -> Bool {
    guard start + part.count <= text.count else { return false }
    for index in part.indices {
      let (left, right) = (text[start + index], part[index])
      if left != right, caseSensitive || folded(left) != folded(right) { return false }
    }
    return true
  }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar + 32 : scalar }
    let lowered = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
    return lowered?.count == 1 ? lowered?.first?.value ?? scalar : scalar
  }
}

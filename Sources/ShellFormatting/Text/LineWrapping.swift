package import ShellObjects

/// Breaks text into lines that fit a width, as lists, wrapped cells and labels do.
package enum LineWrapping {
  /// The lines of a text: line feeds split, carriage returns vanish, longer lines break.
  ///
  /// A line that fits stays as it is. Else words end behind a blank or tab, which belongs to them; a word that fits a
  /// line but not the rest of this one moves down; a longer one is filled in where the line stands and breaks anywhere.
  /// `first` and `following` are widths in cells. Cultures without word breaks fill every line.
  package static func lines(_ text: String, first: Int, following: Int, culture: Culture = .current) -> [String] {
    guard needsWork(text, first) else { return [text] }
    var result: [String] = []
    for line in splitLines(text) {
      if DisplayWidth.cells(line) <= first {
        result.append(line)
      } else {
        var filler = LineFiller(first: first, following: following)
        filler.fill(Array(line.utf16), byWords: culture == .english)
        result += filler.lines
      }
    }
    return result
  }

  private static func needsWork(_ text: String, _ width: Int) -> Bool {
    text.utf8.contains { $0 == 0x0A || $0 == 0x0D } || DisplayWidth.cells(text) > width
  }

  /// The text split at line feeds, without carriage returns.
  ///
  /// Escape sequences go on in the lines that follow them; each line with any ends in a reset.
  package static func splitLines(_ text: String) -> [String] {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.contains(0x0D) ? line.filter { $0 != 0x0D } : Array(line), as: UTF8.self)
    }
    guard lines.count > 1, EscapeSequence.isPresent(in: text) else { return lines }
    var active = ""
    return lines.map { line in
      let whole = active + line
      active += EscapeSequence.all(in: line)
      return EscapeSequence.closed(whole)
    }
  }
}

/// Fills lines of a width with the words of one long line.
private struct LineFiller {
  let following: Int
  var width: Int
  var rest: Int
  var current: [UInt16] = []
  var lines: [String] = []
  /// Escape sequences seen so far, which every further line begins with.
  var active: [UInt16] = []

  init(first: Int, following: Int) {
    self.following = following
    width = first
    rest = first
  }

  mutating func fill(_ units: [UInt16], byWords: Bool) {
    guard width > 0, following > 0 else { return finishLine() }
    if byWords {
      for word in Self.words(units) { add(word) }
    } else {
      addBroken(units[...])
    }
    finishLine()
  }

  /// Pieces that end behind each blank or tab; escape sequences stay whole.
  private static func words(_ units: [UInt16]) -> [ArraySlice<UInt16>] {
    var words: [ArraySlice<UInt16>] = []
    var start = 0
    var index = 0
    while index < units.count {
      if let length = EscapeSequence.length(in: units[...], at: index) {
        index += length
        continue
      }
      let isEnd = units[index] == 0x20 || units[index] == 0x09
      index += 1
      if isEnd {
        words.append(units[start..<index])
        start = index
      }
    }
    if start < units.count { words.append(units[start...]) }
    return words
  }

  private mutating func add(_ word: ArraySlice<UInt16>) {
    let cells = DisplayWidth.cells(word)
    if cells > width { return addBroken(word) }
    if cells > rest { breakLine() }
    append(word)
    rest -= cells
  }

  /// Fills a piece in unit by unit; a wide unit in a line of one cell becomes `?`.
  private mutating func addBroken(_ piece: ArraySlice<UInt16>) {
    var index = piece.startIndex
    while index < piece.endIndex {
      if let length = EscapeSequence.length(in: piece, at: index) {
        append(piece[index..<index + length])
        index += length
        continue
      }
      var unit = piece[index]
      var cells = DisplayWidth.cells(unit)
      if cells > width {
        unit = 0x3F
        cells = 1
      }
      if cells > rest { breakLine() }
      current.append(unit)
      rest -= cells
      index += 1
    }
  }

  private mutating func append(_ piece: ArraySlice<UInt16>) {
    current += piece
    guard piece.contains(EscapeSequence.escape) else { return }
    var index = piece.startIndex
    while index < piece.endIndex {
      if let length = EscapeSequence.length(in: piece, at: index) {
        active += piece[index..<index + length]
        index += length
      } else {
        index += 1
      }
    }
  }

  private mutating func breakLine() {
    finishLine()
    width = following
    rest = following
  }

  private mutating func finishLine() {
    lines.append(EscapeSequence.closed(String(decoding: current, as: UTF16.self)))
    current = active
  }
}

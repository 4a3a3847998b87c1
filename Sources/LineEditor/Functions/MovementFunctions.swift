extension EditFunction {
  /// Functions that move the cursor.
  static let movement: [EditFunction] = [
    EditFunction("BackwardChar", .cursorMovement) { $0.moveCharacters(-($0.argument.value ?? 1)) },
    EditFunction("ForwardChar", .cursorMovement) { session in
      if session.buffer.isAtEnd, session.acceptPrediction() { return }
      session.moveCharacters(session.argument.value ?? 1)
    },
    EditFunction("BackwardWord", .cursorMovement) { $0.moveWords(-($0.argument.value ?? 1), LineBuffer.wordEnd) },
    EditFunction("ForwardWord", .cursorMovement) { session in
      if session.buffer.isAtEnd, session.acceptPredictedWords(session.argument.value ?? 1) { return }
      session.moveWords(session.argument.value ?? 1, LineBuffer.wordEnd)
    },
    EditFunction("NextWord", .cursorMovement) { $0.moveWords($0.argument.value ?? 1, LineBuffer.nextWord) },
    EditFunction("BeginningOfLine", .cursorMovement) { $0.moveToLineStart() },
    EditFunction("EndOfLine", .cursorMovement) { $0.moveToLineEnd() },
    EditFunction("PreviousLine", .cursorMovement) { session in
      if session.buffer.isMultiLine { session.moveLines(-(session.argument.value ?? 1)) }
    },
    EditFunction("NextLine", .cursorMovement) { session in
      if session.buffer.isMultiLine { session.moveLines(session.argument.value ?? 1) }
    },
    EditFunction("GotoBrace", .cursorMovement) { $0.gotoBrace() },
  ]
}

extension EditSession {
  /// Where a word that lies ahead begins or ends.
  typealias WordEdge = (LineBuffer) -> (Int, WordDelimiters) -> Int

  func moveCharacters(_ steps: Int) {
    buffer.move(to: buffer.edge(from: buffer.cursor, by: steps))
  }

  /// Moves by words; `ahead` says where a step to the right ends.
  func moveWords(_ steps: Int, _ ahead: WordEdge) {
    var position = buffer.cursor
    for _ in 0..<min(steps.magnitude, UInt(buffer.count)) {
      position = steps < 0 ? buffer.wordStart(before: position, delimiters) : ahead(buffer)(position, delimiters)
    }
    buffer.move(to: position)
  }

  /// To the start of the line; from there to the start of the text.
  func moveToLineStart() {
    let start = buffer.lineStart(at: buffer.cursor)
    buffer.move(to: start == buffer.cursor ? 0 : start)
  }

  /// To the end of the line; from there to the end of the text.
  func moveToLineEnd() {
    let end = buffer.lineEnd(at: buffer.cursor)
    buffer.move(to: end == buffer.cursor ? buffer.count : end)
  }

  /// Moves by logical lines.
  ///
  /// The column is kept over lines that are too short; at an end of a line, ends are kept.
  func moveLines(_ steps: Int) {
    run = .vertical
    var start = buffer.lineStart(at: buffer.cursor)
    if previousRun != .vertical {
      let isAtLineEnd = buffer.cursor == buffer.lineEnd(at: buffer.cursor)
      wantedColumn = isAtLineEnd ? nil : buffer.cursor - start
    }
    var moved = false
    for _ in 0..<min(steps.magnitude, UInt(buffer.count)) {
      let end = buffer.lineEnd(at: start)
      if steps < 0 ? start == 0 : end == buffer.count { break }
      start = steps < 0 ? buffer.lineStart(at: start - 1) : end + 1
      moved = true
    }
    guard moved else { return }
    let end = buffer.lineEnd(at: start)
    buffer.move(to: wantedColumn.map { min(start + $0, end) } ?? end)
  }

  fileprivate func gotoBrace() {
    guard let target = BraceMatcher(buffer.scalars).partner(of: buffer.cursor) else { return ring() }
    buffer.move(to: target)
  }
}

/// Finds the bracket that belongs to another; brackets in quotes do not count.
struct BraceMatcher {
  private var partners: [Int: Int] = [:]

  init(_ text: [UInt32]) {
    var open: [(position: Int, closer: UInt32)] = []
    var quote: UInt32?
    for (position, scalar) in text.enumerated() {
      if let current = quote {
        if scalar == current { quote = nil }
        continue
      }
      switch scalar {
      case 0x22, 0x27: quote = scalar
      case 0x28: open.append((position, 0x29))
      case 0x5B: open.append((position, 0x5D))
      case 0x7B: open.append((position, 0x7D))
      case 0x29, 0x5D, 0x7D:
        guard let last = open.last, last.closer == scalar else { continue }
        open.removeLast()
        partners[last.position] = position
        partners[position] = last.position
      default: continue
      }
    }
  }

  func partner(of position: Int) -> Int? { partners[position] }
}

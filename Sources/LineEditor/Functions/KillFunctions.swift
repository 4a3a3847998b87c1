extension EditFunction {
  /// Functions that keep what they delete, and those that bring it back.
  static let killing: [EditFunction] = [
    EditFunction("KillLine", .basic) { $0.kill($0.buffer.cursor..<$0.buffer.count) },
    EditFunction("BackwardKillInput", .basic) { $0.kill(0..<$0.buffer.cursor) },
    EditFunction("BackwardKillLine", .basic) {
      $0.kill($0.buffer.lineStart(at: $0.buffer.cursor)..<$0.buffer.cursor)
    },
    EditFunction("KillWord", .basic) {
      $0.kill($0.buffer.cursor..<$0.buffer.wordEnd(after: $0.buffer.cursor, $0.delimiters))
    },
    EditFunction("BackwardKillWord", .basic) {
      $0.kill($0.buffer.wordStart(before: $0.buffer.cursor, $0.delimiters)..<$0.buffer.cursor)
    },
    EditFunction("UnixWordRubout", .basic) {
      $0.kill($0.buffer.wordStart(before: $0.buffer.cursor, WordDelimiters(""))..<$0.buffer.cursor)
    },
    EditFunction("KillRegion", .basic) { session in
      let mark = min(session.mark, session.buffer.count)
      session.kill(min(mark, session.buffer.cursor)..<max(mark, session.buffer.cursor))
    },
    EditFunction("Yank", .basic) { $0.yankCurrent() },
    EditFunction("YankPop", .basic) { $0.yankOlder() },
    EditFunction("YankLastArg", .basic) { $0.yankLastArgument() },
    EditFunction("YankNthArg", .basic) { session in
      session.yank = YankState(
        start: session.buffer.cursor, historyIndex: session.history.entries.count - 1,
        argument: session.argument.value ?? 1)
      session.insertArgument()
    },
  ]
}

extension EditSession {
  /// Deletes `range`, which ends or starts at the cursor, and keeps it; kills in a row become one text.
  func kill(_ range: Range<Int>) {
    run = .kill
    guard !range.isEmpty else { return }
    let text = Array(buffer.scalars[range.clamped(to: 0..<buffer.count)])
    if previousRun == .kill {
      killRing.extend(with: text, atStart: range.upperBound == buffer.cursor)
    } else {
      killRing.add(text)
    }
    delete(range)
  }

  fileprivate func yankCurrent() {
    guard let text = killRing.current else { return }
    run = .yank
    yank.start = buffer.cursor
    buffer.insert(text)
  }

  fileprivate func yankOlder() {
    guard previousRun == .yank else { return }
    run = .yank
    killRing.rotate()
    buffer.replace(yank.start..<buffer.cursor, with: killRing.current ?? [])
  }

  /// Inserts the last argument of the line before; repeated, that of the line before that one instead.
  fileprivate func yankLastArgument() {
    if previousRun != .yankArgument {
      yank = YankState(start: buffer.cursor, historyIndex: history.entries.count, argument: argument.value ?? -1)
    } else if let value = argument.value, value < 0 {
      yank.direction = -yank.direction
    }
    run = .yankArgument
    guard history.entries.indices.contains(yank.historyIndex + yank.direction) else { return ring() }
    yank.historyIndex += yank.direction
    insertArgument()
  }

  /// Inserts the argument that `yank` names, in the place of the one before.
  fileprivate func insertArgument() {
    guard history.entries.indices.contains(yank.historyIndex) else { return ring() }
    let words = ShellWords.split(history.entries[yank.historyIndex])
    let wanted = yank.argument < 0 ? words.count + yank.argument : yank.argument
    guard words.indices.contains(wanted) else { return ring() }
    buffer.replace(yank.start..<buffer.cursor, with: words[wanted])
  }
}

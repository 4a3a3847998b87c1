extension EditFunction {
  /// Functions that select, copy and paste.
  static let selecting: [EditFunction] = [
    EditFunction("SelectBackwardChar", .selection) { $0.select { $0.moveCharacters(-($0.argument.value ?? 1)) } },
    EditFunction("SelectForwardChar", .selection) { $0.select { $0.moveCharacters($0.argument.value ?? 1) } },
    EditFunction("SelectBackwardWord", .selection) {
      $0.select { $0.moveWords(-($0.argument.value ?? 1), LineBuffer.wordEnd) }
    },
    EditFunction("SelectForwardWord", .selection) {
      $0.select { $0.moveWords($0.argument.value ?? 1, LineBuffer.wordEnd) }
    },
    EditFunction("SelectNextWord", .selection) {
      $0.select { $0.moveWords($0.argument.value ?? 1, LineBuffer.nextWord) }
    },
    EditFunction("SelectBackwardsLine", .selection) { $0.select { $0.moveToLineStart() } },
    EditFunction("SelectLine", .selection) { $0.select { $0.moveToLineEnd() } },
    EditFunction("SelectAll", .selection) { session in
      session.run = .select
      session.mark = 0
      session.buffer.move(to: session.buffer.count)
    },
    EditFunction("SetMark", .selection) { $0.mark = $0.buffer.cursor },
    EditFunction("ExchangePointAndMark", .selection) { session in
      let mark = session.mark
      session.mark = session.buffer.cursor
      session.buffer.move(to: mark)
    },
    EditFunction("Copy", .basic) { $0.copySelection() },
    EditFunction("Cut", .basic) { session in
      guard let range = session.activeSelection else { return }
      session.copySelection()
      session.delete(range)
    },
    EditFunction("Paste", .basic) { $0.insert($0.clipboard) },
  ]
}

extension EditSession {
  /// Moves the cursor and selects what lies between it and where the selection began.
  func select(_ move: (EditSession) -> Void) {
    if previousRun != .select { mark = buffer.cursor }
    move(self)
    run = .select
  }

  /// Copies the selection, or the whole text when nothing is selected.
  func copySelection() {
    clipboard = Array(buffer.scalars[activeSelection ?? 0..<buffer.count])
    effects.copied = clipboard
  }
}

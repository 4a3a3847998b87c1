extension EditFunction {
  /// Functions that recall lines.
  static let recalling: [EditFunction] = [
    EditFunction("PreviousHistory", .history) { session in
      session.recallEntry(-abs(session.argument.value ?? 1))
    },
    EditFunction("NextHistory", .history) { session in
      session.recallEntry(session.argument.value ?? 1)
    },
    EditFunction("BeginningOfHistory", .history) { session in
      session.run = .recall
      if !session.history.entries.isEmpty { session.show(0) }
    },
    EditFunction("EndOfHistory", .history) { session in
      session.run = .recall
      session.show(session.history.entries.count)
    },
    EditFunction("HistorySearchBackward", .history) { $0.searchPrefix(-abs($0.argument.value ?? 1)) },
    EditFunction("HistorySearchForward", .history) { $0.searchPrefix($0.argument.value ?? 1) },
    EditFunction("ReverseSearchHistory", .history) { $0.startSearch(-1) },
    EditFunction("ForwardSearchHistory", .history) { $0.startSearch(1) },
    EditFunction("ClearHistory", .history) { session in
      session.history.clear()
      session.recall = HistoryRecall()
    },
  ]
}

extension EditSession {
  /// Recalls an entry.
  ///
  /// In a text of several lines the cursor moves instead, until a walk has begun.
  fileprivate func recallEntry(_ steps: Int) {
    if moveInList(steps) { return }
    if buffer.isMultiLine, previousRun != .recall { return moveLines(steps) }
    run = .recall
    let target = recall.step(
      steps, in: history.entries, onlyOnce: options.historyNoDuplicates, matches: { _ in true })
    if let target { show(target) }
  }

  /// Recalls an entry that begins as the text before the cursor does.
  fileprivate func searchPrefix(_ steps: Int) {
    if previousRun != .prefixSearch { recall.prefix = Array(buffer.scalars[..<buffer.cursor]) }
    run = .prefixSearch
    let (prefix, caseSensitive) = (recall.prefix, options.historySearchCaseSensitive)
    let target = recall.step(steps, in: history.entries, onlyOnce: options.historyNoDuplicates) {
      TextMatch.hasPrefix($0, prefix, caseSensitive: caseSensitive)
    }
    guard let target else { return }
    show(target, cursor: options.historySearchCursorMovesToEnd ? nil : prefix.count)
  }

  /// Puts an entry, or the typed line, in the place of the text.
  ///
  /// Undo then empties the line.
  func show(_ index: Int, cursor: Int? = nil) {
    if recall.typed == nil { recall.typed = buffer.scalars }
    let isTyped = index >= history.entries.count
    let text = isTyped ? recall.typed ?? [] : history.entries[max(index, 0)]
    if isTyped { recall.typed = nil }
    recall.index = min(max(index, 0), history.entries.count)
    buffer = LineBuffer(text, cursor: cursor)
    undoLog.reset(to: LineBuffer())
    undoLog.record(buffer)
  }
}

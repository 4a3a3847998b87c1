extension EditFunction {
  /// Functions that recall lines.
  static let recalling: [EditFunction] = [
    EditFunction("PreviousHistory", .history) { session in
      let steps = -abs(session.argument.value ?? 1)
      if session.buffer.isMultiLine { session.moveLines(steps) } else { session.recallEntry(steps) }
    },
    EditFunction("NextHistory", .history) { session in
      let steps = session.argument.value ?? 1
      if session.buffer.isMultiLine { session.moveLines(steps) } else { session.recallEntry(steps) }
    },
    EditFunction("BeginningOfHistory", .history) { session in
      if !session.history.entries.isEmpty { session.show(0) }
    },
    EditFunction("EndOfHistory", .history) { $0.show($0.history.entries.count) },
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
  fileprivate func recallEntry(_ steps: Int) {
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

  /// Puts an entry, or the typed line, in the place of the text. Its edits start anew.
  func show(_ index: Int, cursor: Int? = nil) {
    if recall.typed == nil { recall.typed = buffer.scalars }
    let isTyped = index >= history.entries.count
    let text = isTyped ? recall.typed ?? [] : history.entries[max(index, 0)]
    if isTyped { recall.typed = nil }
    recall.index = min(max(index, 0), history.entries.count)
    buffer = LineBuffer(text, cursor: cursor)
    undoLog.reset(to: buffer)
  }
}

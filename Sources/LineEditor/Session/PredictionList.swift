/// Older lines that hold what was typed, shown below the text to pick from.
struct PredictionList: Equatable {
  /// The text that was typed; the choice of none shows it again.
  let typed: LineBuffer
  /// Lines that begin with the text come first, then lines that hold it; newest first.
  let entries: [[UInt32]]
  /// The entry on show; nil is the typed text.
  var selected: Int?

  private static let limit = 10

  /// Looks for lines; nil when there is none.
  init?(for typed: LineBuffer, in history: [[UInt32]], caseSensitive: Bool) {
    guard !typed.isEmpty else { return nil }
    var seen: Set<[UInt32]> = [typed.scalars]
    var beginning: [[UInt32]] = []
    var holding: [[UInt32]] = []
    for entry in history.reversed() where beginning.count < PredictionList.limit {
      guard let place = TextMatch.firstIndex(of: typed.scalars, in: entry, caseSensitive: caseSensitive),
        seen.insert(entry).inserted
      else { continue }
      if place == 0 { beginning.append(entry) } else if holding.count < PredictionList.limit { holding.append(entry) }
    }
    entries = Array((beginning + holding).prefix(PredictionList.limit))
    self.typed = typed
    if entries.isEmpty { return nil }
  }

  /// Selects another entry; the typed text lies between the last and the first.
  mutating func move(_ steps: Int) {
    let places = entries.count + 1
    let place = ((selected ?? -1) + 1 + steps % places + places) % places
    selected = place == 0 ? nil : place - 1
  }

  /// What the text shall be.
  var buffer: LineBuffer { selected.map { LineBuffer(entries[$0]) } ?? typed }

  /// The counts on the left and right of the line above the entries.
  var header: (left: String, right: String) {
    let count = entries.count
    guard let selected else { return ("<-/\(count)>", "<History(\(count))>") }
    return ("<\(selected + 1)/\(count)>", "<History(\(selected + 1)/\(count))>")
  }
}

extension EditSession {
  /// Shows another entry of the list; false when no list is open.
  func moveInList(_ steps: Int) -> Bool {
    guard var list else { return false }
    run = .list
    list.move(steps)
    self.list = list
    buffer = list.buffer
    return true
  }

  /// Closes the list until the text changes, with the typed text in place; false when none is open.
  func closeList() -> Bool {
    guard let list else { return false }
    buffer = list.typed
    self.list = nil
    listedText = buffer.scalars
    return true
  }

  /// Changes between the list and the prediction behind the cursor.
  func switchPredictionView() {
    options.predictionView = options.predictionView == .list ? .inline : .list
    listedText = nil
  }

  /// Looks for older lines anew when the text has changed otherwise than by a choice.
  func refreshList() {
    guard options.showsPredictions, options.predictionView == .list else {
      list = nil
      return
    }
    guard run != .list, listedText != buffer.scalars else { return }
    listedText = buffer.scalars
    list = PredictionList(
      for: buffer, in: history.entries, caseSensitive: options.historySearchCaseSensitive)
  }
}

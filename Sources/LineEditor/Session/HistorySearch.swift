/// A search through the history that goes on with each key.
struct HistorySearch {
  var query: [UInt32] = []
  var direction: Int
  /// The entry the search goes on from.
  var index: Int
  var hasFailed = false
  /// The entries on show before each character of the query, for Backspace.
  var trail: [Int] = []
  var shown: [[UInt32]: Int] = [:]

  /// The line below the text.
  var prompt: String {
    (hasFailed ? "failed-" : "") + (direction < 0 ? "bck-i-search: " : "fwd-i-search: ")
      + LineBuffer.text(query[...]) + "_"
  }
}

extension EditSession {
  func startSearch(_ direction: Int) {
    run = .recall
    modal = .search(HistorySearch(direction: direction, index: recall.index))
  }

  /// Deals with a key during a search; false ends the search and lets the key act on what was found.
  func handleSearch(_ chord: KeyChord, _ search: HistorySearch) -> Bool {
    var search = search
    let function = keyMap.function(for: chord)?.name
    switch function {
    case "ReverseSearchHistory", "ForwardSearchHistory":
      search.direction = function == "ReverseSearchHistory" ? -1 : 1
      findNext(&search)
    case "BackwardDeleteChar": shorten(&search)
    case "Abort", "CopyOrCancelLine", "CancelLine":
      modal = .none
      show(history.entries.count)
      return true
    default:
      if chord == KeyChord(.escape) {
        modal = .none
        return true
      }
      guard let scalar = chord.typedScalar else {
        modal = .none
        return false
      }
      extend(&search, with: scalar)
    }
    modal = .search(search)
    return true
  }

  private func extend(_ search: inout HistorySearch, with scalar: UInt32) {
    search.trail.append(search.index)
    search.query.append(scalar)
    search.shown = [:]
    if let start = matchStart(search.query, buffer.scalars) {
      search.hasFailed = false
      buffer.move(to: start)
    } else {
      findNext(&search)
    }
  }

  private func shorten(_ search: inout HistorySearch) {
    guard search.query.popLast() != nil, let index = search.trail.popLast() else { return ring() }
    search.index = index
    search.shown = [:]
    search.hasFailed = false
    show(index, cursor: 0)
    if let start = matchStart(search.query, buffer.scalars) { buffer.move(to: start) }
  }

  private func findNext(_ search: inout HistorySearch) {
    var index = search.index + search.direction
    while history.entries.indices.contains(index) {
      let entry = history.entries[index]
      let isNew = !options.historyNoDuplicates || search.shown[entry, default: index] == index
      if isNew, let start = matchStart(search.query, entry) {
        search.shown[entry] = index
        search.index = index
        search.hasFailed = false
        return show(index, cursor: start)
      }
      index += search.direction
    }
    // One step outside, so that the first step in the other direction is inside again.
    search.index = min(max(index, -1), history.entries.count)
    search.hasFailed = true
    ring()
  }

  private func matchStart(_ query: [UInt32], _ text: [UInt32]) -> Int? {
    TextMatch.firstIndex(of: query, in: text, caseSensitive: options.historySearchCaseSensitive)
  }
}

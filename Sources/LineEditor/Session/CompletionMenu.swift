/// A menu of completions to pick from.
///
/// The chosen one stands in the text while the menu is open.
struct CompletionMenu {
  let items: [CompletionItem]
  /// Where the replaced part starts.
  let start: Int
  /// What stood there, for Escape.
  let original: [UInt32]
  /// What all items begin with; the cursor stays behind it.
  let commonPrefix: [UInt32]
  /// What was typed to narrow the choice.
  var filter: [UInt32] = []
  /// The items that fit the filter, by their place in `items`.
  var visible: [Int]
  /// The chosen one, by its place in `visible`.
  var selected = 0
  /// How much of the text the chosen item takes.
  var shownCount: Int

  var selectedItem: CompletionItem? {
    visible.indices.contains(selected) ? items[visible[selected]] : nil
  }
}

/// How the items of a menu are laid out: down the columns, as PSReadLine does.
struct MenuLayout {
  let rows: Int
  let columns: Int
  let columnWidth: Int

  init(widths: [Int], terminalColumns: Int) {
    let widest = (widths.max() ?? 0) + 2
    columnWidth = min(widest, max(terminalColumns - 1, 1))
    let most = max(1, (terminalColumns - 1) / max(columnWidth, 1))
    rows = max(1, (widths.count + most - 1) / most)
    columns = max(1, (widths.count + rows - 1) / rows)
  }

  /// The item `right` columns and `down` rows away, round the edges.
  func neighbor(of index: Int, right: Int, down: Int, count: Int) -> Int {
    guard count > 0 else { return 0 }
    if right == 0 { return (index + down + count) % count }
    let row = index % rows
    let inRow = (count - row + rows - 1) / rows
    let column = (index / rows + right + inRow) % inRow
    return row + column * rows
  }
}

/// Completions that Tab puts into the text one after the other.
struct CompletionCycle {
  let items: [CompletionItem]
  let start: Int
  /// How much of the text the item on show takes.
  var shownCount: Int
  var index: Int
}

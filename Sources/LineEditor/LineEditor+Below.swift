extension LineEditor {
  /// Draws what belongs below the text: a search, a menu, lists, a message.
  func putBelow(_ builder: inout FrameBuilder) {
    let emphasis = style(.emphasis, &builder)
    switch session.modal {
    case .search(let search): builder.put(line: search.prompt, 0)
    case .menu(let menu): putMenu(menu, &builder)
    case .none, .characterSearch, .keyQuestion: break
    }
    if !session.listing.isEmpty { putGrid(session.listing.map(\.listText), selected: nil, &builder) }
    if let list = session.list { putList(list, &builder) }
    for line in session.message?.split(separator: "\n", omittingEmptySubsequences: false) ?? [] {
      builder.put(line: String(line), emphasis)
    }
  }

  private func putMenu(_ menu: CompletionMenu, _ builder: inout FrameBuilder) {
    putGrid(menu.visible.map { menu.items[$0].listText }, selected: menu.selected, &builder)
    guard session.options.showsToolTips, let tip = menu.selectedItem?.toolTip else { return }
    let firstLine = tip.split(separator: "\n").first.map(String.init) ?? ""
    builder.startLine()
    builder.put(line: DisplayWidth.prefix(firstLine, columns: screen.columns - 1), style(.emphasis, &builder))
  }

  /// How many rows below what has been drawn fit on the screen, at least half of it; `needed` more come after.
  private func room(_ builder: FrameBuilder, reserving needed: Int) -> Int {
    max(1, screen.rows - min(builder.frame.rows.count, screen.rows / 2) - needed)
  }

  /// Items in columns; only as many rows as fit, the selected one among them.
  private func putGrid(_ texts: [String], selected: Int?, _ builder: inout FrameBuilder) {
    let selectionStyle = style(.selection, &builder)
    let layout = MenuLayout(widths: texts.map(DisplayWidth.of), terminalColumns: screen.columns)
    let room = min(layout.rows, room(builder, reserving: 2))
    let first = max(0, (selected ?? 0) % layout.rows - room + 1)
    for row in first..<(first + room) {
      builder.startLine()
      for index in stride(from: row, to: texts.count, by: layout.rows) {
        let text = DisplayWidth.prefix(texts[index], columns: max(layout.columnWidth - 2, 1))
        builder.put(text, index == selected ? selectionStyle : 0)
        builder.put(blanks: layout.columnWidth - DisplayWidth.of(text), 0)
      }
    }
  }

  /// Older lines: a header with counts, then each with its source at the right edge.
  private func putList(_ list: PredictionList, _ builder: inout FrameBuilder) {
    let countStyle = builder.glyphs.style((session.options.colors[.listPrediction] ?? "") + "\u{1b}[3m")
    let (left, right) = list.header
    let gap = screen.columns - left.utf8.count - right.utf8.count
    builder.put(line: left, countStyle)
    if gap >= 0 {
      builder.put(blanks: gap, 0)
      builder.put(right, style(.inlinePrediction, &builder))
    }
    let room = room(builder, reserving: 0)
    let first = max(0, (list.selected ?? 0) - room + 1)
    for index in list.entries.indices.dropFirst(first).prefix(room) {
      putEntry(list.entries[index], of: list, isSelected: index == list.selected, &builder)
    }
  }

  /// One older line, with what was typed emphasised in it.
  private func putEntry(
    _ entry: [UInt32], of list: PredictionList, isSelected: Bool, _ builder: inout FrameBuilder
  ) {
    let colors = session.options.colors
    let background = isSelected ? colors[.listPredictionSelected] ?? "" : ""
    let plain = builder.glyphs.style(background)
    let sign = builder.glyphs.style((colors[.listPrediction] ?? "") + background)
    let emphasis = builder.glyphs.style((colors[.emphasis] ?? "") + background)
    let source = screen.columns > 30 ? "History" : ""
    builder.put(line: ">", sign)
    builder.put(" ", plain)
    let match = TextMatch.firstIndex(of: list.typed.scalars, in: entry, caseSensitive: false) ?? entry.count
    var left = screen.columns - 2 - (source.isEmpty ? 0 : source.utf8.count + 3)
    for (position, scalar) in entry.enumerated() {
      let shown = scalar == LineBuffer.newline ? 0x21B5 : scalar == 0x09 ? 0x20 : scalar
      let width = DisplayWidth.of(shown) ?? 2
      if width > left { break }
      left -= width
      let isMatch = position >= match && position < match + list.typed.count
      builder.put(shown, isMatch ? emphasis : plain)
    }
    guard !source.isEmpty else { return }
    builder.put(blanks: left + 1, plain)
    builder.put("[", plain)
    builder.put(source, sign)
    builder.put("]", plain)
  }
}

extension FrameBuilder {
  /// Puts a text on a line of its own.
  mutating func put(line text: String, _ style: UInt16) {
    startLine()
    put(text, style)
  }

  mutating func put(blanks count: Int, _ style: UInt16) {
    put(String(repeating: " ", count: max(0, count)), style)
  }
}

extension EditSession {
  /// What takes the keys before their bindings do.
  enum Modal {
    case none
    case menu(CompletionMenu)
    case search(HistorySearch)
    /// The next character is looked for, `steps` occurrences away.
    case characterSearch(steps: Int)
    /// The next key is named.
    case keyQuestion
  }

  /// Gives a key to the menu or search that is open; false when it has its usual meaning.
  func handleModal(_ chord: KeyChord) -> Bool {
    switch modal {
    case .none: return false
    case .menu(let menu): return handleMenu(chord, menu)
    case .search(let search): return handleSearch(chord, search)
    case .characterSearch(let steps):
      modal = .none
      if let scalar = chord.typedScalar { moveToCharacter(scalar, steps) } else { ring() }
      return true
    case .keyQuestion:
      modal = .none
      message = chord.name + ": " + (keyMap.function(for: chord)?.name ?? "Key is unbound")
      return true
    }
  }

  /// The part of the text that a menu has added to what was typed.
  var menuPart: Range<Int>? {
    guard case .menu(let menu) = modal else { return nil }
    return buffer.cursor..<max(buffer.cursor, menu.start + menu.shownCount)
  }

  /// The part of the text that a search or a recall by prefix has found.
  var searchMatch: Range<Int>? {
    switch modal {
    case .search(let search) where !search.hasFailed: buffer.cursor..<(buffer.cursor + search.query.count)
    case .none where run == .prefixSearch: 0..<recall.prefix.count
    default: nil
    }
  }

  /// Leaves a menu or search; what it put into the text stays.
  func leaveModal() {
    if case .menu(let menu) = modal { acceptMenu(menu) }
    modal = .none
  }

  /// Moves to an occurrence of a character on the right, or on the left for negative steps.
  private func moveToCharacter(_ scalar: UInt32, _ steps: Int) {
    var left = steps.magnitude
    var position = buffer.cursor + (steps < 0 ? -1 : 1)
    while let here = buffer.scalar(at: position) {
      if here == scalar { left -= 1 }
      if left == 0 { return buffer.move(to: position) }
      position += steps < 0 ? -1 : 1
    }
    ring()
  }

  private func handleMenu(_ chord: KeyChord, _ menu: CompletionMenu) -> Bool {
    switch (chord.key, chord.modifiers) {
    case (.enter, []), (.character(0x40), .control): acceptMenu(menu)
    case (.escape, []): restore(menu, typed: [])
    case _ where chord.isInterrupt: restore(menu, typed: [])
    case (.tab, []): choose(menu, right: 0, down: 1)
    case (.tab, .shift): choose(menu, right: 0, down: -1)
    case (.right, []): choose(menu, right: 1, down: 0)
    case (.left, []): choose(menu, right: -1, down: 0)
    case (.down, []): choose(menu, right: 0, down: 1)
    case (.up, []): choose(menu, right: 0, down: -1)
    case (.backspace, []): if !menu.filter.isEmpty { narrow(menu, to: Array(menu.filter.dropLast())) }
    default:
      guard let scalar = chord.typedScalar else {
        acceptMenu(menu)
        return false
      }
      return narrow(menu, to: menu.filter + [scalar])
    }
    return true
  }

  private func choose(_ menu: CompletionMenu, right: Int, down: Int) {
    var menu = menu
    let layout = MenuLayout(
      widths: menu.visible.map { DisplayWidth.of(menu.items[$0].listText) }, terminalColumns: columns)
    menu.selected = layout.neighbor(of: menu.selected, right: right, down: down, count: menu.visible.count)
    showSelected(menu)
  }

  /// Keeps the items that go on with `filter`; where none does, the menu closes and the typed text stays.
  @discardableResult
  private func narrow(_ menu: CompletionMenu, to filter: [UInt32]) -> Bool {
    var menu = menu
    let wanted = menu.commonPrefix + filter
    let visible = menu.items.indices.filter {
      TextMatch.hasPrefix(menu.items[$0].text.unicodeScalars.map(\.value), wanted, caseSensitive: false)
    }
    guard !visible.isEmpty else {
      restore(menu, typed: filter)
      return true
    }
    menu.filter = filter
    menu.visible = visible
    menu.selected = 0
    showSelected(menu)
    return true
  }

  /// Puts the chosen item into the text, with the cursor behind what was typed of it.
  func showSelected(_ menu: CompletionMenu) {
    var menu = menu
    let text = menu.selectedItem?.text.unicodeScalars.map(\.value) ?? []
    buffer.replace(menu.start..<(menu.start + menu.shownCount), with: text)
    menu.shownCount = text.count
    buffer.move(to: menu.start + menu.commonPrefix.count + menu.filter.count)
    modal = .menu(menu)
  }

  private func acceptMenu(_ menu: CompletionMenu) {
    modal = .none
    buffer.move(to: menu.start + menu.shownCount)
    undoLog.record(buffer)
  }

  private func restore(_ menu: CompletionMenu, typed: [UInt32]) {
    modal = .none
    let base = typed.isEmpty ? menu.original : menu.commonPrefix + typed
    buffer.replace(menu.start..<(menu.start + menu.shownCount), with: base)
    undoLog.record(buffer)
  }
}

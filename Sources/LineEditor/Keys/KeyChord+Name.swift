extension KeyChord {
  /// The names of keys, PSReadLine's first.
  ///
  /// Source: PSReadLine 2.4.5, `Get-PSReadLineKeyHandler`; other spellings are those of System.ConsoleKey.
  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Tab", .tab), ("Escape", .escape), ("Backspace", .backspace), ("Delete", .delete),
    ("Insert", .insert), ("UpArrow", .up), ("DownArrow", .down), ("LeftArrow", .left), ("RightArrow", .right),
    ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Spacebar", .character(0x20)),
    ("Space", .character(0x20)), ("Esc", .escape), ("Del", .delete), ("Ins", .insert), ("PgUp", .pageUp),
    ("PgDn", .pageDown), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Bkspc", .backspace),
  ]

  /// Reads a chord as PSReadLine writes it, such as `Shift+Ctrl+LeftArrow` or `Alt+.`; nil when it is none.
  package init?(named text: String) {
    var rest = Substring(text)
    var modifiers: Modifiers = []
    while let plus = rest.dropFirst().firstIndex(of: "+"), rest.index(after: plus) != rest.endIndex {
      guard let modifier = KeyChord.modifier(rest[..<plus]) else { return nil }
      modifiers.insert(modifier)
      rest = rest[rest.index(after: plus)...]
    }
    guard let key = KeyChord.key(rest) else { return nil }
    self.init(key, modifiers)
  }

  /// Reads a sequence of one or two chords, such as `Ctrl+x,Ctrl+u`; nil when a part is none.
  package static func sequence(named text: String) -> [KeyChord]? {
    guard let comma = text.dropFirst().firstIndex(of: ","), text.index(after: comma) != text.endIndex else {
      return KeyChord(named: text).map { [$0] }
    }
    guard let first = KeyChord(named: String(text[..<comma])),
      let second = KeyChord(named: String(text[text.index(after: comma)...]))
    else { return nil }
    return [first, second]
  }

  /// The chord as PSReadLine writes it.
  package var name: String {
    var text = ""
    if modifiers.contains(.shift) { text += "Shift+" }
    if modifiers.contains(.control) { text += "Ctrl+" }
    if modifiers.contains(.alt) { text += "Alt+" }
    if case .function(let number) = key { return text + "F\(number)" }
    if let known = KeyChord.names.first(where: { $0.key == key }) { return text + known.name }
    if case .character(let scalar) = key, let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
    return text
  }

  private static func modifier(_ text: Substring) -> Modifiers? {
    switch text.lowercased() {
    case "ctrl", "control": .control
    case "alt": .alt
    case "shift": .shift
    default: nil
    }
  }

  private static func key(_ text: Substring) -> Key? {
    let scalars = text.unicodeScalars
    if scalars.count == 1, let only = scalars.first { return .character(only.value) }
    let lowered = text.lowercased()
    if let known = names.first(where: { $0.name.lowercased() == lowered }) { return known.key }
    guard lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()), (1...24).contains(number) else { return nil }
    return .function(number)
  }
}

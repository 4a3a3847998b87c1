extension LineEditor {
  /// Shows prompt, text and what belongs below it.
  ///
  /// A final frame has neither prediction nor menu.
  func draw(isFinal: Bool) {
    sendEffects()
    let highlighting = delegate?.highlight(session.buffer.text) ?? Highlighting()
    var builder = FrameBuilder(columns: screen.columns, glyphs: screen.glyphs)
    builder.put(prompt: prompt)
    if highlighting.hasError, !isFinal { builder.restyleLastSign(style(.error, &builder)) }
    putText(&builder, highlighting.spans)
    if isFinal {
      if session.outcome == .cancelled { builder.put("^C", style(.error, &builder)) }
    } else {
      putPrediction(&builder)
      putBelow(&builder)
    }
    screen.glyphs = builder.glyphs
    screen.draw(builder.frame)
  }

  private func style(_ role: ColorRole, _ builder: inout FrameBuilder) -> UInt16 {
    builder.glyphs.style(session.options.colors[role] ?? "")
  }

  /// Bells, a cleared terminal, and what was copied.
  private func sendEffects() {
    let effects = session.effects
    session.effects = EditSession.Effects()
    if effects.clearsScreen { screen.clear() }
    if effects.bells > 0, session.options.isAudible { screen.output.send("\u{7}") }
    if let copied = effects.copied {
      // OSC 52 reaches the clipboard of the machine the user sits at, over ssh too.
      screen.output.send("\u{1b}]52;c;" + Base64.encode(Array(LineBuffer.text(copied[...]).utf8)) + "\u{7}")
    }
  }

  /// The text in its colours, with the continuation prompt before every line but the first.
  private func putText(_ builder: inout FrameBuilder, _ spans: [HighlightSpan]) {
    let buffer = session.buffer
    let selected = session.selection ?? 0..<0
    let selectionStyle = style(.selection, &builder)
    let continuationStyle = style(.continuationPrompt, &builder)
    var styles = SpanStyles(spans, colors: session.options.colors, glyphs: &builder.glyphs)
    for (position, scalar) in buffer.scalars.enumerated() {
      if position == buffer.cursor { builder.markCursor() }
      let spanStyle = styles.next(LineBuffer.utf8Length(scalar))
      if scalar == LineBuffer.newline {
        builder.startLine()
        builder.put(session.options.continuationPrompt, continuationStyle)
      } else {
        builder.put(scalar, selected.contains(position) ? selectionStyle : spanStyle)
      }
    }
    if buffer.isAtEnd { builder.markCursor() }
  }

  private func putPrediction(_ builder: inout FrameBuilder) {
    let style = style(.inlinePrediction, &builder)
    for scalar in session.prediction ?? [] {
      builder.put(scalar == LineBuffer.newline ? 0x21B5 : scalar, style)
    }
  }

  /// A search, a menu, a list or a message.
  private func putBelow(_ builder: inout FrameBuilder) {
    let emphasis = style(.emphasis, &builder)
    switch session.modal {
    case .search(let search): builder.put(line: search.prompt, emphasis)
    case .menu(let menu): putMenu(menu, &builder)
    case .none, .characterSearch, .keyQuestion: break
    }
    if !session.listing.isEmpty { putGrid(session.listing.map(\.listText), selected: nil, &builder) }
    for line in session.message?.split(separator: "\n", omittingEmptySubsequences: false) ?? [] {
      builder.put(line: String(line), emphasis)
    }
  }

  private func putMenu(_ menu: CompletionMenu, _ builder: inout FrameBuilder) {
    putGrid(menu.visible.map { menu.items[$0].listText }, selected: menu.selected, &builder)
    guard session.options.showsToolTips, let tip = menu.selectedItem?.toolTip else { return }
    let firstLine = tip.split(separator: "\n").first.map(String.init) ?? ""
    builder.put(line: DisplayWidth.prefix(firstLine, columns: screen.columns - 1), style(.emphasis, &builder))
  }

  /// Items in columns; only as many rows as fit, the selected one among them.
  private func putGrid(_ texts: [String], selected: Int?, _ builder: inout FrameBuilder) {
    let selectionStyle = style(.selection, &builder)
    let layout = MenuLayout(widths: texts.map(DisplayWidth.of), terminalColumns: screen.columns)
    let room = max(1, min(layout.rows, screen.rows - min(builder.frame.rows.count, screen.rows / 2) - 1))
    let first = max(0, (selected ?? 0) % layout.rows - room + 1)
    for row in first..<(first + room) {
      builder.startLine()
      for index in stride(from: row, to: texts.count, by: layout.rows) {
        let text = DisplayWidth.prefix(texts[index], columns: layout.columnWidth)
        builder.put(text, index == selected ? selectionStyle : 0)
        builder.put(String(repeating: " ", count: max(0, layout.columnWidth - DisplayWidth.of(text))), 0)
      }
    }
  }
}

extension FrameBuilder {
  mutating func put(line text: String, _ style: UInt16) {
    startLine()
    put(text, style)
  }

  /// A prompt: escape sequences in it set the style of what follows, newlines start a line.
  mutating func put(prompt: String) {
    var sequence = ""
    var rest = Substring(prompt).unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "\u{1b}" {
        let escape = FrameBuilder.takeEscape(&rest)
        if escape.hasSuffix("m") { sequence = escape == "[0m" || escape == "[m" ? "" : sequence + "\u{1b}" + escape }
      } else if scalar == "\n" {
        startLine()
      } else if scalar != "\r" {
        put(scalar.value, glyphs.style(sequence))
      }
    }
  }

  /// Takes what follows Escape: a control sequence up to its letter, or an operating system command up to its end.
  private static func takeEscape(_ rest: inout Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    guard let kind = rest.popFirst() else { return "" }
    text.append(kind)
    while let scalar = rest.first, kind == "[" || kind == "]" {
      rest.removeFirst()
      text.append(scalar)
      if kind == "[" ? (0x40...0x7E).contains(scalar.value) : scalar == "\u{7}" { break }
      if kind == "]", scalar == "\u{1b}" {
        _ = rest.popFirst()
        break
      }
    }
    return String(text)
  }
}

/// Gives each scalar of a text, from the first on, the style of the span it lies in.
private struct SpanStyles {
  private let spans: [HighlightSpan]
  private let numbers: [UInt16]
  private let plain: UInt16
  private var index = 0
  private var offset = 0

  init(_ spans: [HighlightSpan], colors: [ColorRole: String], glyphs: inout GlyphTable) {
    self.spans = spans
    var known: [ColorRole: UInt16] = [:]
    for (role, color) in colors { known[role] = glyphs.style(color) }
    numbers = spans.map { known[$0.role] ?? 0 }
    plain = known[.plain] ?? 0
  }

  /// The style of the scalar that comes next and takes `length` bytes.
  mutating func next(_ length: Int) -> UInt16 {
    defer { offset += length }
    while index < spans.count, spans[index].start &+ spans[index].length <= offset { index += 1 }
    return index < spans.count && spans[index].start <= offset ? numbers[index] : plain
  }
}

/// The encoding that OSC 52 wants.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      bits <<= 8
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[Int(bits >> 26)] : 0x3D)
        bits <<= 6
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

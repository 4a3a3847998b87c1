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

  func style(_ role: ColorRole, _ builder: inout FrameBuilder) -> UInt16 {
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
    let selected = session.selection ?? session.menuPart ?? 0..<0
    let emphasized = session.searchMatch ?? 0..<0
    let emphasis = style(.emphasis, &builder)
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
        let isSelected = selected.contains(position)
        builder.put(scalar, isSelected ? selectionStyle : emphasized.contains(position) ? emphasis : spanStyle)
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
}

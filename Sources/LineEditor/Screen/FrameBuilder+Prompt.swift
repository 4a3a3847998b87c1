extension FrameBuilder {
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

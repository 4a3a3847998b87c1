/// Gives each scalar of a text, from the first on, the style of the span it lies in.
struct SpanStyles {
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

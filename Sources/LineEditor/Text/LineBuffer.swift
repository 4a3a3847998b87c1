/// The text being edited, as Unicode scalars, and the cursor in it.
///
/// Positions count scalars. A cursor can stand between any two scalars, but what moves it by characters keeps it at
/// the edges of what a user sees as one character (a grapheme cluster).
struct LineBuffer: Equatable {
  private(set) var scalars: [UInt32] = []
  private(set) var cursor = 0

  static let newline: UInt32 = 0x0A

  init(_ scalars: [UInt32] = [], cursor: Int? = nil) {
    self.scalars = scalars
    self.cursor = min(max(cursor ?? scalars.count, 0), scalars.count)
  }

  init(_ text: String) {
    self.init(text.unicodeScalars.map(\.value))
  }

  var count: Int { scalars.count }
  var isEmpty: Bool { scalars.isEmpty }
  var isAtEnd: Bool { cursor == scalars.count }
  var text: String { LineBuffer.text(scalars[...]) }

  /// The scalar at `position`; nil outside the text.
  func scalar(at position: Int) -> UInt32? {
    scalars.indices.contains(position) ? scalars[position] : nil
  }

  /// The part of the text in `range`, which is clamped.
  func text(in range: Range<Int>) -> String {
    LineBuffer.text(scalars[range.clamped(to: 0..<count)])
  }

  static func text(_ scalars: ArraySlice<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(view)
  }

  mutating func move(to position: Int) {
    cursor = min(max(position, 0), count)
  }

  /// Puts `text` in place of `range` and the cursor behind it.
  mutating func replace(_ range: Range<Int>, with text: [UInt32]) {
    let range = range.clamped(to: 0..<count)
    scalars.replaceSubrange(range, with: text)
    cursor = range.lowerBound + text.count
  }

  mutating func insert(_ text: [UInt32]) {
    replace(cursor..<cursor, with: text)
  }
}

extension LineBuffer {
  /// The UTF-8 length of the text before `position`.
  func utf8Offset(of position: Int) -> Int {
    scalars.prefix(max(position, 0)).reduce(0) { $0 + LineBuffer.utf8Length($1) }
  }

  /// The position that lies `offset` bytes of UTF-8 into the text, or the one before it where that is inside a scalar.
  func position(ofUTF8 offset: Int) -> Int {
    var bytes = 0
    for (position, scalar) in scalars.enumerated() {
      bytes += LineBuffer.utf8Length(scalar)
      if bytes > offset { return position }
    }
    return count
  }

  static func utf8Length(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }
}

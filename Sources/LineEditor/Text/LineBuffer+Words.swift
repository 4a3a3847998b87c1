/// The characters that end a word, apart from white space.
struct WordDelimiters {
  private let scalars: [UInt32]

  init(_ text: String) {
    scalars = text.unicodeScalars.map(\.value)
  }

  func isInWord(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return !LineBuffer.isBlank(scalar) && !scalars.contains(scalar)
  }
}

extension LineBuffer {
  static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || (0x09...0x0D).contains(scalar)
      || (scalar > 0x7F && Unicode.Scalar(scalar)?.properties.isWhitespace == true)
  }

  /// The end of the current or the next word.
  func wordEnd(after position: Int, _ delimiters: WordDelimiters) -> Int {
    let start = skip(from: position) { !delimiters.isInWord($0) }
    return skip(from: start) { delimiters.isInWord($0) }
  }

  /// The start of the next word.
  func nextWord(after position: Int, _ delimiters: WordDelimiters) -> Int {
    let end = skip(from: position) { delimiters.isInWord($0) }
    return skip(from: end) { !delimiters.isInWord($0) }
  }

  /// The start of the current or the previous word.
  func wordStart(before position: Int, _ delimiters: WordDelimiters) -> Int {
    let end = skipBack(from: position) { !delimiters.isInWord($0) }
    return skipBack(from: end) { delimiters.isInWord($0) }
  }

  /// The first scalar at or after `position` that is no blank.
  func nextNonBlank(after position: Int) -> Int {
    skip(from: position, while: LineBuffer.isBlank)
  }

  private func skip(from position: Int, while holds: (UInt32) -> Bool) -> Int {
    var position = position
    while let scalar = scalar(at: position), holds(scalar) { position += 1 }
    return position
  }

  private func skipBack(from position: Int, while holds: (UInt32) -> Bool) -> Int {
    var position = position
    while let scalar = scalar(at: position - 1), holds(scalar) { position -= 1 }
    return position
  }
}

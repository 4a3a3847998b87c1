extension KeyDecoder {
  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
  private static let pasteStart: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x30, 0x7E]

  /// Reads the text of a bracketed paste, which begins at `start` and ends with `ESC [ 201 ~`.
  mutating func decodePaste(from start: Int) -> Step {
    var index = max(start, pasteScan)
    while index + KeyDecoder.pasteEnd.count <= bytes.count {
      if bytes[index] == 0x1B, bytes[index...].starts(with: KeyDecoder.pasteEnd) {
        let text = KeyDecoder.pastedText(bytes[start..<index])
        position = index + KeyDecoder.pasteEnd.count
        pasteScan = 0
        return .input(.paste(text))
      }
      index += 1
    }
    pasteScan = index
    return .needsMore
  }

  /// The text of a paste whose end mark never came; nil when no paste has begun.
  mutating func unfinishedPaste() -> [UInt32]? {
    guard position <= bytes.count, bytes[position...].starts(with: KeyDecoder.pasteStart) else { return nil }
    let text = KeyDecoder.pastedText(bytes[(position + KeyDecoder.pasteStart.count)...])
    position = bytes.count
    pasteScan = 0
    return text
  }

  /// True while the end of a paste is awaited: the pause that ends a key is too short for it.
  var isInsidePaste: Bool { pasteScan > 0 }

  /// Makes text of pasted bytes: line ends become newlines, and no control character survives.
  ///
  /// Why: a clipboard can hold Escape sequences that would act as keys, `ESC [ 201 ~` among them.
  static func pastedText(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
    var text: [UInt32] = []
    text.reserveCapacity(bytes.count)
    var follows = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      let endsPair = follows && value == 0x0A
      follows = value == 0x0D
      if endsPair { continue }
      if follows {
        text.append(0x0A)
      } else if value == 0x0A || value == 0x09 || (value >= 0x20 && value != 0x7F && !(0x80...0x9F).contains(value)) {
        text.append(value)
      }
    }
    return text
  }
}

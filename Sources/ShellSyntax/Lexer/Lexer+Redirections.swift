import SourceText

extension Lexer {
  /// A digit: a number, or the stream before a redirection.
  func scanNumberOrRedirection(_ digit: UInt8) -> Token {
    position += 1
    guard peek() == 0x3E, let stream = RedirectionStream(rawValue: digit - 0x30), stream != .all else {
      return scanNumber()
    }
    return scanRedirection(from: stream, isStreamWritten: true)
  }

  func scanOutputRedirection(from stream: RedirectionStream) -> Token {
    position -= 1
    return scanRedirection(from: stream, isStreamWritten: false, canMerge: false)
  }

  /// After an asterisk: all streams, or multiplication.
  func scanAsterisk() -> Token {
    switch peek() {
    case 0x3D:
      position += 1
      return operatorOrWord(.multiplyEquals)
    case 0x3E:
      return scanRedirection(from: .all, isStreamWritten: false)
    default:
      return operatorOrWord(.multiply)
    }
  }

  /// A redirection from its `>` on.
  ///
  /// In an expression a digit before it is a number: `5>a` writes 5 into a file.
  private func scanRedirection(from stream: RedirectionStream, isStreamWritten: Bool, canMerge: Bool = true) -> Token {
    position += 1
    let following = peek()
    let target = scalar(at: position + 1)
    if canMerge, following == 0x26, target == 0x31 || target == 0x32 && stream != .all {
      position += 2
      return makeToken(.redirection, .mergingRedirection(from: stream, to: target == 0x31 ? .output : .error))
    }
    if isStreamWritten, mode == .expression {
      position -= 1
      return makeToken(.number, .number(.int32(Int32(stream.rawValue))))
    }
    if following == 0x3E { position += 1 }
    return makeToken(.redirection, .fileRedirection(from: stream, isAppend: following == 0x3E))
  }
}

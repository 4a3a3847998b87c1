import LineEditor
import ShellEngine
import ShellSyntax
import SourceText

/// What the line editor asks about the text: is it whole, how is it coloured, what could follow.
final class EditorAssistant: LineEditorDelegate {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func isComplete(_ text: String) -> Bool {
    !Parser.parse(SourceFile(name: nil, text: text)).isIncomplete
  }

  func complete(_ text: String, cursor: Int) -> CompletionResult {
    let found = CommandCompletion(session).complete(text, cursor: cursor)
    return CompletionResult(
      replacementStart: found.start, replacementLength: found.length,
      items: found.matches.map { CompletionItem($0.text, listText: $0.listText, toolTip: $0.toolTip) })
  }

  func highlight(_ text: String) -> Highlighting {
    let parsed = Parser.parse(SourceFile(name: nil, text: text))
    var spans: [HighlightSpan] = []
    for token in parsed.tokens { append(token, &spans) }
    return Highlighting(spans: spans, hasError: !parsed.errors.isEmpty && !parsed.isIncomplete)
  }

  func tokens(in text: String) -> [Range<Int>] {
    Parser.parse(SourceFile(name: nil, text: text)).tokens.compactMap { token in
      token.extent.isEmpty ? nil : token.extent.startOffset..<token.extent.endOffset
    }
  }

  /// The span of a token, cut around the tokens inside an expandable string.
  private func append(_ token: Token, _ spans: inout [HighlightSpan]) {
    guard let role = role(of: token), token.extent.endOffset > token.extent.startOffset else { return }
    var start = token.extent.startOffset
    for inner in token.nestedTokens {
      guard inner.extent.startOffset >= start, inner.extent.endOffset <= token.extent.endOffset else { continue }
      if inner.extent.startOffset > start {
        spans.append(HighlightSpan(start: start, length: inner.extent.startOffset - start, role: role))
      }
      append(inner, &spans)
      start = max(start, inner.extent.endOffset)
    }
    if start < token.extent.endOffset {
      spans.append(HighlightSpan(start: start, length: token.extent.endOffset - start, role: role))
    }
  }

  private func role(of token: Token) -> ColorRole? {
    if token.flags.contains(.commandName) { return .command }
    if token.flags.contains(.keyword) { return .keyword }
    if token.flags.contains(.typeName) || token.flags.contains(.attributeName) { return .type }
    if token.flags.contains(.memberName) { return .member }
    switch token.kind {
    case .comment: return .comment
    case .variable, .splattedVariable: return .variable
    case .parameter: return .parameter
    case .number: return .number
    case .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable: return .string
    case .newLine, .endOfInput, .lineContinuation: return nil
    default:
      let isOperator =
        token.flags.contains(.binaryOperator) || token.flags.contains(.unaryOperator)
        || token.flags.contains(.assignmentOperator)
      return isOperator ? .operator : nil
    }
  }
}

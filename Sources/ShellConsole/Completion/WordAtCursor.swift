import ShellSyntax
import SourceText

/// The word that ends at the cursor, and what stands around it.
struct WordAtCursor {
  enum Place {
    case command
    case variable
    case parameter(command: String)
    /// `parameter` is the name before the word; nil for a positional argument, counted from zero.
    case argument(command: String, parameter: String?, position: Int)
  }

  let text: String
  let start: Int
  let place: Place

  /// `tokens` are those of the text up to the cursor.
  init(_ head: String, _ tokens: [Token], _ source: SourceFile) {
    let end = head.utf8.count
    let last = tokens.last.flatMap { $0.extent.endOffset >= end ? $0 : nil }
    let before = last == nil ? tokens[...] : tokens.dropLast()
    if let last, last.kind == .variable || last.kind == .splattedVariable || head.hasSuffix("$") {
      start = last.extent.startOffset
      text = String(source.text(of: last.extent).dropFirst())
      place = .variable
      return
    }
    let (command, arguments) = Self.command(before, source)
    guard let last else {
      start = end
      text = ""
      place = Self.place(command, arguments, source, isWord: false)
      return
    }
    if Self.endsCommand(last.kind) {
      start = end
      text = ""
      place = .command
      return
    }
    start = last.extent.startOffset
    var word = source.text(of: last.extent)
    if last.kind == .parameter || word == "-", let command {
      text = String(word.dropFirst())
      place = .parameter(command: command)
      return
    }
    if let quote = word.first, quote == "'" || quote == "\"" {
      word.removeFirst()
      if word.last == quote { word.removeLast() }
    }
    text = word
    place = Self.place(command, arguments, source, isWord: true)
  }

  private static func endsCommand(_ kind: TokenKind) -> Bool {
    switch kind {
    case .pipe, .semi, .lCurly, .lParen, .dollarParen, .atParen, .andAnd, .orOr, .ampersand, .equals, .newLine: true
    default: false
    }
  }

  /// The command the tokens belong to, and the tokens behind its name.
  private static func command(_ tokens: ArraySlice<Token>, _ source: SourceFile) -> (String?, [Token]) {
    var first = tokens.startIndex
    for index in tokens.indices where endsCommand(tokens[index].kind) { first = index + 1 }
    guard first < tokens.endIndex else { return (nil, []) }
    return (source.text(of: tokens[first].extent), Array(tokens[(first + 1)...]))
  }

  private static func place(_ command: String?, _ arguments: [Token], _ source: SourceFile, isWord: Bool) -> Place {
    guard let command else { return .command }
    if let last = arguments.last, last.kind == .parameter {
      let name = source.text(of: last.extent).dropFirst().filter { $0 != ":" }
      return .argument(command: command, parameter: String(name), position: 0)
    }
    var position = 0
    var followsParameter = false
    for token in arguments {
      if token.kind == .parameter {
        followsParameter = true
      } else if token.kind != .comma {
        if !followsParameter { position += 1 }
        followsParameter = false
      }
    }
    return .argument(command: command, parameter: nil, position: position)
  }
}

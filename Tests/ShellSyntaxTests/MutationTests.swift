import ShellSyntax
import SourceText
import Testing

/// Broken texts: nothing may crash, hang or lose its place.
@Suite struct MutationTests {
  @Test func brokenTextsGiveTreesWhoseExtentsNest() throws {
    var random = SplitMix(state: 20_260_101)
    for recorded in try RecordedParse.all() where recorded.text.utf8.count < 500 {
      check(mutate(recorded.text, &random))
    }
  }

  @Test func everyPrefixOfAProgramIsRead() throws {
    for recorded in try RecordedParse.all() where recorded.id.hasPrefix("a-program") {
      var prefix = ""
      for character in recorded.text {
        prefix.append(character)
        check(prefix)
      }
    }
  }

  @Test func nonsenseIsRead() {
    let pieces = [
      "$", "(", ")", "{", "}", "[", "]", "\"", "'", "@", "`", "#", "<#", "#>", "\n", "\r\n", " ", ",", ";", "|", "&&",
      "||",
      "&", "-", "--", "--%", "+", "++", "*", "/", "%", "=", "!", "?", "??", "?.", "?[", ":", "::", ".", "..", "<", ">",
      ">>",
      "2>&1", "*>", "a", "b c", "if", "else", "switch", "class", "enum", "param", "using", "data", "function", "try",
      "catch", "trap", "begin", "in", "1", "0x", "0b1", "1e", "9999999999", "5d", "1.5n", "0.0n",
      "1e-9223372036854775807d",
      "1kb", "é", "\u{201C}", "\u{2019}", "\u{2013}", "😀", "\u{FEFF}", "\0", "-eq", "-foo", "$x", "${a", "$(", "@(",
      "@{",
      "@\"\n", "\n\"@", "`u{1F600}", "`u{", "#requires -version ", "-modules @{", "[int]", "[a[b],c]", "$env:x",
      "$using:x",
      "static", "hidden", "base",
    ]
    var random = SplitMix(state: 7)
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<(1 + random.next() % 14) { text += pieces[Int(random.next() % UInt64(pieces.count))] }
      check(text)
    }
  }

  private func check(_ text: String) {
    let source = SourceFile(text: text)
    let result = Parser.parse(source)
    let limit = source.utf8.count + 2
    #expect(result.ast.extent.endOffset <= limit, "\(text)")
    var previousEnd = 0
    for token in result.tokens where token.kind != .endOfInput {
      #expect(token.extent.startOffset >= previousEnd && token.extent.endOffset >= token.extent.startOffset, "\(text)")
      previousEnd = token.extent.endOffset
    }
    for error in result.errors {
      #expect(error.extent.startOffset >= 0 && error.extent.endOffset <= limit, "\(text)")
      #expect(!error.message.isEmpty)
    }
    if result.errors.isEmpty { #expect(Self.misplaced(in: result.ast) == nil, "\(text)") }
  }

  /// A node that does not lie in its parent; what stands nowhere in the text lies at its start.
  private static func misplaced(in node: any Ast) -> String? {
    var children: [any Ast] = []
    node.forEachChild { children.append($0) }
    for child in children {
      let isNowhere = child.extent == ScriptExtent(0, 0)
      let isOutside = child is CommandExpressionAst || child is ParamBlockAst || node is ParamBlockAst
      if !isNowhere, !isOutside, !node.extent.contains(child.extent) { return "\(child.kind) in \(node.kind)" }
      if let inner = misplaced(in: child) { return inner }
    }
    return nil
  }

  private func mutate(_ text: String, _ random: inout SplitMix) -> String {
    let source = SourceFile(text: text)
    var pieces = Parser.parse(source).tokens.filter { $0.kind != .endOfInput }.map { $0.text(in: source) }
    guard pieces.count > 1 else { return text + text }
    let index = Int(random.next() % UInt64(pieces.count))
    let other = Int(random.next() % UInt64(pieces.count))
    switch random.next() % 4 {
    case 0: pieces.remove(at: index)
    case 1: pieces.insert(pieces[index], at: other)
    case 2: pieces.swapAt(index, other)
    default: pieces[index] = String(pieces[index].dropLast(1 + Int(random.next() % 3)))
    }
    return pieces.joined(separator: random.next() % 3 == 0 ? "" : " ")
  }
}

/// A small generator with a seed, so that a failure comes again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

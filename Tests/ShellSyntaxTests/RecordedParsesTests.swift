import Foundation
import ShellSyntax
import SourceText
import Testing

/// What the real PowerShell 7.6.5 makes of 7,500 texts, against what we make of them.
///
/// A text that is known to differ is in `known-failures.txt`, one id and aspect a line; that list may only shrink.
@Suite struct RecordedParsesTests {
  @Test func treesTokensAndErrorsAreThoseOfPowerShell() throws {
    let known = try RecordedParse.knownFailures()
    var failures: Set<String> = []
    for recorded in try RecordedParse.all() {
      failures.formUnion(recorded.differences.map { "\(recorded.id) \($0)" })
    }
    let new = failures.subtracting(known).sorted()
    #expect(new.isEmpty, "these differ and are not in known-failures.txt: \(new.prefix(20))")
    let cured = known.subtracting(failures).sorted()
    #expect(cured.isEmpty, "these agree now; take them out of known-failures.txt: \(cured.prefix(20))")
  }

  @Test func withoutTokensTheTreeIsTheSame() throws {
    for recorded in try RecordedParse.all() {
      let source = SourceFile(text: recorded.text)
      let fast = Parser.parse(source, keepingTokens: false)
      #expect(fast.tokens.isEmpty)
      #expect(SyntaxDump(source).tree(fast.ast) == SyntaxDump(source).tree(Parser.parse(source).ast))
    }
  }
}

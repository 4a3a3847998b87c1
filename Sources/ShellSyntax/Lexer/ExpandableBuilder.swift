/// Gathers the text of a string or word, and the expressions in it.
struct ExpandableBuilder {
  /// The text with escapes done and expressions as written, in UTF-8.
  var value: [UInt8] = []
  private(set) var nestedTokens: [Token] = []
  private(set) var literals: [String] = []

  /// Where the text after the last expression begins.
  private var literalStart = 0

  var text: String { String(decoding: value, as: UTF8.self) }

  mutating func append(_ scalar: Unicode.Scalar) {
    value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) { value.append(contentsOf: bytes) }

  /// Adds an expression: its token, and how it is written.
  mutating func append(_ token: Token, writtenAs source: ArraySlice<UInt8>) {
    literals.append(String(decoding: value[literalStart...], as: UTF8.self))
    nestedTokens.append(token)
    value.append(contentsOf: source)
    literalStart = value.count
  }

  /// Takes off what was added after the text had a length; expressions stay.
  mutating func truncate(to count: Int) { value.removeLast(max(value.count - count, 0)) }

  var literalsWithLast: [String] {
    literals + [String(decoding: value[min(literalStart, value.count)...], as: UTF8.self)]
  }
}

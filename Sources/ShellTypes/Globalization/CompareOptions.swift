import ShellObjects

/// .NET's CompareOptions, as far as a culture that knows English can tell them apart.
struct CompareOptions: OptionSet, Sendable {
  let rawValue: Int
  static let ignoreCase = CompareOptions(rawValue: 1)
  static let ignoreNonSpace = CompareOptions(rawValue: 2)
  static let ignoreSymbols = CompareOptions(rawValue: 4)
  static let ordinalIgnoreCase = CompareOptions(rawValue: 0x1000_0000)
  static let ordinal = CompareOptions(rawValue: 0x4000_0000)

  func order(_ a: String, _ b: String) -> Int {
    if contains(.ordinal) { return OrdinalText.compare(a, b) }
    if contains(.ordinalIgnoreCase) { return TextComparison.ordinalIgnoreCase.order(a, b) }
    return Collation.compare(reduced(a), reduced(b), ignoringCase: contains(.ignoreCase))
  }

  private func reduced(_ text: String) -> String {
    guard contains(.ignoreNonSpace) || contains(.ignoreSymbols) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in Normalization.text(text, 2).unicodeScalars {
      let category = CharacterClass.category(of: scalar.value)
      if contains(.ignoreNonSpace), category == 5 { continue }
      if contains(.ignoreSymbols), (11...13).contains(category) || (18...28).contains(category) { continue }
      kept.append(scalar)
    }
    return String(kept)
  }
}

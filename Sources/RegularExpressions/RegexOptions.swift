/// The options of a regular expression, with the bits of .NET's `RegexOptions`.
///
/// `compiled` and `cultureInvariant` are kept for display only: matching is always compiled and always invariant.
package struct RegexOptions: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let ignoreCase = RegexOptions(rawValue: 1)
  package static let multiline = RegexOptions(rawValue: 2)
  package static let explicitCapture = RegexOptions(rawValue: 4)
  package static let compiled = RegexOptions(rawValue: 8)
  package static let singleline = RegexOptions(rawValue: 16)
  package static let ignorePatternWhitespace = RegexOptions(rawValue: 32)
  package static let rightToLeft = RegexOptions(rawValue: 64)
  package static let ecmaScript = RegexOptions(rawValue: 256)
  package static let cultureInvariant = RegexOptions(rawValue: 512)
  package static let nonBacktracking = RegexOptions(rawValue: 1024)

  /// False where .NET's constructor throws ArgumentOutOfRangeException for parameter `options`.
  ///
  /// Unknown bits are refused; ECMAScript goes with IgnoreCase, Multiline, Compiled and CultureInvariant only;
  /// NonBacktracking goes neither with RightToLeft nor with ECMAScript.
  package var isValidCombination: Bool {
    guard rawValue >= 0, rawValue & ~0x77F == 0 else { return false }
    if contains(.nonBacktracking), !isDisjoint(with: [.rightToLeft, .ecmaScript]) { return false }
    let besideECMAScript: RegexOptions = [.ignoreCase, .multiline, .compiled, .cultureInvariant, .ecmaScript]
    return !contains(.ecmaScript) || isSubset(of: besideECMAScript)
  }
}

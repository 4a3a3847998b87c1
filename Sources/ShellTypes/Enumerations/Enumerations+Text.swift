import ShellObjects

/// The enumerations of System.Text.
///
/// **Source:** `Tests/Conformance/facts/enums.tsv`, in the order of `GetNames`.
extension Enumerations {
  static let text: [TypeDeclaration] = [
    TypeDeclaration(
      enumeration: "System.Text.NormalizationForm",
      [
        ("FormC", 1), ("FormD", 2), ("FormKC", 5), ("FormKD", 6),
      ]),
    TypeDeclaration(
      enumeration: "System.Text.RegularExpressions.RegexOptions", isFlags: true,
      [
        ("None", 0), ("IgnoreCase", 1), ("Multiline", 2), ("ExplicitCapture", 4), ("Compiled", 8), ("Singleline", 16),
        ("IgnorePatternWhitespace", 32), ("RightToLeft", 64), ("ECMAScript", 256), ("CultureInvariant", 512),
        ("NonBacktracking", 1024),
      ]),
  ]
}

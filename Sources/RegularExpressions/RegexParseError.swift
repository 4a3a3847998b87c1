/// A pattern that .NET would refuse: what it says, and where.
package struct RegexParseError: Error, Equatable, Sendable {
  package let pattern: String
  /// Where the reader stood, in UTF-16 code units.
  package let offset: Int
  /// One sentence of .NET's own, without the prefix that names pattern and offset.
  package let reason: String

  /// The text of .NET's `RegexParseException`.
  package var message: String {
    "Invalid pattern '\(pattern)' at offset \(offset). \(reason)"
  }
}

/// What a regular expression that parsed can still fail with.
package enum RegexError: Error, Equatable, Sendable {
  /// The search took more steps, time or memory than it may; `RegexMatchTimeoutException` in .NET.
  case timeout(pattern: String)
  /// `NonBacktracking` together with a construct that needs backtracking; `NotSupportedException` in .NET.
  case unsupportedWithoutBacktracking(construct: String)

  /// The text of .NET's exception.
  package var message: String {
    switch self {
    case .timeout:
      "The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many "
        + "reasons, including very large inputs or excessive backtracking caused by nested quantifiers, "
        + "back-references and other factors."
    case .unsupportedWithoutBacktracking(let construct):
      "RegexOptions.NonBacktracking is not supported in conjunction with expressions containing: '\(construct)'."
    }
  }
}

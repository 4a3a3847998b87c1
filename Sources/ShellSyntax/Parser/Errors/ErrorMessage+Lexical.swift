/// What is wrong with a single token.
///
/// **Source:** the texts are PowerShell's own.
extension ErrorMessage {
  static func badNumericConstant(_ subject: String) -> Self {
    Self("BadNumericConstant", "The numeric constant \(subject) is not valid.")
  }

  static var emptyVariableReference: Self {
    Self("EmptyVariableReference", "An empty ${} variable reference was found. A name is required inside the braces.")
  }

  static var incompleteDollarSubexpressionReference: Self {
    Self("IncompleteDollarSubexpressionReference", "$(subexpression) is missing the closing ')'.")
  }

  static var incompleteDollarVariableReference: Self {
    Self("IncompleteDollarVariableReference", "${{variable}} reference starting is missing the closing '}}'.")
  }

  static var incompleteString: Self {
    Self("IncompleteString", "Incomplete string token.")
  }

  static var invalidBracedVariableReference: Self {
    Self("InvalidBracedVariableReference", "Variable reference is not valid. The variable name is missing.")
  }

  static var invalidUnicodeEscapeSequence: Self {
    Self(
      "InvalidUnicodeEscapeSequence",
      "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits "
        + "and a closing '}'.")
  }

  static var invalidUnicodeEscapeSequenceValue: Self {
    Self(
      "InvalidUnicodeEscapeSequenceValue",
      "The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF.")
  }

  static var invalidVariableReference: Self {
    Self(
      "InvalidVariableReference",
      "Variable reference is not valid. '$' was not followed by a valid variable name character. Consider "
        + "using ${} to delimit the name.")
  }

  static var invalidVariableReferenceWithDrive: Self {
    Self(
      "InvalidVariableReferenceWithDrive",
      "Variable reference is not valid. ':' was not followed by a valid variable name character. Consider "
        + "using ${} to delimit the name.")
  }

  static var missingTerminatorMultiLineComment: Self {
    Self("MissingTerminatorMultiLineComment", "The terminator '#>' is missing from the multiline comment.")
  }

  static var missingUnicodeEscapeSequenceTerminator: Self {
    Self("MissingUnicodeEscapeSequenceTerminator", "The Unicode escape sequence is missing the closing '}'.")
  }

  static var openBraceNeedsToBeBackTickedInVariableName: Self {
    Self("OpenBraceNeedsToBeBackTickedInVariableName", "Use `{ instead of { in variable names.")
  }

  static var scriptTooComplicated: Self {
    Self("ScriptTooComplicated", "The script is nested too deeply to be read. Split it into functions.")
  }

  static func terminatorExpectedAtEndOfString(_ subject: String) -> Self {
    Self("TerminatorExpectedAtEndOfString", "The string is missing the terminator: \(subject).")
  }

  static var tokenAfterEndOfValidScriptText: Self {
    Self("TokenAfterEndOfValidScriptText", "Executable script code found in signature block.")
  }

  static var tooManyDigitsInUnicodeEscapeSequence: Self {
    Self(
      "TooManyDigitsInUnicodeEscapeSequence",
      "The Unicode escape sequence contains more than the maximum of six hex digits between braces.")
  }

  static var unexpectedCharactersAfterHereStringHeader: Self {
    Self(
      "UnexpectedCharactersAfterHereStringHeader",
      "No characters are allowed after a here-string header but before the end of the line.")
  }

  static var unrecognizedToken: Self {
    Self("UnrecognizedToken", "Unrecognized token in source text.")
  }

  static var whitespaceBeforeHereStringFooter: Self {
    Self("WhitespaceBeforeHereStringFooter", "White space is not allowed before the string terminator.")
  }
}

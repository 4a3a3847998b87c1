import ShellObjects

/// The enumerations of System.Globalization.
///
/// **Source:** `Tests/Conformance/facts/enums.tsv`, in the order of `GetNames`.
extension Enumerations {
  static let globalization: [TypeDeclaration] = [
    TypeDeclaration(
      enumeration: "System.Globalization.CalendarWeekRule",
      [
        ("FirstDay", 0), ("FirstFullWeek", 1), ("FirstFourDayWeek", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.Globalization.CompareOptions", isFlags: true,
      [
        ("None", 0), ("IgnoreCase", 1), ("IgnoreNonSpace", 2), ("IgnoreSymbols", 4), ("IgnoreKanaType", 8),
        ("IgnoreWidth", 16), ("NumericOrdering", 32), ("OrdinalIgnoreCase", 268435456), ("StringSort", 536870912),
        ("Ordinal", 1073741824),
      ]),
    TypeDeclaration(
      enumeration: "System.Globalization.CultureTypes", isFlags: true,
      [
        ("NeutralCultures", 1), ("SpecificCultures", 2), ("InstalledWin32Cultures", 4), ("AllCultures", 7),
        ("UserCustomCulture", 8), ("ReplacementCultures", 16), ("WindowsOnlyCultures", 32), ("FrameworkCultures", 64),
      ]),
    TypeDeclaration(
      enumeration: "System.Globalization.DateTimeStyles", isFlags: true,
      [
        ("None", 0), ("AllowLeadingWhite", 1), ("AllowTrailingWhite", 2), ("AllowInnerWhite", 4),
        ("AllowWhiteSpaces", 7), ("NoCurrentDateDefault", 8), ("AdjustToUniversal", 16), ("AssumeLocal", 32),
        ("AssumeUniversal", 64), ("RoundtripKind", 128),
      ]),
    TypeDeclaration(
      enumeration: "System.Globalization.NumberStyles", isFlags: true,
      [
        ("None", 0), ("AllowLeadingWhite", 1), ("AllowTrailingWhite", 2), ("AllowLeadingSign", 4), ("Integer", 7),
        ("AllowTrailingSign", 8), ("AllowParentheses", 16), ("AllowDecimalPoint", 32), ("AllowThousands", 64),
        ("Number", 111), ("AllowExponent", 128), ("Float", 167), ("AllowCurrencySymbol", 256), ("Currency", 383),
        ("Any", 511), ("AllowHexSpecifier", 512), ("HexNumber", 515), ("AllowBinarySpecifier", 1024),
        ("BinaryNumber", 1027),
      ]),
    TypeDeclaration(
      enumeration: "System.Globalization.UnicodeCategory",
      [
        ("UppercaseLetter", 0), ("LowercaseLetter", 1), ("TitlecaseLetter", 2), ("ModifierLetter", 3),
        ("OtherLetter", 4), ("NonSpacingMark", 5), ("SpacingCombiningMark", 6), ("EnclosingMark", 7),
        ("DecimalDigitNumber", 8), ("LetterNumber", 9), ("OtherNumber", 10), ("SpaceSeparator", 11),
        ("LineSeparator", 12), ("ParagraphSeparator", 13), ("Control", 14), ("Format", 15), ("Surrogate", 16),
        ("PrivateUse", 17), ("ConnectorPunctuation", 18), ("DashPunctuation", 19), ("OpenPunctuation", 20),
        ("ClosePunctuation", 21), ("InitialQuotePunctuation", 22), ("FinalQuotePunctuation", 23),
        ("OtherPunctuation", 24), ("MathSymbol", 25), ("CurrencySymbol", 26), ("ModifierSymbol", 27),
        ("OtherSymbol", 28), ("OtherNotAssigned", 29),
      ]),
  ]
}

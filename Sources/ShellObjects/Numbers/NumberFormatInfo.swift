/// The symbols, digit counts and patterns with which a culture writes numbers.
///
/// **Source:** .NET 10 over ICU, recorded in `Tests/Conformance/tables/dotnet/culture.tsv`.
package struct NumberFormatInfo: Sendable, Hashable {
  /// How many decimals `F` and `N` write when the format names none.
  package let numberDecimalDigits: Int
  /// How many decimals `P` writes when the format names none.
  package let percentDecimalDigits: Int
  /// How many decimals `C` writes when the format names none.
  package let currencyDecimalDigits: Int
  package let currencySymbol: String
  /// Whether a negative amount stands in parentheses instead of behind a minus sign.
  package let currencyNegativeUsesParentheses: Bool
  /// What stands between a percentage and its sign.
  package let percentGap: String
  package let positiveInfinitySymbol: String
  package let negativeInfinitySymbol: String

  /// Shared by both cultures.
  package static let decimalSeparator = UInt8(ascii: ".")
  package static let groupSeparator = UInt8(ascii: ",")
  package let negativeSign = "-"
  package let positiveSign = "+"
  package let percentSymbol = "%"
  package let perMilleSymbol = "\u{2030}"
  package let notANumberSymbol = "NaN"

  package static let invariant = NumberFormatInfo(
    numberDecimalDigits: 2, percentDecimalDigits: 2, currencyDecimalDigits: 2, currencySymbol: "\u{A4}",
    currencyNegativeUsesParentheses: true, percentGap: " ", positiveInfinitySymbol: "Infinity",
    negativeInfinitySymbol: "-Infinity")

  package static let english = NumberFormatInfo(
    numberDecimalDigits: 3, percentDecimalDigits: 3, currencyDecimalDigits: 2, currencySymbol: "$",
    currencyNegativeUsesParentheses: false, percentGap: "", positiveInfinitySymbol: "\u{221E}",
    negativeInfinitySymbol: "-\u{221E}")
}

/// The names and patterns with which a culture writes dates.
///
/// The space before AM and PM is a plain one, where newer ICU data has U+202F.
/// **Source:** .NET 10 over ICU, recorded in `Tests/Conformance/tables/dotnet/culture.tsv`.
package struct DateTimeFormatInfo: Sendable, Hashable {
  package let shortDatePattern: String
  package let longDatePattern: String
  package let shortTimePattern: String
  package let longTimePattern: String
  package let monthDayPattern: String
  package let yearMonthPattern: String
  /// Whether `a` and `p` alone are read as AM and PM.
  let readsSingleLetterDesignators: Bool

  package var fullDateTimePattern: String { longDatePattern + " " + longTimePattern }

  package static let sortablePattern = "yyyy'-'MM'-'dd'T'HH':'mm':'ss"
  package static let universalSortablePattern = "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"
  package static let rfc1123Pattern = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
  package static let roundTripPattern = "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"

  package static let dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  package static let abbreviatedDayNames = dayNames.map { String($0.prefix(3)) }
  package static let abbreviatedMonthNames = monthNames.map { String($0.prefix(3)) }
  package static let amDesignator = "AM"
  package static let pmDesignator = "PM"
  /// Years of two digits lie in the hundred years up to this one.
  package static let twoDigitYearMaximum = 2049

  package static let invariant = DateTimeFormatInfo(
    shortDatePattern: "MM/dd/yyyy", longDatePattern: "dddd, dd MMMM yyyy", shortTimePattern: "HH:mm",
    longTimePattern: "HH:mm:ss", monthDayPattern: "MMMM dd", yearMonthPattern: "yyyy MMMM",
    readsSingleLetterDesignators: false)

  package static let english = DateTimeFormatInfo(
    shortDatePattern: "M/d/yyyy", longDatePattern: "dddd, MMMM d, yyyy", shortTimePattern: "h:mm tt",
    longTimePattern: "h:mm:ss tt", monthDayPattern: "MMMM d", yearMonthPattern: "MMMM yyyy",
    readsSingleLetterDesignators: true)
}

extension Culture {
  /// How this culture writes dates.
  package var dateTimeFormat: DateTimeFormatInfo { self == .invariant ? .invariant : .english }
}

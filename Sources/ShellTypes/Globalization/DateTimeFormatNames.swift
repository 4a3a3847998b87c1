import ShellObjects

/// A System.Globalization.DateTimeFormatInfo: the names and patterns of a culture, read-only.
struct DateTimeFormatNames: ValueRepresentable {
  let culture: Culture
  var value: Value { .object(Box(self, PSType.named("System.Globalization.DateTimeFormatInfo"))) }

  private static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "",
  ]

  private static func abbreviated(_ names: [String], _ count: Int) -> [String] {
    names.map { String($0.prefix(count)) }
  }

  static let declaration = TypeDeclaration(
    "System.Globalization.DateTimeFormatInfo", interfaces: ["System.ICloneable", "System.IFormatProvider"],
    of: DateTimeFormatNames.self
  ) { t in
    t.method("System.Object Clone()") { this, _ in this }
    addLookups(&t)
    addLists(&t)
    addPatterns(&t)
    t.staticProperty("static System.Globalization.DateTimeFormatInfo CurrentInfo {get;}") {
      DateTimeFormatNames(culture: .current)
    }
    t.staticProperty("static System.Globalization.DateTimeFormatInfo InvariantInfo {get;}") {
      DateTimeFormatNames(culture: .invariant)
    }
  }

  private static func addLookups(_ t: inout MemberList<DateTimeFormatNames>) {
    func name(_ list: [String], _ place: Int, _ parameter: String) throws -> String {
      guard list.indices.contains(place) else {
        throw NetException.outOfRange("Valid values are between 1 and 13, inclusive.", parameter)
      }
      return list[place]
    }
    let short = abbreviated(months, 3)
    t.method("string GetMonthName(int month)") { _, a in
      guard (1...13).contains(a.int(0)) else { throw outside(a.int(0)) }
      return months[a.int(0) - 1]
    }
    t.method("string GetAbbreviatedMonthName(int month)") { _, a in
      guard (1...13).contains(a.int(0)) else { throw outside(a.int(0)) }
      return short[a.int(0) - 1]
    }
    for (method, length, parameter) in [
      ("GetDayName", 9, "dayofweek"), ("GetAbbreviatedDayName", 3, "dayofweek"), ("GetShortestDayName", 2, "dayOfWeek"),
    ] {
      t.method("string \(method)(System.DayOfWeek \(parameter))") { _, a in
        guard days.indices.contains(a.int(0)) else {
          throw NetException.outOfRange("Valid values are between Sunday and Saturday, inclusive.", parameter)
        }
        return String(days[a.int(0)].prefix(length))
      }
    }
  }

  private static func outside(_ month: Int) -> NetException {
    NetException.outOfRange("Valid values are between 1 and 13, inclusive.", "month", actual: month.value)
  }

  private static func add<R: ValueRepresentable>(
    _ t: inout MemberList<DateTimeFormatNames>, _ type: String, _ name: String,
    _ get: @escaping @Sendable (DateTimeFormatNames) -> R
  ) {
    t.property("\(type) \(name) {get;set;}", get) { _, _ in throw CultureType.readOnly }
  }

  private static func addLists(_ t: inout MemberList<DateTimeFormatNames>) {
    add(&t, "string[]", "AbbreviatedDayNames") { _ in Value(strings: abbreviated(days, 3)) }
    add(&t, "string[]", "AbbreviatedMonthGenitiveNames") { _ in Value(strings: abbreviated(months, 3)) }
    add(&t, "string[]", "AbbreviatedMonthNames") { _ in Value(strings: abbreviated(months, 3)) }
    add(&t, "string[]", "DayNames") { _ in Value(strings: days) }
    add(&t, "string[]", "MonthGenitiveNames") { _ in Value(strings: months) }
    add(&t, "string[]", "MonthNames") { _ in Value(strings: months) }
    add(&t, "string[]", "ShortestDayNames") { this in
      Value(strings: this.culture == .invariant ? abbreviated(days, 2) : ["S", "M", "T", "W", "T", "F", "S"])
    }
  }

  private static func addPatterns(_ t: inout MemberList<DateTimeFormatNames>) {
    add(&t, "string", "AMDesignator") { _ in "AM" }
    add(&t, "string", "PMDesignator") { _ in "PM" }
    add(&t, "string", "DateSeparator") { _ in "/" }
    add(&t, "string", "TimeSeparator") { _ in ":" }
    add(&t, "System.DayOfWeek", "FirstDayOfWeek") { _ in EnumObject(0, PSType.named("System.DayOfWeek")) }
    add(&t, "System.Globalization.CalendarWeekRule", "CalendarWeekRule") { _ in
      EnumObject(0, PSType.named("System.Globalization.CalendarWeekRule"))
    }
    let patterns: [(String, String, String)] = [
      ("FullDateTimePattern", "dddd, dd MMMM yyyy HH:mm:ss", "dddd, MMMM d, yyyy h:mm:ss\u{202F}tt"),
      ("LongDatePattern", "dddd, dd MMMM yyyy", "dddd, MMMM d, yyyy"),
      ("LongTimePattern", "HH:mm:ss", "h:mm:ss\u{202F}tt"),
      ("MonthDayPattern", "MMMM dd", "MMMM d"), ("ShortDatePattern", "MM/dd/yyyy", "M/d/yyyy"),
      ("ShortTimePattern", "HH:mm", "h:mm\u{202F}tt"), ("YearMonthPattern", "yyyy MMMM", "MMMM yyyy"),
    ]
    for (name, invariant, english) in patterns {
      add(&t, "string", name) { $0.culture == .invariant ? invariant : english }
    }
    t.property("string RFC1123Pattern {get;}") { _ in "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'" }
    t.property("string SortableDateTimePattern {get;}") { _ in "yyyy'-'MM'-'dd'T'HH':'mm':'ss" }
    t.property("string UniversalSortableDateTimePattern {get;}") { _ in "yyyy'-'MM'-'dd HH':'mm':'ss'Z'" }
    t.property("string NativeCalendarName {get;}") { _ in "Gregorian Calendar" }
    t.property("bool IsReadOnly {get;}") { _ in true }
  }
}

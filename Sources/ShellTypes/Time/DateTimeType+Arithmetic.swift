import ShellObjects

extension DateTimeType {
  static func addAdding(_ t: inout MemberList<DateTimeValue>) {
    t.method("datetime Add(timespan value)") { this, a in try this.adding(a.timeSpan(0)) }
    for (name, ticks) in TimeUnits.all {
      t.method("datetime \(name)(double value)") { this, a in try this.adding(a.double(0), ticksPerUnit: ticks) }
    }
    t.method("datetime AddMonths(int months)") { this, a in try this.adding(months: a.int(0)) }
    t.method("datetime AddTicks(long value)") { this, a in try this.adding(ticks: a.int64(0)) }
    t.method("datetime AddYears(int value)") { this, a in try this.adding(years: a.int(0)) }
    t.method("datetime Subtract(timespan value)") { this, a in try this.subtracting(a.timeSpan(0)) }
    t.method("timespan Subtract(datetime value)") { this, a in this.subtracting(a.moment(0)) }
    t.method("bool IsDaylightSavingTime()") { this, _ in
      this.kind != .utc && TimeZoneData.local.isDaylight(atClock: this)
    }
  }

  static func addOperators(_ t: inout MemberList<DateTimeValue>) {
    t.staticMethod("static datetime op_Addition(datetime d, timespan t)") { a in try a.moment(0).adding(a.timeSpan(1)) }
    t.staticMethod("static datetime op_Subtraction(datetime d, timespan t)") { a in
      try a.moment(0).subtracting(a.timeSpan(1))
    }
    t.staticMethod("static timespan op_Subtraction(datetime d1, datetime d2)") { a in
      a.moment(0).subtracting(a.moment(1))
    }
  }

  static func addConversions(_ t: inout MemberList<DateTimeValue>) {
    t.method("long ToBinary()") { this, _ in this.binary }
    t.method("long ToFileTime()") { this, _ in try this.universal.fileTime() }
    t.method("long ToFileTimeUtc()") { this, _ in
      try (this.kind == .local ? this.universal : this.with(kind: .utc)).fileTime()
    }
    t.method("double ToOADate()") { this, _ in try this.oleDate() }
    t.method("datetime ToLocalTime()") { this, _ in this.local }
    t.method("datetime ToUniversalTime()") { this, _ in this.universal }
    Convertible.addMembers(&t) { $0.value }
  }

  static func addStatics(_ t: inout MemberList<DateTimeValue>) {
    t.staticProperty("static datetime MaxValue {get;}") { DateTimeValue.maximum }
    t.staticProperty("static datetime MinValue {get;}") { DateTimeValue.minimum }
    t.staticProperty("static datetime UnixEpoch {get;}") { DateTimeValue.unixEpoch }
    t.staticProperty("static datetime Now {get;}") { DateTimeValue.now }
    t.staticProperty("static datetime Today {get;}") { DateTimeValue.now.date }
    t.staticProperty("static datetime UtcNow {get;}") { DateTimeValue.utcNow }
    t.staticMethod("static int Compare(datetime t1, datetime t2)") { a in order(a.moment(0), a.moment(1)) }
    t.staticMethod("static bool Equals(datetime t1, datetime t2)") { a in a.moment(0) == a.moment(1) }
    t.staticMethod("static int DaysInMonth(int year, int month)") { a in
      guard (1...12).contains(a.int(1)) else {
        throw NetException.outOfRange("Month must be between one and twelve.", "month")
      }
      try checkYear(a.int(0))
      return CalendarDate.daysInMonth(year: a.int(0), month: a.int(1))
    }
    t.staticMethod("static bool IsLeapYear(int year)") { a in
      try checkYear(a.int(0))
      return CalendarDate.isLeapYear(a.int(0))
    }
    t.staticMethod("static datetime FromBinary(long dateData)") { a in try DateTimeValue(binary: a.int64(0)) }
    t.staticMethod("static datetime FromFileTime(long fileTime)") { a in try DateTimeValue(fileTime: a.int64(0)).local }
    t.staticMethod("static datetime FromFileTimeUtc(long fileTime)") { a in try DateTimeValue(fileTime: a.int64(0)) }
    t.staticMethod("static datetime FromOADate(double d)") { a in try DateTimeValue(oleDate: a.double(0)) }
    t.staticMethod("static datetime SpecifyKind(datetime value, System.DateTimeKind kind)") { a in
      a.moment(0).with(kind: try kind(a, 1))
    }
  }

  private static func checkYear(_ year: Int) throws {
    guard (1...9999).contains(year) else {
      throw NetException.outOfRange("Year must be between 1 and 9999.", "year")
    }
  }
}

/// The Add methods that take a number of units, and how long a unit is.
enum TimeUnits {
  static let all: [(String, Int64)] = [
    ("AddDays", Ticks.perDay), ("AddHours", Ticks.perHour), ("AddMicroseconds", Ticks.perMicrosecond),
    ("AddMilliseconds", Ticks.perMillisecond), ("AddMinutes", Ticks.perMinute), ("AddSeconds", Ticks.perSecond),
  ]
}

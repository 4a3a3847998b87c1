package import ShellObjects

extension DateTimeOffsetValue: ValueRepresentable {
  package var value: Value { .object(Box(self, DateTimeOffsetType.type)) }
}

/// System.DateTimeOffset.
enum DateTimeOffsetType {
  static let type = PSType.named("System.DateTimeOffset")
  private static let name = "System.DateTimeOffset"

  static let declaration = TypeDeclaration(
    "System.DateTimeOffset", kind: .structure, interfaces: ["System.IComparable", "System.IFormattable"],
    of: DateTimeOffsetValue.self
  ) { t in
    addConstructors(&t)
    addProperties(&t)
    addMethods(&t)
    addText(&t)
    addStatics(&t)
    addParsing(&t)
    t.behavior.text = { try $0.payload(DateTimeOffsetValue.self)?.text(culture: .invariant) ?? "" }
    t.behavior.parse = { try DateTimeOffsetValue(parsing: $0, culture: .invariant).value }
    t.behavior.convert = { value, wanted in
      guard wanted === type else { return nil }
      return value.payload(DateTimeValue.self).map { DateTimeOffsetValue($0).value }
    }
    t.behavior.equals = { $0.payload(DateTimeOffsetValue.self) == $1.payload(DateTimeOffsetValue.self) }
    t.behavior.hash = { $0.payload(DateTimeOffsetValue.self)?.hashValue ?? 0 }
    t.behavior.order = { x, y in
      guard let x = x.payload(DateTimeOffsetValue.self), let y = y.payload(DateTimeOffsetValue.self) else { return nil }
      return order(x, y)
    }
    t.behavior.format = { value, format, isInvariant in
      try value.payload(DateTimeOffsetValue.self)?.text(format, culture: isInvariant ? .invariant : .current) ?? ""
    }
  }

  private static func order(_ x: DateTimeOffsetValue, _ y: DateTimeOffsetValue) -> Int { x < y ? -1 : x > y ? 1 : 0 }

  private static func other(_ a: Arguments, _ index: Int = 0) -> DateTimeOffsetValue {
    a.payload(index, DateTimeOffsetValue.self) ?? DateTimeOffsetValue(utc: .minimum)
  }

  private static func addConstructors(_ t: inout MemberList<DateTimeOffsetValue>) {
    t.constructor("\(name) new(datetime dateTime)") { a in DateTimeOffsetValue(a.moment(0)) }
    t.constructor("\(name) new(datetime dateTime, timespan offset)") { a in
      try DateTimeOffsetValue(a.moment(0), offset: a.timeSpan(1))
    }
    t.constructor("\(name) new(long ticks, timespan offset)") { a in
      try DateTimeOffsetValue(try DateTimeValue(ticks: a.int64(0)), offset: a.timeSpan(1))
    }
    t.constructor("\(name) new(System.DateOnly date, System.TimeOnly time, timespan offset)") { a in
      let moment = (a.payload(0, DateOnly.self) ?? .minimum).at(a.payload(1, TimeOnly.self) ?? .minimum)
      return try DateTimeOffsetValue(moment, offset: a.timeSpan(2))
    }
    let clock = "int year, int month, int day, int hour, int minute, int second"
    for (more, count) in [("", 6), (", int millisecond", 7), (", int millisecond, int microsecond", 8)] {
      t.constructor("\(name) new(\(clock)\(more), timespan offset)") { a in
        let fraction = try ClockFraction.ticks(a, milliseconds: count > 6 ? 6 : nil, microseconds: count > 7 ? 7 : nil)
        let moment = try DateTimeValue(
          year: a.int(0), month: a.int(1), day: a.int(2), hour: a.int(3), minute: a.int(4), second: a.int(5),
          fraction: fraction)
        return try DateTimeOffsetValue(moment, offset: a.timeSpan(count))
      }
    }
  }

  private static func addProperties(_ t: inout MemberList<DateTimeOffsetValue>) {
    t.property("datetime DateTime {get;}") { $0.dateTime.with(kind: .unspecified) }
    t.property("datetime UtcDateTime {get;}") { $0.utcDateTime }
    t.property("datetime LocalDateTime {get;}") { $0.localDateTime }
    t.property("datetime Date {get;}") { $0.dateTime.date.with(kind: .unspecified) }
    t.property("int Day {get;}") { $0.dateTime.day }
    t.property("System.DayOfWeek DayOfWeek {get;}") { DateTimeType.dayOfWeek($0.dateTime.dayOfWeek) }
    t.property("int DayOfYear {get;}") { $0.dateTime.dayOfYear }
    t.property("int Hour {get;}") { $0.dateTime.hour }
    t.property("int Millisecond {get;}") { $0.dateTime.millisecond }
    t.property("int Microsecond {get;}") { $0.dateTime.microsecond }
    t.property("int Nanosecond {get;}") { $0.dateTime.nanosecond }
    t.property("int Minute {get;}") { $0.dateTime.minute }
    t.property("int Month {get;}") { $0.dateTime.month }
    t.property("timespan Offset {get;}") { $0.offset }
    t.property("int TotalOffsetMinutes {get;}") { Int($0.offset.ticks / Ticks.perMinute) }
    t.property("int Second {get;}") { $0.dateTime.second }
    t.property("long Ticks {get;}") { $0.dateTime.ticks }
    t.property("long UtcTicks {get;}") { $0.utcTicks }
    t.property("timespan TimeOfDay {get;}") { $0.dateTime.timeOfDay }
    t.property("int Year {get;}") { $0.dateTime.year }
  }

  private static func addMethods(_ t: inout MemberList<DateTimeOffsetValue>) {
    t.method("\(name) Add(timespan timeSpan)") { this, a in
      try this.mapClock { moment throws(TimeFailure) in try moment.adding(a.timeSpan(0)) }
    }
    for (method, ticks) in TimeUnits.all {
      let parameter = method.dropFirst(3).lowercased()
      t.method("\(name) \(method)(double \(parameter))") { this, a in
        try this.mapClock { moment throws(TimeFailure) in try moment.adding(a.double(0), ticksPerUnit: ticks) }
      }
    }
    t.method("\(name) AddMonths(int months)") { this, a in
      try this.mapClock { moment throws(TimeFailure) in try moment.adding(months: a.int(0)) }
    }
    t.method("\(name) AddTicks(long ticks)") { this, a in
      try this.mapClock { moment throws(TimeFailure) in try moment.adding(ticks: a.int64(0)) }
    }
    t.method("\(name) AddYears(int years)") { this, a in
      try this.mapClock { moment throws(TimeFailure) in try moment.adding(years: a.int(0)) }
    }
    t.method("\(name) Subtract(timespan value)") { this, a in
      try this.mapClock { moment throws(TimeFailure) in try moment.subtracting(a.timeSpan(0)) }
    }
    t.method("timespan Subtract(\(name) value)") { this, a in this.utcDateTime.subtracting(other(a).utcDateTime) }
    t.method("int CompareTo(\(name) other)") { this, a in order(this, other(a)) }
    t.method("bool Equals(\(name) other)") { this, a in this == other(a) }
    t.method("bool EqualsExact(\(name) other)") { this, a in this == other(a) && this.offset == other(a).offset }
    t.method("long ToFileTime()") { this, _ in try this.utcDateTime.fileTime() }
    t.method("\(name) ToLocalTime()") { this, _ in DateTimeOffsetValue(this.localDateTime) }
    t.method("\(name) ToOffset(timespan offset)") { this, a in try this.converted(to: a.timeSpan(0)) }
    t.method("\(name) ToUniversalTime()") { this, _ in DateTimeOffsetValue(utc: this.utcDateTime) }
    t.method("long ToUnixTimeMilliseconds()") { this, _ in this.unixMilliseconds }
    t.method("long ToUnixTimeSeconds()") { this, _ in this.unixSeconds }
  }

  private static func addText(_ t: inout MemberList<DateTimeOffsetValue>) {
    t.method("string ToString()") { this, _ in try this.text() }
    t.method("string ToString(string format)") { this, a in try this.text(a.string(0)) }
    t.method("string ToString(System.IFormatProvider formatProvider)") { this, a in try this.text(culture: a.culture(0))
    }
    t.method("string ToString(string format, System.IFormatProvider formatProvider)") { this, a in
      try this.text(a.string(0), culture: a.culture(1))
    }
  }

  private static func addStatics(_ t: inout MemberList<DateTimeOffsetValue>) {
    t.staticProperty("static \(name) MaxValue {get;}") { DateTimeOffsetValue(utc: .maximum) }
    t.staticProperty("static \(name) MinValue {get;}") { DateTimeOffsetValue(utc: .minimum) }
    t.staticProperty("static \(name) UnixEpoch {get;}") { DateTimeOffsetValue(utc: .unixEpoch) }
    t.staticProperty("static \(name) Now {get;}") { DateTimeOffsetValue.now }
    t.staticProperty("static \(name) UtcNow {get;}") { DateTimeOffsetValue.utcNow }
    t.staticMethod("static int Compare(\(name) first, \(name) second)") { a in order(other(a), other(a, 1)) }
    t.staticMethod("static bool Equals(\(name) first, \(name) second)") { a in other(a) == other(a, 1) }
    t.staticMethod("static \(name) FromFileTime(long fileTime)") { a in
      DateTimeOffsetValue(try DateTimeValue(fileTime: a.int64(0)).local)
    }
    t.staticMethod("static \(name) FromUnixTimeMilliseconds(long milliseconds)") { a in
      let seconds = a.int64(0) / 1000
      return try DateTimeOffsetValue(unixSeconds: seconds, ticks: (a.int64(0) - seconds * 1000) * Ticks.perMillisecond)
    }
    t.staticMethod("static \(name) FromUnixTimeSeconds(long seconds)") { a in
      try DateTimeOffsetValue(unixSeconds: a.int64(0))
    }
    t.staticMethod("static \(name) op_Addition(\(name) dateTimeOffset, timespan timeSpan)") { a in
      try other(a).mapClock { moment throws(TimeFailure) in try moment.adding(a.timeSpan(1)) }
    }
    t.staticMethod("static \(name) op_Subtraction(\(name) dateTimeOffset, timespan timeSpan)") { a in
      try other(a).mapClock { moment throws(TimeFailure) in try moment.subtracting(a.timeSpan(1)) }
    }
    t.staticMethod("static timespan op_Subtraction(\(name) left, \(name) right)") { a in
      other(a).utcDateTime.subtracting(other(a, 1).utcDateTime)
    }
  }

  private static func parse(_ a: Arguments, _ styles: DateTimeStyles = []) throws -> DateTimeOffsetValue {
    try DateTimeOffsetValue(parsing: a.string(0), styles: styles, culture: a.culture(1))
  }

  private static func exact(_ a: Arguments, _ styles: DateTimeStyles = []) throws -> DateTimeOffsetValue {
    try ExactFormats.first(a) {
      try DateTimeOffsetValue(parsing: $0, format: $1, styles: styles, culture: a.culture(2))
    }
  }

  private static func addParsing(_ t: inout MemberList<DateTimeOffsetValue>) {
    let least = DateTimeOffsetValue(utc: .minimum)
    let provider = "System.IFormatProvider formatProvider"
    let styles = "System.Globalization.DateTimeStyles styles"
    t.staticMethod("static \(name) Parse(string input)") { a in try DateTimeOffsetValue(parsing: a.string(0)) }
    t.staticMethod("static \(name) Parse(string input, \(provider))") { a in try parse(a) }
    t.staticMethod("static \(name) Parse(string input, \(provider), \(styles))") { a in
      try parse(a, DateTimeStyles(rawValue: a.int(2)))
    }
    t.staticMethod("static bool TryParse(string input, [ref] \(name) result)") { a in
      try a.tried(1, least) { try DateTimeOffsetValue(parsing: a.string(0)) }
    }
    t.staticMethod("static bool TryParse(string input, \(provider), \(styles), [ref] \(name) result)") { a in
      try a.tried(3, least) { try parse(a, DateTimeStyles(rawValue: a.int(2))) }
    }
    t.staticMethod("static \(name) ParseExact(string input, string format, \(provider))") { a in try exact(a) }
    for formats in ["string format", "string[] formats"] {
      t.staticMethod("static \(name) ParseExact(string input, \(formats), \(provider), \(styles))") { a in
        try exact(a, DateTimeStyles(rawValue: a.int(3)))
      }
      t.staticMethod(
        "static bool TryParseExact(string input, \(formats), \(provider), \(styles), [ref] \(name) result)"
      ) { a in
        try a.tried(4, least) { try exact(a, DateTimeStyles(rawValue: a.int(3))) }
      }
    }
  }
}

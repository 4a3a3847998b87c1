package import ShellObjects

extension DateOnly: ValueRepresentable {
  package var value: Value { .object(Box(self, PSType.named("System.DateOnly"))) }
}

/// System.DateOnly.
enum DateOnlyType {
  private static let name = "System.DateOnly"

  static let declaration = TypeDeclaration(
    "System.DateOnly", kind: .structure, interfaces: ["System.IComparable", "System.IFormattable"], of: DateOnly.self
  ) { t in
    let type = t.type
    t.constructor("\(name) new(int year, int month, int day)") { a in
      DateOnly(try DateTimeValue(year: a.int(0), month: a.int(1), day: a.int(2)))
    }
    addProperties(&t)
    addMethods(&t)
    addParsing(&t)
    t.behavior.text = { try $0.payload(DateOnly.self)?.text(culture: .invariant) ?? "" }
    t.behavior.parse = { try DateOnly(parsing: $0, culture: .invariant).value }
    t.behavior.convert = { value, wanted in
      guard wanted === type else { return nil }
      return value.payload(DateTimeValue.self).map { DateOnly($0).value }
    }
    t.behavior.equals = { $0.payload(DateOnly.self) == $1.payload(DateOnly.self) }
    t.behavior.hash = { $0.payload(DateOnly.self)?.dayNumber ?? 0 }
    t.behavior.order = { x, y in
      guard let x = x.payload(DateOnly.self), let y = y.payload(DateOnly.self) else { return nil }
      return x < y ? -1 : x > y ? 1 : 0
    }
    t.behavior.format = { value, format, isInvariant in
      try value.payload(DateOnly.self)?.text(format, culture: isInvariant ? .invariant : .current) ?? ""
    }
  }

  private static func addProperties(_ t: inout MemberList<DateOnly>) {
    t.property("int Year {get;}") { $0.calendarDate.year }
    t.property("int Month {get;}") { $0.calendarDate.month }
    t.property("int Day {get;}") { $0.calendarDate.day }
    t.property("System.DayOfWeek DayOfWeek {get;}") { DateTimeType.dayOfWeek($0.calendarDate.dayOfWeek) }
    t.property("int DayOfYear {get;}") { $0.calendarDate.dayOfYear }
    t.property("int DayNumber {get;}") { $0.dayNumber }
    t.staticProperty("static \(name) MaxValue {get;}") { DateOnly.maximum }
    t.staticProperty("static \(name) MinValue {get;}") { DateOnly.minimum }
  }

  private static func addMethods(_ t: inout MemberList<DateOnly>) {
    t.method("\(name) AddDays(int value)") { this, a in try this.adding(days: a.int(0)) }
    t.method("\(name) AddMonths(int value)") { this, a in try this.adding(months: a.int(0)) }
    t.method("\(name) AddYears(int value)") { this, a in try this.adding(years: a.int(0)) }
    t.method("int CompareTo(System.Object value)") { this, a in
      if a[0].isNull { return 1 }
      guard let other = a.payload(0, DateOnly.self) else {
        throw NetException.argument("Object must be of type DateOnly.")
      }
      return this < other ? -1 : this > other ? 1 : 0
    }
    t.method("bool Equals(\(name) value)") { this, a in this == a.payload(0, DateOnly.self) }
    t.method("datetime ToDateTime(System.TimeOnly time)") { this, a in this.at(a.payload(0, TimeOnly.self) ?? .minimum)
    }
    t.method("datetime ToDateTime(System.TimeOnly time, System.DateTimeKind kind)") { this, a in
      this.at(a.payload(0, TimeOnly.self) ?? .minimum, kind: try DateTimeType.kind(a, 1))
    }
    t.method("string ToLongDateString()") { this, _ in try this.text("D") }
    t.method("string ToShortDateString()") { this, _ in try this.text("d") }
    t.method("string ToString()") { this, _ in try this.text() }
    t.method("string ToString(string format)") { this, a in try this.text(a.string(0)) }
    t.method("string ToString(System.IFormatProvider provider)") { this, a in try this.text(culture: a.culture(0)) }
    t.method("string ToString(string format, System.IFormatProvider provider)") { this, a in
      try this.text(a.string(0), culture: a.culture(1))
    }
    t.staticMethod("static \(name) FromDateTime(datetime dateTime)") { a in DateOnly(a.moment(0)) }
    t.staticMethod("static \(name) FromDayNumber(int dayNumber)") { a in try DateOnly(dayNumber: a.int(0)) }
  }

  private static func addParsing(_ t: inout MemberList<DateOnly>) {
    ClockParsing.add(&t, name, DateOnly.minimum) { try DateOnly(parsing: $0, format: $1, culture: $2) }
  }
}

extension TimeOnly: ValueRepresentable {
  package var value: Value { .object(Box(self, PSType.named("System.TimeOnly"))) }
}

/// System.TimeOnly.
enum TimeOnlyType {
  private static let name = "System.TimeOnly"

  static let declaration = TypeDeclaration(
    "System.TimeOnly", kind: .structure, interfaces: ["System.IComparable", "System.IFormattable"], of: TimeOnly.self
  ) { t in
    let type = t.type
    addConstructors(&t)
    addProperties(&t)
    addMethods(&t)
    ClockParsing.add(&t, name, TimeOnly.minimum) { try TimeOnly(parsing: $0, format: $1, culture: $2) }
    t.behavior.text = { try $0.payload(TimeOnly.self)?.text(culture: .invariant) ?? "" }
    t.behavior.parse = { try TimeOnly(parsing: $0, culture: .invariant).value }
    t.behavior.convert = { value, wanted in
      guard wanted === type else { return nil }
      return value.payload(DateTimeValue.self).map { TimeOnly($0).value }
    }
    t.behavior.equals = { $0.payload(TimeOnly.self) == $1.payload(TimeOnly.self) }
    t.behavior.hash = { $0.payload(TimeOnly.self)?.ticks.hashValue ?? 0 }
    t.behavior.order = { x, y in
      guard let x = x.payload(TimeOnly.self), let y = y.payload(TimeOnly.self) else { return nil }
      return x < y ? -1 : x > y ? 1 : 0
    }
    t.behavior.format = { value, format, isInvariant in
      try value.payload(TimeOnly.self)?.text(format, culture: isInvariant ? .invariant : .current) ?? ""
    }
  }

  private static func addConstructors(_ t: inout MemberList<TimeOnly>) {
    t.constructor("\(name) new(int hour, int minute)") { a in try TimeOnly(hour: a.int(0), minute: a.int(1)) }
    for (more, count) in [("", 3), (", int millisecond", 4), (", int millisecond, int microsecond", 5)] {
      t.constructor("\(name) new(int hour, int minute, int second\(more))") { a in
        let fraction = try ClockFraction.ticks(a, milliseconds: count > 3 ? 3 : nil, microseconds: count > 4 ? 4 : nil)
        return try TimeOnly(hour: a.int(0), minute: a.int(1), second: a.int(2), fraction: fraction)
      }
    }
    t.constructor("\(name) new(long ticks)") { a in try TimeOnly(ticks: a.int64(0)) }
  }

  private static func addProperties(_ t: inout MemberList<TimeOnly>) {
    func span(_ time: TimeOnly) -> TimeSpanValue { TimeSpanValue(ticks: time.ticks) }
    t.property("int Hour {get;}") { Int(TimeSpanValue(ticks: $0.ticks).hours) }
    t.property("int Minute {get;}") { Int(TimeSpanValue(ticks: $0.ticks).minutes) }
    t.property("int Second {get;}") { Int(TimeSpanValue(ticks: $0.ticks).seconds) }
    t.property("int Millisecond {get;}") { Int(TimeSpanValue(ticks: $0.ticks).milliseconds) }
    t.property("int Microsecond {get;}") { Int(TimeSpanValue(ticks: $0.ticks).microseconds) }
    t.property("int Nanosecond {get;}") { Int(TimeSpanValue(ticks: $0.ticks).nanoseconds) }
    t.property("long Ticks {get;}") { $0.ticks }
    t.staticProperty("static \(name) MaxValue {get;}") { TimeOnly.maximum }
    t.staticProperty("static \(name) MinValue {get;}") { TimeOnly.minimum }
  }

  private static func addMethods(_ t: inout MemberList<TimeOnly>) {
    t.method("\(name) Add(timespan value)") { this, a in this.adding(a.timeSpan(0)).time }
    t.method("\(name) Add(timespan value, [ref] int wrappedDays)") { this, a in try added(this, a.timeSpan(0), a) }
    for (method, ticks) in [("AddHours", Ticks.perHour), ("AddMinutes", Ticks.perMinute)] {
      t.method("\(name) \(method)(double value)") { this, a in
        this.adding(try TimeSpanValue(a.double(0), ticksPerUnit: ticks)).time
      }
      t.method("\(name) \(method)(double value, [ref] int wrappedDays)") { this, a in
        try added(this, try TimeSpanValue(a.double(0), ticksPerUnit: ticks), a)
      }
    }
    t.method("int CompareTo(System.Object value)") { this, a in
      if a[0].isNull { return 1 }
      guard let other = a.payload(0, TimeOnly.self) else {
        throw NetException.argument("Object must be of type TimeOnly.")
      }
      return this < other ? -1 : this > other ? 1 : 0
    }
    t.method("bool Equals(\(name) value)") { this, a in this == a.payload(0, TimeOnly.self) }
    t.method("bool IsBetween(\(name) start, \(name) end)") { this, a in
      this.isBetween(a.payload(0, TimeOnly.self) ?? .minimum, a.payload(1, TimeOnly.self) ?? .minimum)
    }
    t.method("string ToLongTimeString()") { this, _ in try this.text("T") }
    t.method("string ToShortTimeString()") { this, _ in try this.text("t") }
    t.method("string ToString()") { this, _ in try this.text() }
    t.method("string ToString(string format)") { this, a in try this.text(a.string(0)) }
    t.method("string ToString(System.IFormatProvider provider)") { this, a in try this.text(culture: a.culture(0)) }
    t.method("string ToString(string format, System.IFormatProvider provider)") { this, a in
      try this.text(a.string(0), culture: a.culture(1))
    }
    t.method("timespan ToTimeSpan()") { this, _ in TimeSpanValue(ticks: this.ticks) }
    t.staticMethod("static \(name) FromDateTime(datetime dateTime)") { a in TimeOnly(a.moment(0)) }
    t.staticMethod("static \(name) FromTimeSpan(timespan timeSpan)") { a in try TimeOnly(ticks: a.timeSpan(0).ticks) }
    t.staticMethod("static timespan op_Subtraction(\(name) t1, \(name) t2)") { a in
      (a.payload(0, TimeOnly.self) ?? .minimum).subtracting(a.payload(1, TimeOnly.self) ?? .minimum)
    }
  }

  private static func added(_ time: TimeOnly, _ span: TimeSpanValue, _ a: Arguments) throws -> TimeOnly {
    let (sum, days) = time.adding(span)
    try a.setReference(1, days.value)
    return sum
  }
}

/// Parse, ParseExact and their Try forms, as DateOnly and TimeOnly have them.
enum ClockParsing {
  static func add<R: ValueRepresentable & Sendable>(
    _ t: inout MemberList<R>, _ name: String, _ least: R,
    _ parse: @escaping @Sendable (_ text: String, _ format: String?, _ culture: Culture) throws -> R
  ) {
    let provider = "System.IFormatProvider provider"
    let style = "System.Globalization.DateTimeStyles style"
    let optional = style + " = System.Globalization.DateTimeStyles.None"
    t.staticMethod("static \(name) Parse(string s)") { a in try parse(a.string(0), nil, .current) }
    t.staticMethod("static \(name) Parse(string s, \(provider))") { a in try parse(a.string(0), nil, a.culture(1)) }
    t.staticMethod("static \(name) Parse(string s, \(provider), \(optional))") { a in
      try parse(a.string(0), nil, a.culture(1))
    }
    t.staticMethod("static bool TryParse(string s, [ref] \(name) result)") { a in
      try a.tried(1, least) { try parse(a.string(0), nil, .current) }
    }
    t.staticMethod("static bool TryParse(string s, \(provider), [ref] \(name) result)") { a in
      try a.tried(2, least) { try parse(a.string(0), nil, a.culture(1)) }
    }
    t.staticMethod("static bool TryParse(string s, \(provider), \(style), [ref] \(name) result)") { a in
      try a.tried(3, least) { try parse(a.string(0), nil, a.culture(1)) }
    }
    for formats in ["string format", "string[] formats"] {
      t.staticMethod("static \(name) ParseExact(string s, \(formats))") { a in
        try ExactFormats.first(a) { try parse($0, $1, .current) }
      }
      t.staticMethod("static \(name) ParseExact(string s, \(formats), \(provider), \(optional))") { a in
        try ExactFormats.first(a) { try parse($0, $1, a.culture(2)) }
      }
      t.staticMethod("static bool TryParseExact(string s, \(formats), [ref] \(name) result)") { a in
        try a.tried(2, least) { try ExactFormats.first(a) { try parse($0, $1, .current) } }
      }
      t.staticMethod("static bool TryParseExact(string s, \(formats), \(provider), \(style), [ref] \(name) result)") {
        a in
        try a.tried(4, least) { try ExactFormats.first(a) { try parse($0, $1, a.culture(2)) } }
      }
    }
  }
}

package import ShellObjects

extension DateTimeValue: ValueRepresentable {
  package var value: Value { .object(Box(self, DateTimeType.type)) }
}

/// System.DateTime.
enum DateTimeType {
  static let type = PSType.named("System.DateTime")

  static let declaration = TypeDeclaration(
    "System.DateTime", accelerators: ["datetime"], kind: .structure, code: .dateTime,
    interfaces: ["System.IComparable", "System.IConvertible", "System.IFormattable"], of: DateTimeValue.self
  ) { t in
    addConstructors(&t)
    addProperties(&t)
    addAdding(&t)
    addComparing(&t)
    addConversions(&t)
    addText(&t)
    addStatics(&t)
    addParsing(&t)
    addOperators(&t)
    addBehavior(&t)
  }

  private static func addBehavior(_ t: inout MemberList<DateTimeValue>) {
    // PowerShell's own type data: what a bare date shows.
    t.codeProperty(
      "System.Object DateTime {get=if ((& { Set-StrictMode -Version 1; $this.DisplayHint }) -ieq  \"Date\")"
    ) {
      this in try shown(this, hint: nil)
    }
    // Why: a cast to string is in the invariant culture.
    t.behavior.text = { try $0.payload(DateTimeValue.self)?.text("G", culture: .invariant) ?? "" }
    t.behavior.parse = { try DateTimeValue(parsing: $0, culture: .invariant).value }
    t.behavior.convert = { value, wanted in
      if wanted === type {
        if let offset = value.payload(DateTimeOffsetValue.self) {
          return offset.dateTime.with(kind: .unspecified).value
        }
        if let date = value.payload(DateOnly.self) { return date.at().value }
        guard value.typeCode.isInteger else { return nil }
        return try DateTimeValue(ticks: try value.converted(to: .int64).integer()).value
      }
      return nil
    }
    t.behavior.equals = { $0.payload(DateTimeValue.self) == $1.payload(DateTimeValue.self) }
    t.behavior.hash = { $0.payload(DateTimeValue.self)?.ticks.hashValue ?? 0 }
    t.behavior.order = { x, y in
      guard let x = x.payload(DateTimeValue.self), let y = y.payload(DateTimeValue.self) else { return nil }
      return order(x, y)
    }
    t.behavior.format = { value, format, isInvariant in
      try value.payload(DateTimeValue.self)?.text(format, culture: isInvariant ? .invariant : .current) ?? ""
    }
  }

  /// The text of the DateTime property by a `DisplayHint`: Date, Time or both.
  package static func shown(_ moment: DateTimeValue, hint: String?) throws -> String {
    let date = try moment.text("D")
    let time = try moment.text("T")
    if hint?.equalsName("Date") == true { return date }
    if hint?.equalsName("Time") == true { return time }
    return date + " " + time
  }

  static func order(_ x: DateTimeValue, _ y: DateTimeValue) -> Int { x < y ? -1 : x > y ? 1 : 0 }

  static func kind(_ a: Arguments, _ index: Int) throws -> DateTimeValue.Kind {
    guard index < a.count else { return .unspecified }
    guard let kind = DateTimeValue.Kind(rawValue: a.int(index)) else {
      throw NetException.argument("Invalid DateTimeKind value.", "kind")
    }
    return kind
  }

  private static func addConstructors(_ t: inout MemberList<DateTimeValue>) {
    t.constructor("datetime new(long ticks)") { a in try DateTimeValue(ticks: a.int64(0)) }
    t.constructor("datetime new(long ticks, System.DateTimeKind kind)") { a in
      try DateTimeValue(ticks: a.int64(0), kind: try kind(a, 1))
    }
    let date = "int year, int month, int day"
    let clock = date + ", int hour, int minute, int second"
    t.constructor("datetime new(\(date))") { a in try DateTimeValue(year: a.int(0), month: a.int(1), day: a.int(2)) }
    let shapes = [(clock, 6), (clock + ", int millisecond", 7), (clock + ", int millisecond, int microsecond", 8)]
    for (parameters, count) in shapes {
      t.constructor("datetime new(\(parameters))") { a in try moment(a, count) }
      t.constructor("datetime new(\(parameters), System.DateTimeKind kind)") { a in try moment(a, count) }
    }
    t.constructor("datetime new(System.DateOnly date, System.TimeOnly time)") { a in
      (a.payload(0, DateOnly.self) ?? .minimum).at(a.payload(1, TimeOnly.self) ?? .minimum)
    }
    t.constructor("datetime new(System.DateOnly date, System.TimeOnly time, System.DateTimeKind kind)") { a in
      (a.payload(0, DateOnly.self) ?? .minimum).at(a.payload(1, TimeOnly.self) ?? .minimum, kind: try kind(a, 2))
    }
  }

  private static func moment(_ a: Arguments, _ count: Int) throws -> DateTimeValue {
    let fraction = try ClockFraction.ticks(a, milliseconds: count > 6 ? 6 : nil, microseconds: count > 7 ? 7 : nil)
    return try DateTimeValue(
      year: a.int(0), month: a.int(1), day: a.int(2), hour: a.int(3), minute: a.int(4), second: a.int(5),
      fraction: fraction, kind: try kind(a, count))
  }

  private static func addProperties(_ t: inout MemberList<DateTimeValue>) {
    t.property("datetime Date {get;}") { $0.date }
    t.property("int Day {get;}") { $0.day }
    t.property("System.DayOfWeek DayOfWeek {get;}") { dayOfWeek($0.dayOfWeek) }
    t.property("int DayOfYear {get;}") { $0.dayOfYear }
    t.property("int Hour {get;}") { $0.hour }
    t.property("System.DateTimeKind Kind {get;}") {
      EnumObject(Int64($0.kind.rawValue), PSType.named("System.DateTimeKind"))
    }
    t.property("int Millisecond {get;}") { $0.millisecond }
    t.property("int Microsecond {get;}") { $0.microsecond }
    t.property("int Nanosecond {get;}") { $0.nanosecond }
    t.property("int Minute {get;}") { $0.minute }
    t.property("int Month {get;}") { $0.month }
    t.property("int Second {get;}") { $0.second }
    t.property("long Ticks {get;}") { $0.ticks }
    t.property("timespan TimeOfDay {get;}") { $0.timeOfDay }
    t.property("int Year {get;}") { $0.year }
  }

  static func dayOfWeek(_ day: Int) -> EnumObject { EnumObject(Int64(day), PSType.named("System.DayOfWeek")) }

  private static func addComparing(_ t: inout MemberList<DateTimeValue>) {
    t.method("int CompareTo(System.Object value)") { this, a in
      if a[0].isNull { return 1 }
      guard let other = a.payload(0, DateTimeValue.self) else {
        throw NetException.argument("Object must be of type DateTime.")
      }
      return order(this, other)
    }
    t.method("int CompareTo(datetime value)") { this, a in order(this, a.moment(0)) }
    t.method("bool Equals(datetime value)") { this, a in this == a.moment(0) }
    t.method("System.TypeCode GetTypeCode()") { _, _ in EnumObject(16, PSType.named("System.TypeCode")) }
  }
}

extension Arguments {
  func moment(_ index: Int) -> DateTimeValue { payload(index, DateTimeValue.self) ?? .minimum }
}

/// The part of a second that milliseconds and microseconds make.
enum ClockFraction {
  static func ticks(_ a: Arguments, milliseconds: Int?, microseconds: Int?) throws -> Int64 {
    var ticks: Int64 = 0
    if let milliseconds {
      guard (0...999).contains(a.int(milliseconds)) else {
        throw NetException.outOfRange("Valid values are between 0 and 999, inclusive.", "millisecond")
      }
      ticks += Int64(a.int(milliseconds)) * Ticks.perMillisecond
    }
    if let microseconds {
      guard (0...999).contains(a.int(microseconds)) else {
        throw NetException.outOfRange("Valid values are between 0 and 999, inclusive.", "microsecond")
      }
      ticks += Int64(a.int(microseconds)) * Ticks.perMicrosecond
    }
    return ticks
  }
}

package import ShellObjects

extension TimeSpanValue: ValueRepresentable {
  package var value: Value { .object(Box(self, TimeSpanType.type)) }
}

/// System.TimeSpan.
enum TimeSpanType {
  static let type = PSType.named("System.TimeSpan")

  static let declaration = TypeDeclaration(
    "System.TimeSpan", accelerators: ["timespan"], kind: .structure,
    interfaces: ["System.IComparable", "System.IFormattable"], of: TimeSpanValue.self
  ) { t in
    addConstructors(&t)
    addProperties(&t)
    addMethods(&t)
    addConstants(&t)
    addFrom(&t)
    addParsing(&t)
    addOperators(&t)
    t.behavior.text = { $0.payload(TimeSpanValue.self)?.description ?? "" }
    t.behavior.parse = { try TimeSpanValue(parsing: $0).value }
    t.behavior.convert = { value, wanted in
      // Why: PowerShell takes a number for ticks, by the one constructor with one parameter.
      guard wanted === type, value.typeCode.isInteger else { return nil }
      return TimeSpanValue(ticks: try value.converted(to: .int64).integer()).value
    }
    t.behavior.equals = { $0.payload(TimeSpanValue.self) == $1.payload(TimeSpanValue.self) }
    t.behavior.hash = { $0.payload(TimeSpanValue.self)?.hashValue ?? 0 }
    t.behavior.order = { x, y in
      guard let x = x.payload(TimeSpanValue.self), let y = y.payload(TimeSpanValue.self) else { return nil }
      return x < y ? -1 : x > y ? 1 : 0
    }
    t.behavior.format = { value, format, _ in try value.payload(TimeSpanValue.self)?.text(format) ?? "" }
  }

  private static func addConstructors(_ t: inout MemberList<TimeSpanValue>) {
    t.constructor("timespan new(long ticks)") { a in TimeSpanValue(ticks: a.int64(0)) }
    t.constructor("timespan new(int hours, int minutes, int seconds)") { a in
      try TimeSpanValue(hours: a.int64(0), minutes: a.int64(1), seconds: a.int64(2))
    }
    for parameters in [
      "int days, int hours, int minutes, int seconds",
      "int days, int hours, int minutes, int seconds, int milliseconds",
      "int days, int hours, int minutes, int seconds, int milliseconds, int microseconds",
    ] {
      t.constructor("timespan new(\(parameters))") { a in
        try TimeSpanValue(
          days: a.int64(0), hours: a.int64(1), minutes: a.int64(2), seconds: a.int64(3), milliseconds: a.int64(4),
          microseconds: a.int64(5))
      }
    }
  }

  private static func addProperties(_ t: inout MemberList<TimeSpanValue>) {
    t.property("long Ticks {get;}") { $0.ticks }
    t.property("int Days {get;}") { Int($0.days) }
    t.property("int Hours {get;}") { Int($0.hours) }
    t.property("int Milliseconds {get;}") { Int($0.milliseconds) }
    t.property("int Microseconds {get;}") { Int($0.microseconds) }
    t.property("int Nanoseconds {get;}") { Int($0.nanoseconds) }
    t.property("int Minutes {get;}") { Int($0.minutes) }
    t.property("int Seconds {get;}") { Int($0.seconds) }
    t.property("double TotalDays {get;}") { $0.totalDays }
    t.property("double TotalHours {get;}") { $0.totalHours }
    t.property("double TotalMilliseconds {get;}") { $0.totalMilliseconds }
    t.property("double TotalMicroseconds {get;}") { $0.totalMicroseconds }
    t.property("double TotalNanoseconds {get;}") { $0.totalNanoseconds }
    t.property("double TotalMinutes {get;}") { $0.totalMinutes }
    t.property("double TotalSeconds {get;}") { $0.totalSeconds }
  }

  private static func addMethods(_ t: inout MemberList<TimeSpanValue>) {
    t.method("timespan Add(timespan ts)") { this, a in try this.adding(a.timeSpan(0)) }
    t.method("timespan Subtract(timespan ts)") { this, a in try this.subtracting(a.timeSpan(0)) }
    t.method("timespan Duration()") { this, _ in try this.duration() }
    t.method("timespan Negate()") { this, _ in try this.negated() }
    t.method("timespan Multiply(double factor)") { this, a in try this.multiplied(by: a.double(0)) }
    t.method("timespan Divide(double divisor)") { this, a in try this.divided(by: a.double(0)) }
    t.method("double Divide(timespan ts)") { this, a in this.divided(by: a.timeSpan(0)) }
    t.method("bool Equals(timespan obj)") { this, a in this == a.timeSpan(0) }
    t.method("int CompareTo(System.Object value)") { this, a in
      if a[0].isNull { return 1 }
      guard let other = a.payload(0, TimeSpanValue.self) else {
        throw NetException.argument("Object must be of type TimeSpan.")
      }
      return order(this, other)
    }
    t.method("int CompareTo(timespan value)") { this, a in order(this, a.timeSpan(0)) }
    t.method("string ToString()") { this, _ in this.description }
    t.method("string ToString(string format)") { this, a in try this.text(a.string(0)) }
    t.method("string ToString(string format, System.IFormatProvider formatProvider)") { this, a in
      try this.text(a.string(0))
    }
  }

  private static func order(_ x: TimeSpanValue, _ y: TimeSpanValue) -> Int { x < y ? -1 : x > y ? 1 : 0 }

  private static func addConstants(_ t: inout MemberList<TimeSpanValue>) {
    t.staticProperty("static timespan MaxValue {get;}") { TimeSpanValue.maximum }
    t.staticProperty("static timespan MinValue {get;}") { TimeSpanValue.minimum }
    t.staticProperty("static timespan Zero {get;}") { TimeSpanValue.zero }
    t.staticProperty("static int HoursPerDay {get;}") { 24 }
    let constants: [(String, Int64)] = [
      ("MicrosecondsPerDay", 86_400_000_000), ("MicrosecondsPerHour", 3_600_000_000),
      ("MicrosecondsPerMillisecond", 1000),
      ("MicrosecondsPerMinute", 60_000_000), ("MicrosecondsPerSecond", 1_000_000), ("MillisecondsPerDay", 86_400_000),
      ("MillisecondsPerHour", 3_600_000), ("MillisecondsPerMinute", 60000), ("MillisecondsPerSecond", 1000),
      ("MinutesPerDay", 1440), ("MinutesPerHour", 60), ("NanosecondsPerTick", 100), ("SecondsPerDay", 86400),
      ("SecondsPerHour", 3600), ("SecondsPerMinute", 60), ("TicksPerDay", Ticks.perDay),
      ("TicksPerHour", Ticks.perHour),
      ("TicksPerMicrosecond", Ticks.perMicrosecond), ("TicksPerMillisecond", Ticks.perMillisecond),
      ("TicksPerMinute", Ticks.perMinute), ("TicksPerSecond", Ticks.perSecond),
    ]
    for (name, value) in constants { t.staticProperty("static long \(name) {get;}") { value } }
  }

  private static func addFrom(_ t: inout MemberList<TimeSpanValue>) {
    let units: [(String, Int64, String, String)] = [
      ("FromDays", Ticks.perDay, "int", "days"), ("FromHours", Ticks.perHour, "int", "hours"),
      ("FromMinutes", Ticks.perMinute, "long", "minutes"), ("FromSeconds", Ticks.perSecond, "long", "seconds"),
      ("FromMilliseconds", Ticks.perMillisecond, "long", "milliseconds"),
      ("FromMicroseconds", Ticks.perMicrosecond, "long", "microseconds"),
    ]
    for (name, ticks, type, parameter) in units {
      t.staticMethod("static timespan \(name)(double value)") { a in try TimeSpanValue(a.double(0), ticksPerUnit: ticks)
      }
      t.staticMethod("static timespan \(name)(\(type) \(parameter))") { a in try sum(a, from: ticks) }
    }
    let more: [(String, Int64, String)] = [
      (
        "FromDays", Ticks.perDay,
        "int days, int hours = 0, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0"
      ),
      (
        "FromHours", Ticks.perHour,
        "int hours, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0"
      ),
      ("FromMinutes", Ticks.perMinute, "long minutes, long seconds = 0, long milliseconds = 0, long microseconds = 0"),
      ("FromSeconds", Ticks.perSecond, "long seconds, long milliseconds = 0, long microseconds = 0"),
      ("FromMilliseconds", Ticks.perMillisecond, "long milliseconds, long microseconds"),
    ]
    for (name, ticks, parameters) in more {
      t.staticMethod("static timespan \(name)(\(parameters))") { a in try sum(a, from: ticks) }
    }
    t.staticMethod("static timespan FromTicks(long value)") { a in TimeSpanValue(ticks: a.int64(0)) }
  }

  private static let scales = [
    Ticks.perDay, Ticks.perHour, Ticks.perMinute, Ticks.perSecond, Ticks.perMillisecond, Ticks.perMicrosecond,
  ]

  /// The span of numbers whose first counts units of `ticks`.
  private static func sum(_ a: Arguments, from ticks: Int64) throws -> TimeSpanValue {
    let first = scales.firstIndex(of: ticks) ?? 0
    var parts = [Int64](repeating: 0, count: scales.count)
    for index in a.values.indices where first + index < parts.count { parts[first + index] = a.int64(index) }
    return try TimeSpanValue(
      days: parts[0], hours: parts[1], minutes: parts[2], seconds: parts[3], milliseconds: parts[4],
      microseconds: parts[5])
  }

  private static func addParsing(_ t: inout MemberList<TimeSpanValue>) {
    t.staticMethod("static timespan Parse(string s)") { a in try TimeSpanValue(parsing: a.string(0)) }
    t.staticMethod("static timespan Parse(string input, System.IFormatProvider formatProvider)") { a in
      try TimeSpanValue(parsing: a.string(0))
    }
    t.staticMethod("static bool TryParse(string s, [ref] timespan result)") { a in
      try a.tried(1, TimeSpanValue.zero) { try TimeSpanValue(parsing: a.string(0)) }
    }
    t.staticMethod("static bool TryParse(string input, System.IFormatProvider formatProvider, [ref] timespan result)") {
      a in
      try a.tried(2, TimeSpanValue.zero) { try TimeSpanValue(parsing: a.string(0)) }
    }
    for formats in ["string format", "string[] formats"] {
      for styles in ["", ", System.Globalization.TimeSpanStyles styles"] {
        t.staticMethod(
          "static timespan ParseExact(string input, \(formats), System.IFormatProvider formatProvider\(styles))"
        ) {
          a in try exact(a)
        }
        let place = styles.isEmpty ? 3 : 4
        t.staticMethod(
          "static bool TryParseExact(string input, \(formats), System.IFormatProvider formatProvider\(styles), [ref] timespan result)"
        ) { a in try a.tried(place, TimeSpanValue.zero) { try exact(a) } }
      }
    }
  }

  private static func exact(_ a: Arguments) throws -> TimeSpanValue {
    let formats = a[1].string.map { [$0] } ?? a.strings(1)
    for format in formats.dropLast() {
      if let parsed = try? TimeSpanValue(parsing: a.string(0), format: format) { return parsed }
    }
    return try TimeSpanValue(parsing: a.string(0), format: formats.last ?? "")
  }

  private static func addOperators(_ t: inout MemberList<TimeSpanValue>) {
    t.staticMethod("static timespan op_Addition(timespan t1, timespan t2)") { a in
      try a.timeSpan(0).adding(a.timeSpan(1))
    }
    t.staticMethod("static timespan op_Subtraction(timespan t1, timespan t2)") { a in
      try a.timeSpan(0).subtracting(a.timeSpan(1))
    }
    t.staticMethod("static timespan op_Multiply(timespan timeSpan, double factor)") { a in
      try a.timeSpan(0).multiplied(by: a.double(1))
    }
    t.staticMethod("static timespan op_Multiply(double factor, timespan timeSpan)") { a in
      try a.timeSpan(1).multiplied(by: a.double(0))
    }
    t.staticMethod("static timespan op_Division(timespan timeSpan, double divisor)") { a in
      try a.timeSpan(0).divided(by: a.double(1))
    }
    t.staticMethod("static double op_Division(timespan t1, timespan t2)") { a in
      a.timeSpan(0).divided(by: a.timeSpan(1))
    }
    t.staticMethod("static timespan op_UnaryNegation(timespan t)") { a in try a.timeSpan(0).negated() }
    t.staticMethod("static timespan op_UnaryPlus(timespan t)") { a in a.timeSpan(0) }
    t.staticMethod("static int Compare(timespan t1, timespan t2)") { a in order(a.timeSpan(0), a.timeSpan(1)) }
    t.staticMethod("static bool Equals(timespan t1, timespan t2)") { a in a.timeSpan(0) == a.timeSpan(1) }
  }
}

extension Arguments {
  func timeSpan(_ index: Int) -> TimeSpanValue { payload(index, TimeSpanValue.self) ?? .zero }

  /// Runs a parser for a TryParse: stores what it gives, or the fallback, in the `[ref]` argument.
  func tried<R: ValueRepresentable>(_ place: Int, _ fallback: R, _ parse: () throws -> R) throws -> Bool {
    let parsed = try? parse()
    try setReference(place, parsed?.value ?? fallback.value)
    return parsed != nil
  }
}

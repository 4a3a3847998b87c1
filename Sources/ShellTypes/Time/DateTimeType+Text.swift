import ShellObjects

extension DateTimeType {
  static func addText(_ t: inout MemberList<DateTimeValue>) {
    t.method("string ToLongDateString()") { this, _ in try this.text("D") }
    t.method("string ToLongTimeString()") { this, _ in try this.text("T") }
    t.method("string ToShortDateString()") { this, _ in try this.text("d") }
    t.method("string ToShortTimeString()") { this, _ in try this.text("t") }
    t.method("string ToString()") { this, _ in try this.text() }
    t.method("string ToString(string format)") { this, a in try this.text(a.string(0)) }
    t.method("string ToString(System.IFormatProvider provider)") { this, a in try this.text(culture: a.culture(0)) }
    t.method("string ToString(string format, System.IFormatProvider provider)") { this, a in
      try this.text(a.string(0), culture: a.culture(1))
    }
    t.method("string[] GetDateTimeFormats()") { this, _ in try formats(this, letters, .current) }
    t.method("string[] GetDateTimeFormats(System.IFormatProvider provider)") { this, a in
      try formats(this, letters, a.culture(0))
    }
    t.method("string[] GetDateTimeFormats(char format)") { this, a in
      try formats(this, [String(utf16CodeUnits: a.char(0))], .current)
    }
    t.method("string[] GetDateTimeFormats(char format, System.IFormatProvider provider)") { this, a in
      try formats(this, [String(utf16CodeUnits: a.char(0))], a.culture(1))
    }
  }

  private static let letters = [
    "d", "D", "f", "F", "g", "G", "m", "M", "o", "O", "r", "R", "s", "t", "T", "u", "U", "y", "Y",
  ]

  private static func formats(_ moment: DateTimeValue, _ letters: [String], _ culture: Culture) throws -> Value {
    Value(strings: try letters.map { try moment.text($0, culture: culture) })
  }

  // MARK: Parsing

  static func addParsing(_ t: inout MemberList<DateTimeValue>) {
    t.staticMethod("static datetime Parse(string s)") { a in try DateTimeValue(parsing: a.string(0)) }
    t.staticMethod("static datetime Parse(string s, System.IFormatProvider provider)") { a in try parse(a) }
    t.staticMethod(
      "static datetime Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles)"
    ) { a in try parse(a) }
    t.staticMethod("static bool TryParse(string s, [ref] datetime result)") { a in
      try a.tried(1, DateTimeValue.minimum) { try DateTimeValue(parsing: a.string(0)) }
    }
    t.staticMethod("static bool TryParse(string s, System.IFormatProvider provider, [ref] datetime result)") { a in
      try a.tried(2, DateTimeValue.minimum) { try DateTimeValue(parsing: a.string(0), culture: a.culture(1)) }
    }
    t.staticMethod(
      "static bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, [ref] datetime result)"
    ) { a in try a.tried(3, DateTimeValue.minimum) { try parse(a) } }
    t.staticMethod("static datetime ParseExact(string s, string format, System.IFormatProvider provider)") { a in
      try exact(a, styles: [])
    }
    for formats in ["string format", "string[] formats"] {
      t.staticMethod(
        "static datetime ParseExact(string s, \(formats), System.IFormatProvider provider, System.Globalization.DateTimeStyles style)"
      ) { a in try exact(a, styles: DateTimeStyles(rawValue: a.int(3))) }
      t.staticMethod(
        "static bool TryParseExact(string s, \(formats), System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)"
      ) { a in try a.tried(4, DateTimeValue.minimum) { try exact(a, styles: DateTimeStyles(rawValue: a.int(3))) } }
    }
  }

  private static func parse(_ a: Arguments) throws -> DateTimeValue {
    try DateTimeValue(
      parsing: a.string(0), styles: a.count > 2 ? DateTimeStyles(rawValue: a.int(2)) : [], culture: a.culture(1))
  }

  private static func exact(_ a: Arguments, styles: DateTimeStyles) throws -> DateTimeValue {
    try ExactFormats.first(a) { try DateTimeValue(parsing: $0, format: $1, styles: styles, culture: a.culture(2)) }
  }
}

/// The formats that a ParseExact is given: one or several.
enum ExactFormats {
  /// The value of the first format that fits; the failure of the last where none does.
  static func first<R>(_ a: Arguments, _ parse: (_ text: String, _ format: String) throws -> R) throws -> R {
    let formats = a[1].string.map { [$0] } ?? a.strings(1)
    for format in formats.dropLast() {
      if let parsed = try? parse(a.string(0), format) { return parsed }
    }
    return try parse(a.string(0), formats.last ?? "")
  }
}

import ShellObjects

extension StringType {
  static func addSplit(_ t: inout MemberList<String>) {
    t.method("string[] Split(Params char[] separator)") { this, a in
      try split(this, Separators(units: a.units(0)), nil, 0)
    }
    t.method("string[] Split(char separator, System.StringSplitOptions options = System.StringSplitOptions.None)") {
      this, a in try split(this, Separators(units: [a.char(0)]), nil, a.int(1))
    }
    t.method(
      "string[] Split(char separator, int count, System.StringSplitOptions options = System.StringSplitOptions.None)"
    ) { this, a in try split(this, Separators(units: [a.char(0)]), a.int(1), a.int(2)) }
    t.method("string[] Split(char[] separator, System.StringSplitOptions options)") { this, a in
      try split(this, Separators(units: a.units(0)), nil, a.int(1))
    }
    t.method("string[] Split(char[] separator, int count)") { this, a in
      try split(this, Separators(units: a.units(0)), a.int(1), 0)
    }
    t.method("string[] Split(char[] separator, int count, System.StringSplitOptions options)") { this, a in
      try split(this, Separators(units: a.units(0)), a.int(1), a.int(2))
    }
    t.method("string[] Split(string separator, System.StringSplitOptions options = System.StringSplitOptions.None)") {
      this, a in try split(this, Separators(texts: [a.string(0)]), nil, a.int(1))
    }
    t.method(
      "string[] Split(string separator, int count, System.StringSplitOptions options = System.StringSplitOptions.None)"
    ) { this, a in try split(this, Separators(texts: [a.string(0)]), a.int(1), a.int(2)) }
    t.method("string[] Split(string[] separator, System.StringSplitOptions options)") { this, a in
      try split(this, Separators(texts: a.strings(0), isArray: true), nil, a.int(1))
    }
    t.method("string[] Split(string[] separator, int count, System.StringSplitOptions options)") { this, a in
      try split(this, Separators(texts: a.strings(0), isArray: true), a.int(1), a.int(2))
    }
  }

  /// What a text is split at: units, texts, or white space where there are none.
  private struct Separators {
    private let texts: [[UInt16]]
    private let units: [UInt16]
    private let isWhiteSpace: Bool

    init(units: [UInt16]) {
      self.units = units
      texts = []
      isWhiteSpace = units.isEmpty
    }

    /// A single empty text splits nothing; an array without texts means white space.
    init(texts: [String], isArray: Bool = false) {
      self.texts = texts.filter { !$0.isEmpty }.map { Array($0.utf16) }
      units = []
      isWhiteSpace = isArray && texts.isEmpty
    }

    /// How long the separator at this place is; 0 where there is none.
    func length(at place: Int, in text: [UInt16]) -> Int {
      let unit = text[place]
      if isWhiteSpace { return UTF16Text.isWhiteSpace(unit) ? 1 : 0 }
      if units.contains(unit) { return 1 }
      for candidate in texts where candidate[0] == unit && text[place...].starts(with: candidate) {
        return candidate.count
      }
      return 0
    }
  }

  private static func split(_ text: String, _ separators: Separators, _ count: Int?, _ options: Int) throws -> Value {
    if let count, count < 0 {
      throw NetException.outOfRange("Count cannot be less than zero.", "count", actual: count.value)
    }
    guard options >= 0, options < 4 else { throw NetException.argument("Value of flags is invalid.", "options") }
    let (dropsEmpty, trims) = (options & 1 != 0, options & 2 != 0)
    if count == 0 { return Value(strings: []) }
    let units = Array(text.utf16)
    var parts: [String] = []
    var start = 0
    var place = 0
    func piece(_ range: Range<Int>) -> String? {
      var part = String(decoding: units[range], as: UTF16.self)
      if trims { part = TextTrimming.trimmed(part) }
      return dropsEmpty && part.isEmpty ? nil : part
    }
    while place < units.count, parts.count + 1 < count ?? Int.max {
      let length = separators.length(at: place, in: units)
      if length == 0 {
        place += 1
        continue
      }
      if let part = piece(start..<place) { parts.append(part) }
      place += length
      start = place
    }
    // Why: the last part of a counted split loses the empty parts before it.
    if dropsEmpty, count != nil {
      while start < units.count {
        let length = separators.length(at: start, in: units)
        if length == 0 { break }
        start += length
      }
    }
    if let part = piece(start..<units.count) { parts.append(part) }
    return Value(strings: parts)
  }
}

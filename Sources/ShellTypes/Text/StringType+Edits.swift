import ShellObjects

extension StringType {
  static func addEdits(_ t: inout MemberList<String>) {
    addCutting(&t)
    addReplacing(&t)
    addPadding(&t)
    addTrimming(&t)
    addCase(&t)
  }

  private static func cut(_ text: String, _ start: Int, _ length: Int) -> String {
    UTF16Text.substring(text, start..<start + length) ?? ""
  }

  private static func addCutting(_ t: inout MemberList<String>) {
    t.method("string Substring(int startIndex)") { this, a in
      let (start, count) = (a.int(0), this.utf16.count)
      try Ranges.nonNegative(start, "startIndex")
      guard start <= count else {
        throw NetException.outOfRange("startIndex cannot be larger than length of string.", "startIndex")
      }
      return cut(this, start, count - start)
    }
    t.method("string Substring(int startIndex, int length)") { this, a in
      let (start, length, count) = (a.int(0), a.int(1), this.utf16.count)
      try Ranges.nonNegative(start, "startIndex")
      guard start <= count else {
        throw NetException.outOfRange("startIndex cannot be larger than length of string.", "startIndex")
      }
      try Ranges.nonNegative(length, "length")
      guard length <= count - start else {
        throw NetException.outOfRange("Index and length must refer to a location within the string.", "length")
      }
      return cut(this, start, length)
    }
    t.method("string Insert(int startIndex, string value)") { this, a in
      let (start, count) = (a.int(0), this.utf16.count)
      guard start >= 0, start <= count else { throw Ranges.index("startIndex", allowsEnd: true) }
      return cut(this, 0, start) + a.string(1) + cut(this, start, count - start)
    }
    t.method("string Remove(int startIndex)") { this, a in
      let (start, count) = (a.int(0), this.utf16.count)
      try Ranges.nonNegative(start, "startIndex")
      guard start <= count else {
        throw NetException.outOfRange("startIndex must be less than length of string.", "startIndex")
      }
      return cut(this, 0, start)
    }
    t.method("string Remove(int startIndex, int count)") { this, a in
      let (start, removed, count) = (a.int(0), a.int(1), this.utf16.count)
      try Ranges.nonNegative(start, "startIndex")
      try Ranges.nonNegative(removed, "count")
      guard removed <= count - start else {
        throw NetException.outOfRange("Index and count must refer to a location within the string.", "count")
      }
      return cut(this, 0, start) + cut(this, start + removed, count - start - removed)
    }
  }

  private static func addReplacing(_ t: inout MemberList<String>) {
    t.method("string Replace(char oldChar, char newChar)") { this, a in
      let (old, new) = (a.char(0), a.char(1))
      return String(decoding: this.utf16.map { $0 == old ? new : $0 }, as: UTF16.self)
    }
    t.method("string Replace(string oldValue, string newValue)") { this, a in
      try replaced(this, a.string(0), a.string(1), .ordinal)
    }
    t.method("string Replace(string oldValue, string newValue, System.StringComparison comparisonType)") { this, a in
      try replaced(this, a.string(0), a.string(1), TextComparison(a, 2))
    }
    t.method("string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)") { this, a in
      try replaced(this, a.string(0), a.string(1), .culture(ignoreCase: a.bool(2)))
    }
    t.method("string ReplaceLineEndings()") { this, _ in lineEndings(this, "\n") }
    t.method("string ReplaceLineEndings(string replacementText)") { this, a in lineEndings(this, a.string(0)) }
  }

  static func replaced(_ text: String, _ old: String, _ new: String, _ comparison: TextComparison) throws -> String {
    if old.isEmpty { throw NetException.argument("The value cannot be an empty string.", "oldValue") }
    let places = TextSearch.all(old, in: text, comparison)
    if places.isEmpty { return text }
    let units = Array(text.utf16)
    let inserted = Array(new.utf16)
    var result: [UInt16] = []
    var done = 0
    for place in places where place.lowerBound >= done && !place.isEmpty {
      result += units[done..<place.lowerBound]
      result += inserted
      done = place.upperBound
    }
    result += units[done...]
    return String(decoding: result, as: UTF16.self)
  }

  private static func lineEndings(_ text: String, _ replacement: String) -> String {
    var result = ""
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if afterReturn, scalar == "\n" {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      switch scalar.value {
      case 0x0A, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: result += replacement
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func addPadding(_ t: inout MemberList<String>) {
    t.method("string PadLeft(int totalWidth)") { this, a in try padded(this, a.int(0), 0x20, atStart: true) }
    t.method("string PadLeft(int totalWidth, char paddingChar)") { this, a in
      try padded(this, a.int(0), a.char(1), atStart: true)
    }
    t.method("string PadRight(int totalWidth)") { this, a in try padded(this, a.int(0), 0x20, atStart: false) }
    t.method("string PadRight(int totalWidth, char paddingChar)") { this, a in
      try padded(this, a.int(0), a.char(1), atStart: false)
    }
  }

  private static func padded(_ text: String, _ width: Int, _ unit: UInt16, atStart: Bool) throws -> String {
    try Ranges.nonNegative(width, "totalWidth")
    let missing = width - text.utf16.count
    guard missing > 0 else { return text }
    let padding = String(decoding: repeatElement(unit, count: missing), as: UTF16.self)
    return atStart ? padding + text : text + padding
  }

  private static func addTrimming(_ t: inout MemberList<String>) {
    for (name, ends) in [("Trim", TextTrimming.Ends.both), ("TrimEnd", .end), ("TrimStart", .start)] {
      t.method("string \(name)()") { this, _ in TextTrimming.trimmed(this, ends) }
      t.method("string \(name)(Params char[] trimChars)") { this, a in TextTrimming.trimmed(this, a.units(0), ends) }
      t.method("string \(name)(char trimChar)") { this, a in TextTrimming.trimmed(this, [a.char(0)], ends) }
    }
  }

  private static func addCase(_ t: inout MemberList<String>) {
    t.method("string ToLower()") { this, _ in SimpleCase.lower(this) }
    t.method("string ToLower(cultureinfo culture)") { this, _ in SimpleCase.lower(this) }
    t.method("string ToLowerInvariant()") { this, _ in SimpleCase.lower(this) }
    t.method("string ToUpper()") { this, _ in SimpleCase.upper(this) }
    t.method("string ToUpper(cultureinfo culture)") { this, _ in SimpleCase.upper(this) }
    t.method("string ToUpperInvariant()") { this, _ in SimpleCase.upper(this) }
    t.method("bool IsNormalized()") { this, _ in Normalization.text(this, 1).isIdentical(to: this) }
    t.method("bool IsNormalized(System.Text.NormalizationForm normalizationForm)") { this, a in
      Normalization.text(this, a.int(0)).isIdentical(to: this)
    }
    t.method("string Normalize()") { this, _ in Normalization.text(this, 1) }
    t.method("string Normalize(System.Text.NormalizationForm normalizationForm)") { this, a in
      Normalization.text(this, a.int(0))
    }
  }
}

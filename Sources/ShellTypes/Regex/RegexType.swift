package import RegularExpressions
package import ShellObjects

extension RegexParseError: NetExceptionConvertible {
  package var netException: NetException {
    NetException("System.Text.RegularExpressions.RegexParseException", message)
  }
}

extension RegexError: NetExceptionConvertible {
  package var netException: NetException {
    switch self {
    case .timeout: NetException("System.Text.RegularExpressions.RegexMatchTimeoutException", message)
    case .unsupportedWithoutBacktracking: NetException.notSupported(message)
    }
  }
}

extension Regex: ValueRepresentable {
  package var value: Value { .object(Box<Regex>(self, PSType.named("System.Text.RegularExpressions.Regex"))) }
}

/// System.Text.RegularExpressions.Regex.
enum RegexType {
  static let declaration = TypeDeclaration(
    "System.Text.RegularExpressions.Regex", accelerators: ["regex"], of: Regex.self
  ) { t in
    addConstructors(&t)
    addProperties(&t)
    addMethods(&t)
    addStatics(&t)
    t.behavior.text = { $0.payload(Regex.self)?.pattern ?? "" }
    t.behavior.parse = { try Regex.cached($0).value }
  }

  /// The names of the arguments' types in signatures.
  private static let options = "System.Text.RegularExpressions.RegexOptions options"
  private static let evaluator = "System.Text.RegularExpressions.MatchEvaluator evaluator"
  private static let match = "System.Text.RegularExpressions.Match"
  private static let matches = "System.Text.RegularExpressions.MatchCollection"

  private static func checked(_ a: Arguments, _ index: Int) throws -> RegexOptions {
    let options = RegexOptions(rawValue: index < a.count ? a.int(index) : 0)
    guard options.isValidCombination else {
      throw NetException.outOfRange("Specified argument was out of the range of valid values.", "options")
    }
    return options
  }

  private static func addConstructors(_ t: inout MemberList<Regex>) {
    t.constructor("regex new(string pattern)") { a in try Regex.cached(a.string(0)) }
    t.constructor("regex new(string pattern, \(options))") { a in
      try Regex.cached(a.string(0), options: try checked(a, 1))
    }
    t.constructor("regex new(string pattern, \(options), timespan matchTimeout)") { a in
      try Regex(a.string(0), options: try checked(a, 1), timeoutNanoseconds: try timeout(a, 2))
    }
  }

  private static func timeout(_ a: Arguments, _ index: Int) throws -> Int64? {
    let ticks = a.timeSpan(index).ticks
    if ticks == -Ticks.perMillisecond { return nil }
    guard ticks > 0 else {
      throw NetException.outOfRange("Specified argument was out of the range of valid values.", "matchTimeout")
    }
    return ticks.multipliedReportingOverflow(by: 100).partialValue
  }

  private static func addProperties(_ t: inout MemberList<Regex>) {
    t.staticProperty("static timespan InfiniteMatchTimeout {get;}") { TimeSpanValue(ticks: -Ticks.perMillisecond) }
    t.staticProperty("static int CacheSize {get;set;}") {
      15
    } set: { _ in
    }
    t.property("timespan MatchTimeout {get;}") {
      TimeSpanValue(ticks: $0.timeout.map { $0 / 100 } ?? -Ticks.perMillisecond)
    }
    t.property("\(options.split(separator: " ")[0]) Options {get;}") {
      EnumObject(Int64($0.options.rawValue), PSType.named("System.Text.RegularExpressions.RegexOptions"))
    }
    t.property("bool RightToLeft {get;}") { $0.isRightToLeft }
    t.method("string[] GetGroupNames()") { this, _ in Value(strings: this.groupNames) }
    t.method("int[] GetGroupNumbers()") { this, _ in
      PSArray(this.groupNumbers.map { .int32(Int32(truncatingIfNeeded: $0)) }, elementType: .int32)
    }
    t.method("string GroupNameFromNumber(int i)") { this, a in
      this.groupNumbers.contains(a.int(0)) ? this.groupName(ofNumber: a.int(0)) : ""
    }
    t.method("int GroupNumberFromName(string name)") { this, a in this.groupNumber(named: a.string(0)) ?? -1 }
    t.method("string ToString()") { this, _ in this.pattern }
  }

  /// The start of a search as the engine counts it: in UTF-8.
  private static func start(_ a: Arguments, _ index: Int) throws -> Int? {
    guard index < a.count else { return nil }
    guard let place = Regex.utf8Offset(ofUTF16: a.int(index), in: a.string(0)) else {
      throw NetException.outOfRange("Start index cannot be less than 0 or greater than input length.", "startat")
    }
    return place
  }

  private static func addMethods(_ t: inout MemberList<Regex>) {
    t.method("int Count(string input)") { this, a in
      var sequence = this.matches(in: a.string(0))
      return try sequence.collect().count
    }
    for more in ["", ", int startat"] {
      t.method("bool IsMatch(string input\(more))") { this, a in try this.isMatch(a.string(0), from: try start(a, 1)) }
      t.method("\(match) Match(string input\(more))") { this, a in
        MatchObject.value(try this.firstMatch(in: a.string(0), from: try start(a, 1)))
      }
      t.method("\(matches) Matches(string input\(more))") { this, a in
        var sequence = this.matches(in: a.string(0), from: try start(a, 1))
        return MatchList(try sequence.collect())
      }
    }
    t.method("\(match) Match(string input, int beginning, int length)") { this, a in
      guard let part = UTF16Text.substring(a.string(0), max(0, a.int(1))..<max(0, a.int(1)) + max(0, a.int(2))) else {
        throw NetException.outOfRange("Start index cannot be less than 0 or greater than input length.", "beginning")
      }
      return MatchObject.value(try this.firstMatch(in: part))
    }
    for (more, index) in [("", 2), (", int count", 3), (", int count, int startat", 4)] {
      t.method("string Replace(string input, string replacement\(more))") { this, a in
        try this.replace(
          a.string(0), with: a.string(1), count: try count(a, index > 2), from: try start(a, index > 3 ? 3 : 99))
      }
      t.method("string Replace(string input, \(evaluator)\(more))") { this, a in
        let call = try a.delegate(1, "evaluator")
        return try this.replace(a.string(0), count: try count(a, index > 2), from: try start(a, index > 3 ? 3 : 99)) {
          try call.call(MatchObject.value($0)).text()
        }
      }
    }
    for (more, index) in [("", 1), (", int count", 2), (", int count, int startat", 3)] {
      t.method("string[] Split(string input\(more))") { this, a in
        if index > 1, a.int(1) < 0 { throw NetException.outOfRange("Count cannot be less than -1.", "count") }
        return Value(
          strings: try this.split(a.string(0), count: index > 1 ? a.int(1) : 0, from: try start(a, index > 2 ? 2 : 99)))
      }
    }
  }

  private static func count(_ a: Arguments, _ isGiven: Bool) throws -> Int {
    guard isGiven else { return -1 }
    guard a.int(2) >= -1 else { throw NetException.outOfRange("Count cannot be less than -1.", "count") }
    return a.int(2)
  }

  private static func regex(_ a: Arguments, options index: Int) throws -> Regex {
    let options = try checked(a, index)
    return index + 1 < a.count
      ? try Regex(a.string(1), options: options, timeoutNanoseconds: try timeout(a, index + 1))
      : try Regex.cached(a.string(1), options: options)
  }

  private static func addStatics(_ t: inout MemberList<Regex>) {
    t.staticMethod("static string Escape(string str)") { a in Regex.escape(a.string(0)) }
    t.staticMethod("static string Unescape(string str)") { a in try Regex.unescape(a.string(0)) }
    for more in ["", ", \(options)", ", \(options), timespan matchTimeout"] {
      t.staticMethod("static int Count(string input, string pattern\(more))") { a in
        var sequence = try regex(a, options: 2).matches(in: a.string(0))
        return try sequence.collect().count
      }
      t.staticMethod("static bool IsMatch(string input, string pattern\(more))") { a in
        try regex(a, options: 2).isMatch(a.string(0))
      }
      t.staticMethod("static \(match) Match(string input, string pattern\(more))") { a in
        MatchObject.value(try regex(a, options: 2).firstMatch(in: a.string(0)))
      }
      t.staticMethod("static \(matches) Matches(string input, string pattern\(more))") { a in
        var sequence = try regex(a, options: 2).matches(in: a.string(0))
        return MatchList(try sequence.collect())
      }
      t.staticMethod("static string[] Split(string input, string pattern\(more))") { a in
        Value(strings: try regex(a, options: 2).split(a.string(0)))
      }
      t.staticMethod("static string Replace(string input, string pattern, string replacement\(more))") { a in
        try regex(a, options: 3).replace(a.string(0), with: a.string(2))
      }
      t.staticMethod("static string Replace(string input, string pattern, \(evaluator)\(more))") { a in
        let call = try a.delegate(2, "evaluator")
        return try regex(a, options: 3).replace(a.string(0)) { try call.call(MatchObject.value($0)).text() }
      }
    }
  }
}

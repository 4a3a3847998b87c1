/// Why an operation on dates or times has no result; `message` is .NET's text.
package struct TimeFailure: Error, Sendable, Hashable {
  /// Which exception .NET throws.
  package enum Kind: Sendable { case format, argument, argumentOutOfRange, indexOutOfRange, overflow }

  package let kind: Kind
  package let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// A value outside the range of the parameter that .NET names.
  static func outOfRange(_ message: String, parameter: String? = nil) -> TimeFailure {
    TimeFailure(.argumentOutOfRange, parameter.map { "\(message) (Parameter '\($0)')" } ?? message)
  }

  static let badFormat = TimeFailure(.format, "Input string was not in a correct format.")
  static let spanTooLong = TimeFailure(.overflow, "TimeSpan overflowed because the duration is too long.")
  static let unrepresentable = outOfRange(
    "The added or subtracted value results in an un-representable DateTime.", parameter: "value")

  /// A text that is no value of `type`, such as `DateTime`.
  static func notRecognized(_ text: String, _ type: String) -> TimeFailure {
    TimeFailure(.format, "String '\(text)' was not recognized as a valid \(type).")
  }
}

/// Lengths of time in ticks of 100 nanoseconds.
package enum Ticks {
  package static let perMicrosecond: Int64 = 10
  package static let perMillisecond: Int64 = 10_000
  package static let perSecond: Int64 = 10_000_000
  package static let perMinute: Int64 = 600_000_000
  package static let perHour: Int64 = 36_000_000_000
  package static let perDay: Int64 = 864_000_000_000
  /// From the year 1 to 1970.
  package static let unixEpoch: Int64 = 621_355_968_000_000_000
  /// From the year 1 to 1601, where Windows file times begin.
  package static let fileTimeEpoch: Int64 = 504_911_232_000_000_000
}

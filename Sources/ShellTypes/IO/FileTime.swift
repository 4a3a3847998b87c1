import Glibc
import ShellObjects

/// Times of files as .NET dates.
enum FileTime {
  private static let second: Int64 = 10_000_000
  /// What .NET gives for a file that is not there: the beginning of 1601.
  private static let missing: Int64 = 504_911_232_000_000_000

  /// The date of a moment.
  static func value(_ time: timespec?, isUniversal: Bool) -> Value {
    var ticks = missing
    if let time {
      ticks = DateTimeValue.unixEpoch.ticks &+ Int64(time.tv_sec) &* second &+ Int64(time.tv_nsec) / 100
    }
    guard let moment = try? DateTimeValue(ticks: ticks, kind: .utc) else { return .null }
    return (isUniversal ? moment : moment.local).value
  }

  /// The moment of a date, which is universal where `isUniversal` and the date does not say.
  static func moment(_ date: Value, isUniversal: Bool) throws -> timespec {
    guard var date = try date.converted(to: DateTimeType.type).payload(DateTimeValue.self) else {
      throw NetException.argument("A date is needed.", "value")
    }
    if date.kind == .unspecified { date = date.with(kind: isUniversal ? .utc : .local) }
    let ticks = date.universal.ticks &- DateTimeValue.unixEpoch.ticks
    let (quotient, remainder) = ticks.quotientAndRemainder(dividingBy: second)
    return remainder < 0
      ? timespec(tv_sec: Int(quotient - 1), tv_nsec: Int((remainder + second) * 100))
      : timespec(tv_sec: Int(quotient), tv_nsec: Int(remainder * 100))
  }
}

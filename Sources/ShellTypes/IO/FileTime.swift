import Glibc
import ShellObjects

/// Times of files as .NET dates, through the declared System.DateTime.
enum FileTime {
  /// Ticks of 100 ns from year 1 to 1970.
  private static let epoch: Int64 = 621_355_968_000_000_000
  private static let second: Int64 = 10_000_000
  private static let type = PSType.named("System.DateTime")
  private static let kindType = PSType.named("System.DateTimeKind")
  private static let ticks = Symbol("Ticks")
  private static let kind = Symbol("Kind")

  /// The date of a moment; .NET's 1601-01-01 where there is none.
  static func value(_ time: timespec?, isUniversal: Bool) -> Value {
    var ticks: Int64 = 504_911_232_000_000_000
    if let time { ticks = epoch &+ Int64(time.tv_sec) &* second &+ Int64(time.tv_nsec) / 100 }
    if !isUniversal { ticks = ticks &+ offset(Int64(time?.tv_sec ?? -11_644_473_600)) &* second }
    let kind = Value.object(EnumObject(isUniversal ? 1 : 2, kindType))
    return (try? type.construct([.int64(ticks), kind])) ?? .null
  }

  /// The moment of a date; of universal time where `isUniversal` and the date does not say.
  static func moment(_ date: Value, isUniversal: Bool) throws -> timespec {
    let date = try date.converted(to: type)
    guard case .int64(let ticks) = try date.property(ticks).base else { throw NetException.argument("Not a date.") }
    let kind = try date.property(kind).object(as: EnumObject.self)?.number ?? 0
    var seconds = (ticks &- epoch).quotientAndRemainder(dividingBy: second)
    if seconds.remainder < 0 { seconds = (seconds.quotient - 1, seconds.remainder + second) }
    var moment = seconds.quotient
    if kind == 2 || (kind == 0 && !isUniversal) { moment = moment &- offset(moment) }
    return timespec(tv_sec: Int(moment), tv_nsec: Int(seconds.remainder * 100))
  }

  /// Seconds east of Greenwich at a moment.
  private static func offset(_ moment: Int64) -> Int64 {
    var time = time_t(moment)
    var parts = tm()
    return localtime_r(&time, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
  }
}

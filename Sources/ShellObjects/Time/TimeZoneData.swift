import Glibc

/// The offsets of one time zone, read from the system's zone files.
///
/// **Source:** RFC 9636 (TZif), and tzdata under `/usr/share/zoneinfo`.
package struct TimeZoneData: Sendable {
  /// What the clocks of a zone show from one moment on.
  package struct Period: Sendable, Hashable {
    /// In seconds east of universal time.
    package let offset: Int
    package let isDaylight: Bool
    package let abbreviation: String
  }

  /// The zone's name, such as `Europe/Berlin`; `Local` where the system does not tell it.
  package let identifier: String
  /// When each period begins, in seconds since 1970, ascending.
  private let transitions: [Int64]
  /// One more than transitions: the first holds before all of them.
  private let periods: [Period]
  /// What holds after the last transition; nil where the last period stays.
  private let rule: TimeZoneRule?

  package static let utc = TimeZoneData(
    identifier: "UTC", transitions: [], periods: [Period(offset: 0, isDaylight: false, abbreviation: "UTC")], rule: nil)

  /// The zone of this process, from `TZ` or `/etc/localtime`, read once; UTC where neither can be read.
  package static let local = readLocal()

  /// Reads the zone that the system knows as `name`; nil where there is none.
  package static func named(_ name: String) -> TimeZoneData? {
    if name == "UTC" { return utc }
    guard !name.isEmpty, name.utf8.first != UInt8(ascii: "/"), !name.split(separator: "/").contains("..") else {
      return nil
    }
    return read("/usr/share/zoneinfo/" + name, as: name)
  }

  private static func readLocal() -> TimeZoneData {
    if let value = getenv("TZ") {
      var name = String(cString: value)
      if name.utf8.first == UInt8(ascii: ":") { name.removeFirst() }
      if name.utf8.first == UInt8(ascii: "/") { return read(name, as: "Local") ?? .utc }
      return named(name) ?? TimeZoneRule(name).map { TimeZoneData(rule: $0, name: name) } ?? .utc
    }
    var name = "Local"
    if let path = realpath("/etc/localtime", nil) {
      let parts = String(cString: path).split(separator: "/")
      free(path)
      if let folder = parts.lastIndex(of: "zoneinfo") { name = parts[(folder + 1)...].joined(separator: "/") }
    }
    return read("/etc/localtime", as: name) ?? .utc
  }

  private init(identifier: String, transitions: [Int64], periods: [Period], rule: TimeZoneRule?) {
    self.identifier = identifier
    self.transitions = transitions
    self.periods = periods
    self.rule = rule
  }

  private init(rule: TimeZoneRule, name: String) {
    self.init(identifier: name, transitions: [], periods: [rule.standard], rule: rule)
  }

  private static func read(_ path: String, as name: String) -> TimeZoneData? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
    return ZoneFile(bytes)?.zone(name)
  }

  /// What the clocks show at a moment in seconds since 1970.
  package func period(atUnixSeconds seconds: Int64) -> Period {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    if low == transitions.count, let rule { return rule.period(atUnixSeconds: seconds) }
    return low < periods.count ? periods[low] : Self.utc.periods[0]
  }

  /// The offsets that a clock time can mean: one, two where clocks were set back, none where they were set forward.
  package func candidates(ofLocalSeconds seconds: Int64) -> [Period] {
    var found: [Period] = []
    for guess in [seconds - 86_400, seconds, seconds + 86_400] {
      let period = period(atUnixSeconds: guess)
      let isTrue = self.period(atUnixSeconds: seconds - Int64(period.offset)).offset == period.offset
      if isTrue, !found.contains(where: { $0.offset == period.offset }) { found.append(period) }
    }
    return found
  }

  /// The offset of a clock time; standard time where it is ambiguous, or was skipped.
  package func offset(ofLocal moment: DateTimeValue) -> TimeSpanValue {
    let seconds = moment.unixSeconds
    let candidates = candidates(ofLocalSeconds: seconds)
    let chosen =
      candidates.count == 1
      ? candidates.first : (candidates.isEmpty ? around(seconds) : candidates).first { !$0.isDaylight }
    let offset = chosen ?? candidates.first ?? period(atUnixSeconds: seconds)
    return TimeSpanValue(ticks: Int64(offset.offset) * Ticks.perSecond)
  }

  private func around(_ seconds: Int64) -> [Period] {
    [period(atUnixSeconds: seconds - 86_400), period(atUnixSeconds: seconds + 86_400)]
  }

  /// The offset at a universal time.
  package func offset(ofUniversal moment: DateTimeValue) -> TimeSpanValue {
    TimeSpanValue(ticks: Int64(period(atUnixSeconds: moment.unixSeconds).offset) * Ticks.perSecond)
  }

  /// The offset of standard time today and from now on.
  package var baseOffset: TimeSpanValue {
    let standard = rule?.standard ?? periods.last { !$0.isDaylight } ?? Self.utc.periods[0]
    return TimeSpanValue(ticks: Int64(standard.offset) * Ticks.perSecond)
  }

  /// Whether any clock of the zone was or will be set to daylight time.
  package var supportsDaylightSavingTime: Bool { rule?.daylight != nil || periods.contains(where: \.isDaylight) }

  /// What a zone file says, for the reader of such files.
  init(identifier: String, file transitions: [Int64], _ periods: [Period], _ rule: TimeZoneRule?) {
    self.init(identifier: identifier, transitions: transitions, periods: periods, rule: rule)
  }
}

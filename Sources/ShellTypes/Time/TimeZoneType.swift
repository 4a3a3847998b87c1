import ShellObjects

/// A System.TimeZoneInfo.
struct TimeZone: ValueRepresentable, Sendable {
  let data: TimeZoneData

  var value: Value { .object(Box(self, PSType.named("System.TimeZoneInfo"))) }

  static func find(_ name: String) throws -> TimeZone {
    if name.equalsName("UTC") { return TimeZone(data: .utc) }
    guard let data = TimeZoneData.named(WindowsZones.names[name.lowercased()] ?? name) else {
      throw NetException(
        "System.TimeZoneNotFoundException", "The time zone ID '\(name)' was not found on the local computer.")
    }
    return TimeZone(data: data)
  }

  var offsetText: String {
    let minutes = data.baseOffset.ticks / Ticks.perMinute
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "(UTC"
      + (minutes == 0 ? "" : (minutes < 0 ? "-" : "+") + two(abs(minutes) / 60) + ":" + two(abs(minutes) % 60)) + ")"
  }

  var standardName: String { data.identifier == "UTC" ? "Coordinated Universal Time" : data.identifier }
  var displayName: String { "\(offsetText) \(standardName)" }
}

/// System.TimeZoneInfo.
enum TimeZoneType {
  static let declaration = TypeDeclaration("System.TimeZoneInfo", of: TimeZone.self) { t in
    addProperties(&t)
    addQuestions(&t)
    addStatics(&t)
    addConversions(&t)
    t.behavior.text = { $0.payload(TimeZone.self)?.displayName ?? "" }
    t.behavior.equals = { $0.payload(TimeZone.self)?.data.identifier == $1.payload(TimeZone.self)?.data.identifier }
  }

  private static func addProperties(_ t: inout MemberList<TimeZone>) {
    t.property("string Id {get;}") { $0.data.identifier }
    t.property("bool HasIanaId {get;}") { _ in true }
    t.property("string DisplayName {get;}") { $0.displayName }
    t.property("string StandardName {get;}") { $0.standardName }
    t.property("string DaylightName {get;}") { $0.standardName }
    t.property("timespan BaseUtcOffset {get;}") { $0.data.baseOffset }
    t.property("bool SupportsDaylightSavingTime {get;}") { $0.data.supportsDaylightSavingTime }
    t.method("string ToString()") { this, _ in this.displayName }
    t.method("bool Equals(System.TimeZoneInfo other)") { this, a in
      a.payload(0, TimeZone.self)?.data.identifier == this.data.identifier
    }
    t.method("bool HasSameRules(System.TimeZoneInfo other)") { this, a in
      a.payload(0, TimeZone.self)?.data.identifier == this.data.identifier
    }
  }

  private static func zone(_ a: Arguments, _ index: Int, _ name: String) throws -> TimeZoneData {
    guard let zone = a.payload(index, TimeZone.self) else { throw NetException.argumentNull(name) }
    return zone.data
  }

  /// The moment on the zone's clock: universal and local times are converted first.
  private static func clock(_ moment: DateTimeValue, _ zone: TimeZoneData) -> DateTimeValue {
    moment.kind == .unspecified ? moment : zone.clock(ofUniversal: moment.universal)
  }

  private static func addQuestions(_ t: inout MemberList<TimeZone>) {
    t.method("timespan GetUtcOffset(datetime dateTime)") { this, a in
      let moment = a.moment(0)
      return moment.kind == .unspecified
        ? this.data.offset(ofLocal: moment) : this.data.offset(ofUniversal: moment.universal)
    }
    t.method("timespan GetUtcOffset(System.DateTimeOffset dateTimeOffset)") { this, a in
      this.data.offset(ofUniversal: a.payload(0, DateTimeOffsetValue.self)?.utcDateTime ?? .minimum)
    }
    t.method("bool IsAmbiguousTime(datetime dateTime)") { this, a in
      this.data.isAmbiguous(clock(a.moment(0), this.data))
    }
    t.method("bool IsInvalidTime(datetime dateTime)") { this, a in
      a.moment(0).kind == .unspecified && this.data.isInvalid(a.moment(0))
    }
    t.method("bool IsDaylightSavingTime(datetime dateTime)") { this, a in
      this.data.isDaylight(atClock: clock(a.moment(0), this.data))
    }
    t.method("bool IsDaylightSavingTime(System.DateTimeOffset dateTimeOffset)") { this, a in
      let moment = a.payload(0, DateTimeOffsetValue.self)?.utcDateTime ?? .minimum
      return this.data.isDaylight(atClock: this.data.clock(ofUniversal: moment))
    }
  }

  private static func addStatics(_ t: inout MemberList<TimeZone>) {
    t.staticProperty("static System.TimeZoneInfo Local {get;}") { TimeZone(data: .local) }
    t.staticProperty("static System.TimeZoneInfo Utc {get;}") { TimeZone(data: .utc) }
    t.staticMethod("static System.TimeZoneInfo FindSystemTimeZoneById(string id)") { a in try TimeZone.find(a.string(0))
    }
    t.staticMethod("static bool TryFindSystemTimeZoneById(string id, [ref] System.TimeZoneInfo timeZoneInfo)") { a in
      let found = try? TimeZone.find(a.string(0))
      try a.setReference(1, found?.value ?? .null)
      return found != nil
    }
    t.staticMethod("static void ClearCachedData()") { _ in Value.void }
    t.staticMethod("static bool TryConvertWindowsIdToIanaId(string windowsId, [ref] string ianaId)") { a in
      let name = WindowsZones.names[a.string(0).lowercased()]
      try a.setReference(1, name.map { .string($0) } ?? .null)
      return name != nil
    }
    t.staticMethod("static System.Collections.ObjectModel.ReadOnlyCollection[System.TimeZoneInfo] GetSystemTimeZones()")
    { _ in
      let zones = WindowsZones.names.values.sorted().compactMap { try? TimeZone.find($0).value }
      return Value.object(PSArray(zones, elementType: PSType.named("System.TimeZoneInfo")))
    }
  }

  private static func converted(_ moment: DateTimeValue, to zone: TimeZoneData) -> DateTimeValue {
    let universal = moment.universal
    return zone.identifier == "UTC" ? universal : zone.clock(ofUniversal: universal)
  }

  private static func universal(_ moment: DateTimeValue, in zone: TimeZoneData) throws -> DateTimeValue {
    if moment.kind == .utc { return moment }
    guard let universal = zone.universal(ofClock: moment) else {
      throw NetException.argument(
        "The supplied DateTime represents an invalid time. For example, when the clock is adjusted forward, any time in the period that is skipped is invalid.",
        "dateTime")
    }
    return universal
  }

  private static func addConversions(_ t: inout MemberList<TimeZone>) {
    t.staticMethod("static datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)") { a in
      converted(a.moment(0), to: try zone(a, 1, "destinationTimeZone"))
    }
    t.staticMethod(
      "static datetime ConvertTime(datetime dateTime, System.TimeZoneInfo sourceTimeZone, System.TimeZoneInfo destinationTimeZone)"
    ) { a in
      converted(
        try universal(a.moment(0), in: try zone(a, 1, "sourceTimeZone")), to: try zone(a, 2, "destinationTimeZone"))
    }
    t.staticMethod(
      "static System.DateTimeOffset ConvertTime(System.DateTimeOffset dateTimeOffset, System.TimeZoneInfo destinationTimeZone)"
    ) { a in
      let data = try zone(a, 1, "destinationTimeZone")
      let given = a.payload(0, DateTimeOffsetValue.self) ?? DateTimeOffsetValue(utc: .minimum)
      return try given.converted(to: data.offset(ofUniversal: given.utcDateTime))
    }
    t.staticMethod("static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)") {
      a in
      converted(a.moment(0), to: try TimeZone.find(a.string(1)).data)
    }
    t.staticMethod(
      "static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)"
    ) { a in
      converted(
        try universal(a.moment(0), in: try TimeZone.find(a.string(1)).data), to: try TimeZone.find(a.string(2)).data)
    }
    t.staticMethod("static datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)") {
      a in
      converted(a.moment(0).with(kind: .utc), to: try zone(a, 1, "destinationTimeZone"))
    }
    t.staticMethod("static datetime ConvertTimeToUtc(datetime dateTime)") { a in a.moment(0).universal }
    t.staticMethod("static datetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)") { a in
      try universal(a.moment(0), in: try zone(a, 1, "sourceTimeZone"))
    }
  }
}

/// Windows' names of the time zones that administrators use most.
///
/// **Source:** Unicode CLDR, windowsZones.xml, territory 001.
enum WindowsZones {
  static let names: [String: String] = [
    "utc": "UTC", "gmt standard time": "Europe/London", "greenwich standard time": "Atlantic/Reykjavik",
    "w. europe standard time": "Europe/Berlin", "central europe standard time": "Europe/Budapest",
    "romance standard time": "Europe/Paris", "central european standard time": "Europe/Warsaw",
    "e. europe standard time": "Europe/Chisinau", "fle standard time": "Europe/Kiev",
    "gtb standard time": "Europe/Bucharest",
    "russian standard time": "Europe/Moscow", "turkey standard time": "Europe/Istanbul",
    "eastern standard time": "America/New_York", "central standard time": "America/Chicago",
    "mountain standard time": "America/Denver", "us mountain standard time": "America/Phoenix",
    "pacific standard time": "America/Los_Angeles", "alaskan standard time": "America/Anchorage",
    "hawaiian standard time": "Pacific/Honolulu", "atlantic standard time": "America/Halifax",
    "newfoundland standard time": "America/St_Johns", "e. south america standard time": "America/Sao_Paulo",
    "argentina standard time": "America/Buenos_Aires", "india standard time": "Asia/Calcutta",
    "china standard time": "Asia/Shanghai", "tokyo standard time": "Asia/Tokyo", "korea standard time": "Asia/Seoul",
    "singapore standard time": "Asia/Singapore", "taipei standard time": "Asia/Taipei",
    "arab standard time": "Asia/Riyadh",
    "arabian standard time": "Asia/Dubai", "israel standard time": "Asia/Jerusalem",
    "iran standard time": "Asia/Tehran",
    "pakistan standard time": "Asia/Karachi", "se asia standard time": "Asia/Bangkok",
    "aus eastern standard time": "Australia/Sydney", "e. australia standard time": "Australia/Brisbane",
    "cen. australia standard time": "Australia/Adelaide", "w. australia standard time": "Australia/Perth",
    "new zealand standard time": "Pacific/Auckland", "south africa standard time": "Africa/Johannesburg",
    "egypt standard time": "Africa/Cairo",
  ]
}

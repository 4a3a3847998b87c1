/// What `[TimeZoneInfo]` asks of a zone.
extension TimeZoneData {
  /// Whether a clock time came twice because clocks were set back.
  package func isAmbiguous(_ clock: DateTimeValue) -> Bool { candidates(ofLocalSeconds: clock.unixSeconds).count > 1 }

  /// Whether a clock time never came because clocks were set forward.
  package func isInvalid(_ clock: DateTimeValue) -> Bool { candidates(ofLocalSeconds: clock.unixSeconds).isEmpty }

  /// Whether daylight time holds at a clock time; an ambiguous one is standard.
  package func isDaylight(atClock clock: DateTimeValue) -> Bool {
    let found = candidates(ofLocalSeconds: clock.unixSeconds)
    return found.count == 1 && found[0].isDaylight
  }

  /// The universal moment of a clock time of this zone; nil for one that was skipped.
  package func universal(ofClock clock: DateTimeValue) -> DateTimeValue? {
    guard !isInvalid(clock) else { return nil }
    return DateTimeValue(unchecked: clock.ticks - offset(ofLocal: clock).ticks, .utc)
  }

  /// What the clocks of this zone show at a universal moment.
  package func clock(ofUniversal moment: DateTimeValue) -> DateTimeValue {
    DateTimeValue(unchecked: moment.ticks + offset(ofUniversal: moment).ticks, .unspecified)
  }
}

import Glibc

extension DateTimeValue {
  /// This moment in universal time; one of unspecified kind is taken as local.
  package var universal: DateTimeValue {
    guard kind != .utc else { return self }
    return DateTimeValue(unchecked: ticks - TimeZoneData.local.offset(ofLocal: self).ticks, .utc)
  }

  /// This moment in local time; one of unspecified kind is taken as universal.
  package var local: DateTimeValue {
    guard kind != .local else { return self }
    return DateTimeValue(unchecked: ticks + TimeZoneData.local.offset(ofUniversal: self).ticks, .local)
  }

  /// The present moment in universal time.
  package static var utcNow: DateTimeValue {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let ticks = Int64(time.tv_sec) &* Ticks.perSecond &+ Int64(time.tv_nsec) / 100
    return DateTimeValue(unchecked: ticks &+ Ticks.unixEpoch, .utc)
  }

  /// The present moment in local time.
  package static var now: DateTimeValue { utcNow.local }
}

extension DateTimeOffsetValue {
  /// Creates a moment with the offset that the kind of `moment` stands for; unspecified is local.
  package init(_ moment: DateTimeValue) {
    let offset = moment.kind == .utc ? TimeSpanValue.zero : TimeZoneData.local.offset(ofLocal: moment)
    // An offset of local clocks beside the ends of the calendar is the one thing that can fail.
    self = (try? DateTimeOffsetValue(moment, offset: offset)) ?? DateTimeOffsetValue(utc: moment)
  }

  package static var now: DateTimeOffsetValue { DateTimeOffsetValue(DateTimeValue.now) }
  package static var utcNow: DateTimeOffsetValue { DateTimeOffsetValue(utc: DateTimeValue.utcNow) }

  /// This moment on the local clock.
  package var localDateTime: DateTimeValue { utcDateTime.local }
}

/// The numbers that other systems keep moments in.
extension DateTimeValue {
  /// Creates the universal moment of a Windows file time: ticks since 1601.
  package init(fileTime: Int64) throws(TimeFailure) {
    guard fileTime >= 0, fileTime <= Self.maximumTicks - Ticks.fileTimeEpoch else {
      throw .outOfRange("Not a valid Win32 FileTime.", parameter: "fileTime")
    }
    self.init(unchecked: fileTime + Ticks.fileTimeEpoch, .utc)
  }

  /// Ticks since 1601 in universal time; a moment of unspecified kind is taken as local.
  package func fileTime() throws(TimeFailure) -> Int64 {
    let ticks = universal.ticks - Ticks.fileTimeEpoch
    guard ticks >= 0 else { throw .outOfRange("Not a valid Win32 FileTime.") }
    return ticks
  }

  /// Creates a moment from the days since 30 December 1899 that OLE counts, to the millisecond.
  ///
  /// Before that day the fraction still counts forward: -1.25 is 29 December, six o'clock.
  package init(oleDate: Double) throws(TimeFailure) {
    guard oleDate > -657_435, oleDate < 2_958_466 else { throw TimeFailure(.argument, "Not a legal OleAut date.") }
    var milliseconds = Int64(oleDate * 86_400_000 + (oleDate >= 0 ? 0.5 : -0.5))
    if milliseconds < 0 { milliseconds -= milliseconds % 86_400_000 * 2 }
    let ticks = (milliseconds + Self.oleEpochMilliseconds) * Ticks.perMillisecond
    guard ticks >= 0, ticks <= Self.maximumTicks else {
      throw TimeFailure(.argument, "OleAut date did not convert to a DateTime correctly.")
    }
    self.init(unchecked: ticks, .unspecified)
  }

  /// Days since 30 December 1899, as OLE counts them; 0 for the first moment of the calendar.
  package func oleDate() throws(TimeFailure) -> Double {
    if ticks == 0 { return 0 }
    // A day alone is a time on OLE's first day.
    let shifted = ticks < Ticks.perDay ? ticks + Self.oleEpochMilliseconds * Ticks.perMillisecond : ticks
    guard shifted >= Self.oleMinimumTicks else { throw TimeFailure(.overflow, "Not a legal OleAut date.") }
    var milliseconds = shifted / Ticks.perMillisecond - Self.oleEpochMilliseconds
    if milliseconds < 0 {
      let fraction = milliseconds % 86_400_000
      if fraction != 0 { milliseconds -= (86_400_000 + fraction) * 2 }
    }
    return Double(milliseconds) / 86_400_000
  }

  private static let oleEpochMilliseconds: Int64 = 59_926_435_200_000
  /// 1 January 100.
  private static let oleMinimumTicks: Int64 = 31_241_376_000_000_000

  /// The number that `ToBinary()` gives: ticks below the kind; a local moment is kept in universal time.
  package var binary: Int64 {
    if kind != .local { return ticks | Int64(kind.rawValue) << 62 }
    let universal = ticks - TimeZoneData.local.offset(ofLocal: self).ticks
    return Int64(bitPattern: UInt64(bitPattern: universal) & 0x3FFF_FFFF_FFFF_FFFF | 1 << 63)
  }

  /// Creates the moment that `ToBinary()` made a number of.
  package init(binary: Int64) throws(TimeFailure) {
    let bits = UInt64(bitPattern: binary)
    let ticks = Int64(bits & 0x3FFF_FFFF_FFFF_FFFF)
    guard ticks <= Self.maximumTicks else {
      throw TimeFailure(
        .argument,
        "The binary data must result in a DateTime with ticks between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks."
          + " (Parameter 'dateData')")
    }
    if bits >> 63 == 1 {
      self = DateTimeValue(unchecked: ticks, .utc).local
    } else {
      self.init(unchecked: ticks, bits >> 62 == 1 ? .utc : .unspecified)
    }
  }
}

internal import Glibc

/// A point in time after which a search gives up.
final class Deadline {
  private let end: Int64
  private var lastLook: Int64

  /// `nanoseconds` from now; nil stands for the longest that any search may take.
  init(nanoseconds: Int64?) {
    let now = Self.now()
    lastLook = now
    end = now.addingReportingOverflow(nanoseconds ?? Self.longest).partialValue
  }

  /// Why there is one at all, where .NET has none: a shell that hangs loses work.
  private static let longest: Int64 = 20_000_000_000

  /// Nanoseconds since this was last asked, or since the beginning.
  func elapsedSinceLook() -> Int64 {
    let now = Self.now()
    defer { lastLook = now }
    return now &- lastLook
  }

  /// As of the last look.
  var hasPassed: Bool {
    lastLook >= end
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

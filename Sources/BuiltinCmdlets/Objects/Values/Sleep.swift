import CmdletKit
import Glibc

/// Waiting that Ctrl-C ends.
enum Sleep {
  /// The monotonic clock, in nanoseconds.
  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  static func wait(nanoseconds: Double, _ context: any CmdletContext) throws {
    guard nanoseconds > 0 else { return }
    let (end, overflow) = now.addingReportingOverflow(UInt64(min(nanoseconds, 9e18)))
    while true {
      let current = now
      if !overflow, current >= end { return }
      // Why slices: the signal of Ctrl-C may reach another thread, so the flag is looked at ten times a second.
      let slice = overflow ? 100_000_000 : min(end - current, 100_000_000)
      var pause = timespec(tv_sec: 0, tv_nsec: Int(slice))
      nanosleep(&pause, nil)
      try context.checkCancellation()
    }
  }
}

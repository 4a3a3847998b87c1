import Glibc
import ShellObjects

/// The state behind a System.Diagnostics.Stopwatch; counts nanoseconds of the monotonic clock.
private final class Stopwatch {
  private var gathered: Int64 = 0
  private var started: Int64?

  var isRunning: Bool { started != nil }
  var nanoseconds: Int64 { gathered + (started.map { Self.now - $0 } ?? 0) }

  static var now: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)
  }

  func start() { if started == nil { started = Self.now } }

  func stop() {
    gathered = nanoseconds
    started = nil
  }

  func reset() {
    gathered = 0
    started = nil
  }
}

/// System.Diagnostics.Stopwatch.
enum StopwatchType {
  private static let name = "System.Diagnostics.Stopwatch"

  static let declaration = TypeDeclaration("System.Diagnostics.Stopwatch", of: Stopwatch.self) { t in
    t.constructor("\(name) new()") { _ in make(isStarted: false) }
    t.staticMethod("static \(name) StartNew()") { _ in make(isStarted: true) }
    t.staticMethod("static long GetTimestamp()") { _ in Stopwatch.now }
    t.staticMethod("static timespan GetElapsedTime(long startingTimestamp)") { a in
      TimeSpanValue(ticks: (Stopwatch.now &- a.int64(0)) / 100)
    }
    t.staticMethod("static timespan GetElapsedTime(long startingTimestamp, long endingTimestamp)") { a in
      TimeSpanValue(ticks: (a.int64(1) &- a.int64(0)) / 100)
    }
    t.staticProperty("static long Frequency {get;}") { Int64(1_000_000_000) }
    t.staticProperty("static bool IsHighResolution {get;}") { true }
    t.method("void Reset()") { this, _ in
      this.reset()
      return Value.void
    }
    t.method("void Restart()") { this, _ in
      this.reset()
      this.start()
      return Value.void
    }
    t.method("void Start()") { this, _ in
      this.start()
      return Value.void
    }
    t.method("void Stop()") { this, _ in
      this.stop()
      return Value.void
    }
    t.property("bool IsRunning {get;}") { $0.isRunning }
    t.property("timespan Elapsed {get;}") { TimeSpanValue(ticks: $0.nanoseconds / 100) }
    t.property("long ElapsedMilliseconds {get;}") { $0.nanoseconds / 1_000_000 }
    t.property("long ElapsedTicks {get;}") { $0.nanoseconds }
    t.behavior.text = { TimeSpanValue(ticks: ($0.payload(Stopwatch.self)?.nanoseconds ?? 0) / 100).description }
  }

  private static func make(isStarted: Bool) -> Value {
    let watch = Stopwatch()
    if isStarted { watch.start() }
    return .object(Box(watch, PSType.named(name)))
  }
}

import Glibc

/// A pipe that a program writes to and we read, up to a limit.
struct OutputPipe {
  private(set) var readEnd: Int32 = -1
  private(set) var writeEnd: Int32 = -1
  private(set) var isReading = false
  private var bytes: [UInt8] = []

  init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0, let first = ends.first, let last = ends.last else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    readEnd = first
    writeEnd = last
    isReading = true
  }

  var isOpen: Bool { readEnd >= 0 }

  /// What was read; bytes that are no UTF-8 are replaced.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Call when poll says that there is something, or the end.
  mutating func readSome() {
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    let count = read(readEnd, &chunk, chunk.count)
    if count < 0, errno == EINTR { return }
    guard count > 0 else {
      isReading = false
      return
    }
    let room = max(0, HostProgramRunner.outputLimit - bytes.count)
    bytes.append(contentsOf: chunk[..<min(count, room)])
  }

  mutating func closeWriteEnd() {
    if writeEnd >= 0 { Glibc.close(writeEnd) }
    writeEnd = -1
  }

  mutating func close() {
    closeWriteEnd()
    if readEnd >= 0 { Glibc.close(readEnd) }
    readEnd = -1
    isReading = false
  }
}

/// A moment on the clock that does not jump.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(milliseconds: Int) { end = .now + .milliseconds(milliseconds) }

  /// 0 when it has passed.
  var millisecondsLeft: Int {
    let left = ContinuousClock.now.duration(to: end).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    let (whole, overflow) = left.seconds.multipliedReportingOverflow(by: 1000)
    return overflow ? .max : Int(clamping: whole &+ left.attoseconds / 1_000_000_000_000_000)
  }
}

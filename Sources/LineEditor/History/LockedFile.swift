import Glibc

/// A file that is open and locked against other processes for the life of this value.
final class LockedFile {
  enum Mode {
    case read
    case append

    fileprivate var flags: Int32 { self == .read ? O_RDONLY : O_RDWR | O_APPEND | O_CREAT }
    fileprivate var lock: Int32 { self == .read ? LOCK_SH : LOCK_EX }
  }

  private let path: String
  private var descriptor: Int32

  /// Opens and locks; nil when the file cannot be opened.
  ///
  /// Appending makes the file. A lock that another process does not give up in time is gone without: appended bytes
  /// stay whole then too, and no shell shall hang for its history.
  init?(path: String, mode: Mode) {
    self.path = path
    descriptor = -1
    // Another process can put a new file in the place of ours while we wait for the lock: then try that one.
    for _ in 0..<8 {
      descriptor = open(path, mode.flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
      guard descriptor >= 0 else { return nil }
      LockedFile.lock(descriptor, mode)
      if isAtPath { return }
      close(descriptor)
      descriptor = -1
    }
    return nil
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  var inode: ino_t { status(of: descriptor).st_ino }
  var size: Int { Int(status(of: descriptor).st_size) }

  /// The last byte; nil when the file is empty.
  var lastByte: UInt8? {
    let size = size
    var byte: UInt8 = 0
    return size > 0 && pread(descriptor, &byte, 1, size - 1) == 1 ? byte : nil
  }

  /// The bytes from `offset` to the end, or as many as can be read.
  func read(from offset: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, size - offset))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, offset + done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      done += count
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }

  func append(_ bytes: [UInt8]) {
    LockedFile.write(bytes, to: descriptor)
  }

  /// Puts a new file with `bytes` in the place of this one and locks that.
  ///
  /// On failure nothing changes.
  func replace(with bytes: [UInt8]) {
    let beside = path + ".\(getpid()).new"
    let new = open(beside, O_RDWR | O_APPEND | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard new >= 0 else { return }
    guard LockedFile.write(bytes, to: new), flock(new, LOCK_EX | LOCK_NB) == 0, rename(beside, path) == 0 else {
      unlink(beside)
      close(new)
      return
    }
    close(descriptor)
    descriptor = new
  }

  /// Makes the directories that a path needs, for their owner only.
  static func makeDirectories(above path: String) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      if slash != path.startIndex { mkdir(String(path[..<slash]), 0o700) }
      end = path.index(after: slash)
    }
  }

  private var isAtPath: Bool {
    var there = stat()
    return stat(path, &there) == 0 && there.st_ino == inode
  }

  /// Waits for the lock, but no longer than half a second.
  private static func lock(_ descriptor: Int32, _ mode: Mode) {
    for _ in 0..<250 {
      if flock(descriptor, mode.lock | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(2000)
    }
  }

  private func status(of descriptor: Int32) -> stat {
    var status = stat()
    fstat(descriptor, &status)
    return status
  }

  @discardableResult
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}

import Glibc
import ShellObjects
import ShellTypes

/// A file open for reading.
final class OpenFile {
  let path: String
  private var descriptor: Int32
  private(set) var startsAtBeginning = true

  /// Opens a file; throws what .NET throws.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw FileCopy.exception(errno, path) }
  }

  deinit { close() }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  /// At most so many bytes; empty at the end.
  func read(_ count: Int) throws -> [UInt8] {
    guard descriptor >= 0 else { return [] }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got = Glibc.read(descriptor, buffer.baseAddress, count)
      while got < 0 && errno == EINTR { got = Glibc.read(descriptor, buffer.baseAddress, count) }
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    if failure != 0 { throw FileCopy.exception(failure, path) }
    return bytes
  }

  /// Skips to where the last `count` lines begin; false where the file cannot be read backward.
  func seekToLastLines(_ count: Int) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { return size == 0 }
    let block = 64 << 10
    var found = 0
    var end = Int(size)
    var buffer = [UInt8](repeating: 0, count: block)
    while end > 0 {
      let from = max(0, end - block)
      let got = pread(descriptor, &buffer, end - from, off_t(from))
      guard got == end - from else { return false }
      for index in stride(from: got - 1, through: 0, by: -1) where buffer[index] == 0x0A {
        // The feed that ends the last line begins no line.
        if from + index == Int(size) - 1 { continue }
        found += 1
        if found == count { return seek(to: from + index + 1) }
      }
      end = from
    }
    return seek(to: 0)
  }

  /// Skips to the last bytes.
  func seekToLastBytes(_ count: Int) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    return size >= 0 && seek(to: max(0, Int(size) - count))
  }

  private func seek(to offset: Int) -> Bool {
    startsAtBeginning = offset == 0
    return lseek(descriptor, off_t(offset), SEEK_SET) == off_t(offset)
  }

  /// The first bytes, without moving.
  func peek(_ count: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let got = pread(descriptor, &buffer, count, 0)
    return got > 0 ? Array(buffer.prefix(got)) : []
  }
}

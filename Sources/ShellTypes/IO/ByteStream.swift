import Glibc
import ShellObjects

/// A System.IO.Stream: bytes that can be read, written and sought.
class ByteStream: ValueRepresentable {
  var typeName: String { "System.IO.Stream" }
  var canRead: Bool { isOpen }
  var canWrite: Bool { isOpen }
  var canSeek: Bool { isOpen }
  private(set) var isOpen = true

  final var value: Value { .object(Box<ByteStream>(self, PSType.named(typeName))) }

  /// Up to `count` bytes; none at the end.
  func read(_ count: Int) throws -> [UInt8] { [] }
  func write(_ bytes: [UInt8]) throws {}
  func length() throws -> Int64 { 0 }
  func position() throws -> Int64 { 0 }
  func seek(to position: Int64) throws {}
  func setLength(_ length: Int64) throws {}
  func flush() throws {}
  func close() { isOpen = false }

  final func check() throws {
    if !isOpen { throw NetException("System.ObjectDisposedException", "Cannot access a closed Stream.") }
  }

  /// Everything from here to the end.
  final func rest() throws -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let part = try read(65536)
      if part.isEmpty { return all }
      all += part
    }
  }
}

/// System.IO.MemoryStream.
final class MemoryByteStream: ByteStream {
  private(set) var bytes: [UInt8]
  private var place = 0
  let isExpandable: Bool
  private let isWritable: Bool

  init(_ bytes: [UInt8] = [], isExpandable: Bool = true, isWritable: Bool = true) {
    self.bytes = bytes
    self.isExpandable = isExpandable
    self.isWritable = isWritable
  }

  override var typeName: String { "System.IO.MemoryStream" }
  override var canWrite: Bool { isOpen && isWritable }

  override func read(_ count: Int) throws -> [UInt8] {
    try check()
    guard place < bytes.count else { return [] }
    let part = Array(bytes[place..<min(place + count, bytes.count)])
    place += part.count
    return part
  }

  override func write(_ new: [UInt8]) throws {
    try check()
    guard isWritable else { throw NetException.notSupported("Stream does not support writing.") }
    if place + new.count > bytes.count { try setSize(place + new.count) }
    bytes.replaceSubrange(place..<place + new.count, with: new)
    place += new.count
  }

  private func setSize(_ size: Int) throws {
    if size > bytes.count {
      guard isExpandable else { throw NetException.notSupported("Memory stream is not expandable.") }
      bytes += Array(repeating: 0, count: size - bytes.count)
    } else {
      bytes.removeLast(bytes.count - size)
    }
  }

  override func length() throws -> Int64 {
    try check()
    return Int64(bytes.count)
  }
  override func position() throws -> Int64 {
    try check()
    return Int64(place)
  }
  override func seek(to position: Int64) throws {
    try check()
    place = Int(clamping: position)
  }
  override func setLength(_ length: Int64) throws {
    try setSize(Int(clamping: length))
    place = min(place, bytes.count)
  }
}

/// System.IO.FileStream.
final class FileByteStream: ByteStream {
  let path: String
  private let descriptor: Int32
  private let access: Int

  /// Opens a file by .NET's FileMode and FileAccess numbers.
  init(_ path: String, mode: Int, access: Int) throws {
    self.path = path
    self.access = access
    let direction = access == 1 ? O_RDONLY : access == 2 ? O_WRONLY : O_RDWR
    let creation: Int32 =
      switch mode {
      case 1: O_CREAT | O_EXCL
      case 2: O_CREAT | O_TRUNC
      case 4: O_CREAT
      case 5: O_TRUNC
      case 6: O_CREAT | O_APPEND
      default: 0
      }
    descriptor = open(path, direction | creation | O_CLOEXEC, 0o666)
    let code = errno
    super.init()
    guard descriptor >= 0 else { throw FileFailure.exception(code, path) }
    // Why: opening a folder to read succeeds in Linux and is refused by .NET.
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      Glibc.close(descriptor)
      throw FileFailure.exception(EISDIR, path)
    }
  }

  deinit { if isOpen, descriptor >= 0 { Glibc.close(descriptor) } }

  override var typeName: String { "System.IO.FileStream" }
  override var canRead: Bool { isOpen && access & 1 != 0 }
  override var canWrite: Bool { isOpen && access & 2 != 0 }

  override func read(_ count: Int) throws -> [UInt8] {
    try check()
    guard canRead else { throw NetException.notSupported("Stream does not support reading.") }
    var buffer = [UInt8](repeating: 0, count: min(max(count, 0), 1 << 20))
    let done = Glibc.read(descriptor, &buffer, buffer.count)
    if done < 0 { throw FileFailure.exception(errno, path) }
    return Array(buffer.prefix(done))
  }

  override func write(_ bytes: [UInt8]) throws {
    try check()
    guard canWrite else { throw NetException.notSupported("Stream does not support writing.") }
    try FileContent.write(bytes, descriptor, path)
  }

  override func length() throws -> Int64 {
    try check()
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
  }
  override func position() throws -> Int64 {
    try check()
    return Int64(max(0, lseek(descriptor, 0, SEEK_CUR)))
  }
  override func seek(to position: Int64) throws {
    try check()
    if lseek(descriptor, off_t(position), SEEK_SET) < 0 { throw FileFailure.exception(errno, path) }
  }
  override func setLength(_ length: Int64) throws {
    try check()
    if ftruncate(descriptor, off_t(length)) != 0 { throw FileFailure.exception(errno, path) }
  }
  override func close() {
    if isOpen { Glibc.close(descriptor) }
    super.close()
  }
}

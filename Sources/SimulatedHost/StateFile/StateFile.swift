import GPUPartitioning
import Glibc

/// The file with the state of a simulation: read whole, replaced whole.
struct StateFile {
  let path: String
  /// Far above what a thousand hosts need.
  private static let greatestSize = 64 << 20

  init(_ path: String) { self.path = path }

  /// Its text; nil where it does not exist or is empty.
  func read() throws(GPUPartitioningError) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure("cannot be opened")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("cannot be read") }
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= StateFile.greatestSize else {
        throw GPUPartitioningError(.invalidData, path, "The simulation file \"\(path)\" is too large to be one.")
      }
    }
    guard !bytes.isEmpty else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw GPUPartitioningError(.invalidData, path, "The simulation file \"\(path)\" is not text in UTF-8.")
    }
    return text
  }

  /// Puts `text` in its place: all of it, or nothing.
  func replace(_ text: String) throws(GPUPartitioningError) {
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("cannot be written") }
    let isWritten = StateFile.write(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
    let reason = errno
    guard close(descriptor) == 0, isWritten else {
      unlink(draft)
      errno = reason
      throw failure("cannot be written")
    }
    guard rename(draft, path) == 0 else {
      let reason = errno
      unlink(draft)
      errno = reason
      throw failure("cannot be replaced")
    }
  }

  /// Runs `body` while no other shell changes the file: its folder is locked, which leaves nothing behind.
  func exclusively(_ body: () throws(GPUPartitioningError) -> Void) throws(GPUPartitioningError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot be written") }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw failure("cannot be locked") }
    }
    try body()
  }

  private var folder: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func failure(_ what: String) -> GPUPartitioningError {
    let code: GPUPartitioningError.Code = errno == EACCES || errno == EPERM ? .accessDenied : .operationFailed
    return GPUPartitioningError(
      code, path, "The simulation file \"\(path)\" \(what): \(String(cString: strerror(errno))).")
  }
}

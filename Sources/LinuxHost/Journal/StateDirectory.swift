import Glibc

/// A file of gpsh's own that could not be kept.
struct StateFileError: Error, Equatable, CustomStringConvertible {
  let path: String
  let number: ErrorNumber

  var description: String { "The file '\(path)' cannot be written: \(number)." }
}

/// A directory of gpsh's own files, made when it is first needed, for its user alone.
struct StateDirectory: Sendable {
  let path: String

  /// Makes the directory and those above it.
  func make() throws(StateFileError) {
    var built = ""
    for part in path.split(separator: "/") {
      built += "/" + part
      if mkdir(built, 0o755) == 0 || errno == EEXIST { continue }
      throw StateFileError(path: built, number: ErrorNumber(errno))
    }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of the files, sorted; none where there is no directory.
  var names: [String] { SysfsTree(root: path).namesIfAny("").filter { !$0.hasPrefix(".") } }

  /// Opens a file, made where it is missing; the caller closes it.
  func open(_ name: String) throws(StateFileError) -> Int32 {
    let descriptor = Glibc.open(file(name), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StateFileError(path: file(name), number: ErrorNumber(errno)) }
    return descriptor
  }

  /// Makes what was created, renamed or removed in it survive a power cut.
  func synchronise() {
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Writes all of a text and waits until it is on the disk.
  func append(_ text: String, to descriptor: Int32, _ name: String) throws(StateFileError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw StateFileError(path: file(name), number: ErrorNumber(count < 0 ? errno : ENOSPC)) }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw StateFileError(path: file(name), number: ErrorNumber(errno)) }
  }
}

import Glibc

/// A number that a system call left in `errno`, with its name and its meaning in words.
package struct ErrorNumber: Equatable, Sendable, CustomStringConvertible {
  package let number: Int32

  package init(_ number: Int32) { self.number = number }

  /// The number of a name such as "ERANGE"; nil for any other text.
  package init?(named name: some StringProtocol) {
    guard let found = ErrorNumber.known.first(where: { $0.value.name.utf8.elementsEqual(name.utf8) }) else {
      return nil
    }
    number = found.key
  }

  /// "EBUSY"; "error 77" for one without a name here.
  package var name: String { ErrorNumber.known[number]?.name ?? "error \(number)" }

  /// "Device or resource busy (EBUSY)".
  ///
  /// In English whatever the locale: scripts compare messages.
  package var description: String {
    guard let (name, words) = ErrorNumber.known[number] else { return name }
    return "\(words) (\(name))"
  }

  private static let known: [Int32: (name: String, words: String)] = [
    EPERM: ("EPERM", "Operation not permitted"), ENOENT: ("ENOENT", "No such file or directory"),
    EINTR: ("EINTR", "Interrupted"), EIO: ("EIO", "Input/output error"),
    ENXIO: ("ENXIO", "No such device or address"), EAGAIN: ("EAGAIN", "Temporarily unavailable"),
    ENOMEM: ("ENOMEM", "Cannot allocate memory"), EACCES: ("EACCES", "Permission denied"),
    EBUSY: ("EBUSY", "Device or resource busy"), EEXIST: ("EEXIST", "File exists"),
    ENODEV: ("ENODEV", "No such device"), ENOTDIR: ("ENOTDIR", "Not a directory"),
    EISDIR: ("EISDIR", "Is a directory"), EINVAL: ("EINVAL", "Invalid argument"),
    EMFILE: ("EMFILE", "Too many open files"), ENFILE: ("ENFILE", "Too many open files in the system"),
    EFBIG: ("EFBIG", "File too large"), ENOSPC: ("ENOSPC", "No space left on device"),
    EROFS: ("EROFS", "Read-only file system"), ERANGE: ("ERANGE", "Numerical result out of range"),
    ENAMETOOLONG: ("ENAMETOOLONG", "File name too long"), ENOSYS: ("ENOSYS", "Function not implemented"),
    ELOOP: ("ELOOP", "Too many levels of symbolic links"), ENODATA: ("ENODATA", "No data available"),
    EOPNOTSUPP: ("EOPNOTSUPP", "Operation not supported"), ETIMEDOUT: ("ETIMEDOUT", "Timed out"),
    EUCLEAN: ("EUCLEAN", "Structure needs cleaning"), EUSERS: ("EUSERS", "Too many users"),
    EDEADLK: ("EDEADLK", "Resource deadlock avoided"),
  ]
}

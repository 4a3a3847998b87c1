import Glibc
import ShellObjects

/// Changes of a file's status, and paths as the kernel sees them.
enum FileItemChange {
  /// Throws what .NET throws for a failed call on the item.
  static func check(_ result: Int32, _ item: FileSystemItem) throws {
    if result == 0 { return }
    throw FileFailure.exception(errno, item.path)
  }

  static func parent(of path: String) -> String? {
    guard path.utf8.count > 1, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `UTIME_OMIT`, which the C importer leaves out.
  private static let omit = (1 << 30) - 2

  /// Sets the times that are given and leaves the others.
  static func setTimes(_ item: FileSystemItem, accessed: timespec? = nil, modified: timespec? = nil) throws {
    let keep = timespec(tv_sec: 0, tv_nsec: omit)
    let times = [accessed ?? keep, modified ?? keep]
    try check(utimensat(AT_FDCWD, item.path, times, 0), item)
    item.refresh()
  }

  static func setReadOnly(_ item: FileSystemItem, _ isReadOnly: Bool) throws {
    item.refresh()
    guard let status = item.targetStatus else { throw FileFailure.exception(ENOENT, item.path) }
    let bits = isReadOnly ? status.permissions & ~0o222 : status.permissions | 0o200
    if bits != status.permissions { try check(chmod(item.path, bits), item) }
    item.refresh()
  }

  /// The path without links; nil where it leads nowhere.
  static func realPath(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The absolute form of a path a script gave, from the process's own directory.
  static func absolute(_ path: String) throws -> String {
    try FileFailure.check(path)
    return FilePath.trimmingEndSlash(FilePath.full(path))
  }
}

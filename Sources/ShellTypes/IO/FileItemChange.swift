import Glibc
import ShellObjects

/// Changes of a file's status, and paths as the kernel sees them.
enum FileItemChange {
  /// Throws what .NET throws for a failed call on the item.
  static func check(_ result: Int32, _ item: FileSystemItem) throws {
    if result == 0 { return }
    throw exception(errno, item.path)
  }

  static func exception(_ code: Int32, _ path: String) -> NetException {
    switch code {
    case ENOENT:
      let isFolderThere = parent(of: path).map { FileStatus($0)?.isDirectory ?? false } ?? true
      return isFolderThere
        ? NetException("System.IO.FileNotFoundException", "Could not find file '\(path)'.")
        : NetException("System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(path)'.")
    case EACCES, EPERM, EROFS:
      return NetException("System.UnauthorizedAccessException", "Access to the path '\(path)' is denied.")
    case EEXIST: return NetException("System.IO.IOException", "The file '\(path)' already exists.")
    default:
      return NetException("System.IO.IOException", "\(strerror(code).map { String(cString: $0) } ?? "") : '\(path)'")
    }
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
    guard let status = item.targetStatus else { throw exception(ENOENT, item.path) }
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

  /// An absolute path without `.` and `..`, worked out on the text alone.
  static func shortened(_ path: String) -> String {
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual([UInt8(ascii: ".")]) { continue }
      if part.elementsEqual([UInt8(ascii: "."), UInt8(ascii: ".")]) {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// The absolute form of a path a script gave, from the process's own directory.
  static func absolute(_ path: String) throws -> String {
    if path.isEmpty { throw NetException.argument("The value cannot be an empty string.", "path") }
    if path.utf8.contains(0) { throw NetException.argument("Null character in path.", "path") }
    if path.utf8.first == UInt8(ascii: "/") { return shortened(path) }
    guard let buffer = getcwd(nil, 0) else { return shortened("/" + path) }
    defer { free(buffer) }
    return shortened(String(cString: buffer) + "/" + path)
  }
}

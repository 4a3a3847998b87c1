import Glibc
package import ShellObjects

/// What a failed system call on a file becomes.
package enum FileFailure {
  /// The exception that .NET throws for an errno on a path.
  package static func exception(_ code: Int32, _ path: String, isDirectory: Bool = false) -> NetException {
    switch code {
    case ENOENT:
      let isFolderThere = FilePath.directoryName(path).map { $0.isEmpty || FilePath.isDirectory($0) } ?? true
      guard !isDirectory, isFolderThere else {
        return NetException("System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(path)'.")
      }
      var made = NetException("System.IO.FileNotFoundException", "Could not find file '\(path)'.")
      made.fields["FileName"] = .string(path)
      return made
    case ENOTDIR:
      return NetException("System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(path)'.")
    case EACCES, EPERM, EROFS, EISDIR, EBADF:
      return NetException("System.UnauthorizedAccessException", "Access to the path '\(path)' is denied.")
    case ENAMETOOLONG:
      return NetException(
        "System.IO.PathTooLongException",
        "The path '\(path)' is too long, or a component of the specified path is too long.")
    case EEXIST: return NetException("System.IO.IOException", "The file '\(path)' already exists.")
    default:
      return NetException("System.IO.IOException", "\(strerror(code).map { String(cString: $0) } ?? "") : '\(path)'")
    }
  }

  /// Throws for an empty path or one with a NUL in it.
  static func check(_ path: String, _ name: String = "path") throws {
    if path.isEmpty { throw NetException.argument("The value cannot be an empty string.", name) }
    if path.utf8.contains(0) { throw NetException.argument("Null character in path.", name) }
  }

  /// The absolute form of a path argument.
  static func absolute(_ a: Arguments, _ index: Int = 0, _ name: String = "path") throws -> String {
    let path = a.string(index)
    try check(path, name)
    return FilePath.full(path)
  }
}

import Glibc
import ShellObjects

/// The times of a path, as File and Directory get and set them.
enum PathTimes {
  static func add(_ t: inout MemberList<Value>, isDirectory: Bool) {
    for name in ["CreationTime", "LastAccessTime", "LastWriteTime"] {
      let parameter = name.prefix(1).lowercased() + name.dropFirst()
      for suffix in ["", "Utc"] {
        t.staticMethod("static datetime Get\(name)\(suffix)(string path)") { a in
          let path = try FileFailure.absolute(a)
          guard FileStatus(path) != nil else {
            // Why: .NET answers for a path that is not there with the first moment of a Windows file time.
            let first = try DateTimeValue(fileTime: 0)
            return suffix.isEmpty ? first.local : first
          }
          let value = try FileSystemItem(path, isDirectory: isDirectory).value.property(name + suffix)
          return value.payload(DateTimeValue.self) ?? .minimum
        }
        t.staticMethod("static void Set\(name)\(suffix)(string path, datetime \(parameter)\(suffix))") { a in
          let path = try FileFailure.absolute(a)
          guard FileStatus(path) != nil else { throw FileFailure.exception(ENOENT, path) }
          _ = try FileSystemItem(path, isDirectory: isDirectory).value.setProperty(name + suffix, a[1])
          return Value.void
        }
      }
    }
  }
}

/// Symbolic links, as File and Directory make and follow them.
enum SymbolicLink {
  static func create(_ a: Arguments, isDirectory: Bool) throws -> Value {
    let path = try FileFailure.absolute(a)
    try FileFailure.check(a.string(1), "pathToTarget")
    if symlink(a.string(1), path) != 0 { throw FileFailure.exception(errno, path) }
    return FileSystemItem(path, isDirectory: isDirectory).value
  }

  static func resolve(_ a: Arguments, isDirectory: Bool) throws -> Value {
    let path = try FileFailure.absolute(a, 0, "linkPath")
    guard FileStatus(path, followsLinks: false) != nil else { throw FileFailure.exception(ENOENT, path) }
    guard let target = FilePath.linkTarget(path) else { return .null }
    let folder = FilePath.directoryName(path) ?? "/"
    let full = a.bool(1) ? FileItemChange.realPath(path) ?? target : FilePath.full(target, from: folder)
    return FileSystemItem(full, isDirectory: isDirectory).value
  }
}

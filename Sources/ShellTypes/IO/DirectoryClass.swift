import Glibc
import ShellObjects

/// System.IO.Directory.
enum DirectoryClass {
  static let declaration = TypeDeclaration(staticClass: "System.IO.Directory") { t in
    addChanges(&t)
    addListings(&t)
    addPlaces(&t)
    PathTimes.add(&t, isDirectory: true)
  }

  private static func addChanges(_ t: inout MemberList<Value>) {
    t.staticMethod("static System.IO.DirectoryInfo CreateDirectory(string path)") { a in
      let path = try FileFailure.absolute(a)
      try FileCopy.makeDirectories(FilePath.trimmingEndSlash(path))
      return try DirectoryInfoType.item(a.string(0)).value
    }
    t.staticMethod("static System.IO.DirectoryInfo CreateTempSubdirectory(string prefix = null)") { a in
      var template = Array((FilePath.temporaryDirectory + a.string(0) + "XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else {
        throw FileFailure.exception(errno, FilePath.temporaryDirectory, isDirectory: true)
      }
      let path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return try DirectoryInfoType.item(path).value
    }
    t.staticMethod("static void Delete(string path)") { a in
      let path = FilePath.trimmingEndSlash(try FileFailure.absolute(a))
      if rmdir(path) != 0 { throw failure(errno, path) }
      return Value.void
    }
    t.staticMethod("static void Delete(string path, bool recursive)") { a in
      let path = FilePath.trimmingEndSlash(try FileFailure.absolute(a))
      guard FilePath.isDirectory(path) else { throw failure(FilePath.exists(path) ? ENOTDIR : ENOENT, path) }
      if a.bool(1) {
        try FileCopy.removeTree(path)
      } else if rmdir(path) != 0 {
        throw failure(errno, path)
      }
      return Value.void
    }
    t.staticMethod("static void Move(string sourceDirName, string destDirName)") { a in
      let source = FilePath.trimmingEndSlash(try FileFailure.absolute(a, 0, "sourceDirName"))
      let target = FilePath.trimmingEndSlash(try FileFailure.absolute(a, 1, "destDirName"))
      guard FilePath.exists(source) else { throw failure(ENOENT, source) }
      if FilePath.exists(target) {
        throw NetException(
          "System.IO.IOException",
          "Cannot create '\(target)' because a file or directory with the same name already exists.")
      }
      try FileCopy.moveDirectory(source, target)
      return Value.void
    }
    t.staticMethod("static System.IO.FileSystemInfo CreateSymbolicLink(string path, string pathToTarget)") { a in
      try SymbolicLink.create(a, isDirectory: true)
    }
    t.staticMethod("static System.IO.FileSystemInfo ResolveLinkTarget(string linkPath, bool returnFinalTarget)") { a in
      try SymbolicLink.resolve(a, isDirectory: true)
    }
  }

  private static func failure(_ code: Int32, _ path: String) -> NetException {
    if code == ENOTEMPTY || code == EEXIST {
      return NetException("System.IO.IOException", "Directory not empty : '\(path)'")
    }
    return FileFailure.exception(code, path, isDirectory: true)
  }

  private static func addListings(_ t: inout MemberList<Value>) {
    let kinds: [(String, Bool, Bool)] = [
      ("Files", true, false), ("Directories", false, true), ("FileSystemEntries", true, true),
    ]
    for (name, files, folders) in kinds {
      for (verb, result) in [("Get", "string[]"), ("Enumerate", "System.Collections.Generic.IEnumerable[string]")] {
        t.staticMethod("static \(result) \(verb)\(name)(string path)") { a in
          try list(a, "*", isDeep: false, files: files, folders: folders)
        }
        t.staticMethod("static \(result) \(verb)\(name)(string path, string searchPattern)") { a in
          try list(a, a.string(1), isDeep: false, files: files, folders: folders)
        }
        t.staticMethod(
          "static \(result) \(verb)\(name)(string path, string searchPattern, System.IO.SearchOption searchOption)"
        ) {
          a in try list(a, a.string(1), isDeep: a.int(2) == 1, files: files, folders: folders)
        }
      }
    }
  }

  private static func list(_ a: Arguments, _ pattern: String, isDeep: Bool, files: Bool, folders: Bool) throws -> Value
  {
    let given = a.string(0)
    try FileFailure.check(given)
    let path = FilePath.full(given)
    guard FilePath.isDirectory(path) else { throw failure(FilePath.exists(path) ? ENOTDIR : ENOENT, path) }
    var found: [String] = []
    try walk(given, FileNamePattern(pattern), isDeep, files, folders, &found)
    return Value(strings: found)
  }

  private static func walk(
    _ folder: String, _ pattern: FileNamePattern, _ isDeep: Bool, _ files: Bool, _ folders: Bool,
    _ found: inout [String]
  ) throws {
    let entries = try DirectoryListing.entries(of: folder)
    for entry in entries where entry.isDirectory ? folders : files {
      if pattern.matches(entry.name, ignoreCase: false) { found.append(FilePath.join([folder, entry.name])) }
    }
    guard isDeep else { return }
    for entry in entries where entry.isDirectory && !entry.isLink {
      try walk(FilePath.join([folder, entry.name]), pattern, true, files, folders, &found)
    }
  }

  private static func addPlaces(_ t: inout MemberList<Value>) {
    t.staticMethod("static bool Exists(string path)") { a in FilePath.isDirectory(a.string(0)) }
    t.staticMethod("static string GetCurrentDirectory()") { _ in FilePath.currentDirectory }
    t.staticMethod("static void SetCurrentDirectory(string path)") { a in
      let path = try FileFailure.absolute(a)
      if chdir(path) != 0 { throw failure(errno, path) }
      return Value.void
    }
    t.staticMethod("static string GetDirectoryRoot(string path)") { _ in "/" }
    t.staticMethod("static string[] GetLogicalDrives()") { _ in Value(strings: ["/"]) }
    t.staticMethod("static System.IO.DirectoryInfo GetParent(string path)") { a in
      let path = try FileFailure.absolute(a)
      return FilePath.directoryName(path).map { FileSystemItem(FilePath.trimmingEndSlash($0), isDirectory: true).value }
        ?? .null
    }
  }
}

import Glibc
import ShellObjects

/// System.IO.DirectoryInfo.
enum DirectoryInfoType {
  static let declaration = TypeDeclaration(
    "System.IO.DirectoryInfo", base: "System.IO.FileSystemInfo", of: FileSystemItem.self
  ) { t in
    t.constructor("System.IO.DirectoryInfo new(string path)") { try item($0.string(0)).value }
    FileSystemInfoMembers.add(to: &t)
    t.property("System.IO.DirectoryInfo Parent {get;}") { item in
      item.parentPath.map { FileSystemItem($0, isDirectory: true).value } ?? .null
    }
    t.property("System.IO.DirectoryInfo Root {get;}") { _ in FileSystemItem("/", isDirectory: true).value }
    addChanges(&t)
    addListings(&t)
    t.behavior.parse = { try item($0).value }
  }

  static func item(_ path: String) throws -> FileSystemItem {
    FileSystemItem(try FileItemChange.absolute(path), given: path, isDirectory: true)
  }

  private static func addChanges(_ t: inout MemberList<FileSystemItem>) {
    t.method("void Create()") { item, _ in
      try FileCopy.makeDirectories(item.path)
      item.refresh()
      return Value.void
    }
    t.method("System.IO.DirectoryInfo CreateSubdirectory(string path)") { item, arguments in
      let path = FilePath.full(item.path + "/" + arguments.string(0))
      try FileCopy.makeDirectories(path)
      return FileSystemItem(path, isDirectory: true).value
    }
    t.method("void Delete()") { item, _ in
      try FileItemChange.check(rmdir(item.path), item)
      item.refresh()
      return Value.void
    }
    t.method("void Delete(bool recursive)") { item, arguments in
      if arguments.bool(0) {
        try FileCopy.removeTree(item.path)
      } else {
        try FileItemChange.check(rmdir(item.path), item)
      }
      item.refresh()
      return Value.void
    }
    t.method("void MoveTo(string destDirName)") { item, arguments in
      let target = try FileItemChange.absolute(arguments.string(0))
      try FileItemChange.check(rename(item.path, target), item)
      item.move(to: target)
      return Value.void
    }
  }

  private enum Wanted { case files, directories, both }

  private static func addListings(_ t: inout MemberList<FileSystemItem>) {
    let kinds: [(String, String, Wanted)] = [
      ("Files", "System.IO.FileInfo", .files), ("Directories", "System.IO.DirectoryInfo", .directories),
      ("FileSystemInfos", "System.IO.FileSystemInfo", .both),
    ]
    for (name, type, wanted) in kinds {
      for (verb, result) in [
        ("Get", "\(type)[]"), ("Enumerate", "System.Collections.Generic.IEnumerable[\(type)]"),
      ] {
        t.method("\(result) \(verb)\(name)()") { item, _ in try list(item, "*", false, wanted, type) }
        t.method("\(result) \(verb)\(name)(string searchPattern)") { item, arguments in
          try list(item, arguments.string(0), false, wanted, type)
        }
        t.method("\(result) \(verb)\(name)(string searchPattern, System.IO.SearchOption searchOption)") {
          item, arguments in
          try list(item, arguments.string(0), arguments.int(1) == 1, wanted, type)
        }
      }
    }
  }

  private static func list(
    _ item: FileSystemItem, _ pattern: String, _ isDeep: Bool, _ wanted: Wanted, _ typeName: String
  ) throws -> Value {
    let pattern = FileNamePattern(pattern)
    var found: [Value] = []
    var folders = [item.path]
    while let folder = folders.popLast() {
      var inner: [String] = []
      for entry in try DirectoryListing.entries(of: folder) {
        let path = folder == "/" ? "/" + entry.name : folder + "/" + entry.name
        if entry.isDirectory, isDeep, !entry.isLink { inner.append(path) }
        guard wanted == .both || (wanted == .directories) == entry.isDirectory else { continue }
        guard pattern.matches(entry.name, ignoreCase: false) else { continue }
        found.append(FileSystemItem(path, isDirectory: entry.isDirectory).value)
      }
      folders += inner.reversed()
    }
    return .object(PSArray(found, elementType: PSType.named(typeName)))
  }
}

import Glibc
import ShellObjects

/// System.IO.FileInfo and its base.
enum FileInfoType {
  static let base = TypeDeclaration("System.IO.FileSystemInfo", base: "System.MarshalByRefObject")

  static let declaration = TypeDeclaration(
    "System.IO.FileInfo", base: "System.IO.FileSystemInfo", of: FileSystemItem.self
  ) { t in
    t.constructor("System.IO.FileInfo new(string fileName)") { try item($0.string(0)).value }
    FileSystemInfoMembers.add(to: &t)
    addProperties(&t)
    addMethods(&t)
    addOpening(&t)
    t.codeProperty("System.Object VersionInfo {get=VersionInfo;}") { _ in Value.null }
    t.behavior.parse = { try item($0).value }
  }

  static func item(_ path: String) throws -> FileSystemItem {
    FileSystemItem(try FileItemChange.absolute(path), given: path, isDirectory: false)
  }

  private static func addProperties(_ t: inout MemberList<FileSystemItem>) {
    t.property("long Length {get;}") { try $0.length() }
    t.property("string DirectoryName {get;}") { $0.parentPath }
    t.property("System.IO.DirectoryInfo Directory {get;}") { item in
      item.parentPath.map { FileSystemItem($0, isDirectory: true).value } ?? .null
    }
    t.property("bool IsReadOnly {get;set;}") {
      $0.isReadOnly
    } set: { item, value in
      try FileItemChange.setReadOnly(item, value.isTrue)
    }
  }

  private static func addMethods(_ t: inout MemberList<FileSystemItem>) {
    t.method("void Delete()") { item, _ in
      if unlink(item.path) != 0, errno != ENOENT { throw FileFailure.exception(errno, item.path) }
      item.refresh()
      return Value.void
    }
    t.method("System.IO.FileInfo CopyTo(string destFileName)") { try copy($0, $1.string(0), overwrites: false) }
    t.method("System.IO.FileInfo CopyTo(string destFileName, bool overwrite)") {
      try copy($0, $1.string(0), overwrites: $1.bool(1))
    }
    t.method("void MoveTo(string destFileName)") { try move($0, $1.string(0), overwrites: false) }
    t.method("void MoveTo(string destFileName, bool overwrite)") { try move($0, $1.string(0), overwrites: $1.bool(1)) }
  }

  /// The path alone, as the functions of System.IO.File take it.
  private static func path(_ item: FileSystemItem) -> Arguments { Arguments([.string(item.path)]) }

  private static func addOpening(_ t: inout MemberList<FileSystemItem>) {
    t.method("System.IO.FileStream Create()") { item, _ in try FileStreamType.open(path(item), mode: 2) }
    t.method("System.IO.FileStream Open(System.IO.FileMode mode)") { item, arguments in
      try FileStreamType.open(path(item), mode: arguments.int(0))
    }
    t.method("System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access)") { item, arguments in
      try FileStreamType.open(path(item), mode: arguments.int(0), access: arguments.int(1))
    }
    t.method(
      "System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)"
    ) { item, arguments in
      try FileStreamType.open(path(item), mode: arguments.int(0), access: arguments.int(1))
    }
    t.method("System.IO.FileStream OpenRead()") { item, _ in try FileStreamType.open(path(item), mode: 3, access: 1) }
    t.method("System.IO.FileStream OpenWrite()") { item, _ in try FileStreamType.open(path(item), mode: 4, access: 2) }
    t.method("System.IO.StreamReader OpenText()") { item, _ in
      TextReader(stream: try FileByteStream(item.path, mode: 3, access: 1), .utf8)
    }
    t.method("System.IO.StreamWriter CreateText()") { item, _ in
      TextWriter(stream: try FileByteStream(item.path, mode: 2, access: 2), .utf8)
    }
    t.method("System.IO.StreamWriter AppendText()") { item, _ in
      TextWriter(stream: try FileByteStream(item.path, mode: 6, access: 2), .utf8)
    }
  }

  private static func copy(_ item: FileSystemItem, _ path: String, overwrites: Bool) throws -> Value {
    let target = try FileItemChange.absolute(path)
    try FileCopy.copyFile(item.path, target, overwrites: overwrites)
    return FileSystemItem(target, given: path, isDirectory: false).value
  }

  private static func move(_ item: FileSystemItem, _ path: String, overwrites: Bool) throws -> Value {
    let target = try FileItemChange.absolute(path)
    try FileCopy.moveFile(item.path, target, overwrites: overwrites)
    item.move(to: target)
    return .void
  }
}

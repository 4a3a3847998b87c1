import Glibc
import ShellObjects

/// System.IO.File.
enum FileClass {
  static let declaration = TypeDeclaration(staticClass: "System.IO.File") { t in
    addReading(&t)
    addWriting(&t)
    addChanges(&t)
    addStatus(&t)
    addOpening(&t)
  }

  private static func encoding(_ a: Arguments, _ index: Int) throws -> TextEncoding {
    guard let encoding = a.payload(index, TextEncoding.self) else { throw NetException.argumentNull("encoding") }
    return encoding
  }

  private static func addReading(_ t: inout MemberList<Value>) {
    t.staticMethod("static byte[] ReadAllBytes(string path)") { a in
      Value(bytes: try FileContent.bytes(try FileFailure.absolute(a)))
    }
    t.staticMethod("static string ReadAllText(string path)") { a in try FileContent.text(try FileFailure.absolute(a)) }
    t.staticMethod("static string ReadAllText(string path, System.Text.Encoding encoding)") { a in
      try FileContent.text(try FileFailure.absolute(a), try encoding(a, 1))
    }
    for (name, result) in [
      ("ReadAllLines", "string[]"), ("ReadLines", "System.Collections.Generic.IEnumerable[string]"),
    ] {
      t.staticMethod("static \(result) \(name)(string path)") { a in
        Value(strings: FileContent.lines(try FileContent.text(try FileFailure.absolute(a))))
      }
      t.staticMethod("static \(result) \(name)(string path, System.Text.Encoding encoding)") { a in
        Value(strings: FileContent.lines(try FileContent.text(try FileFailure.absolute(a), try encoding(a, 1))))
      }
    }
  }

  private static func write(_ a: Arguments, _ text: String, _ encoding: TextEncoding, appends: Bool) throws -> Value {
    let path = try FileFailure.absolute(a)
    let isNew = !appends || (FileStatus(path)?.size ?? 0) == 0
    try FileContent.write((isNew ? encoding.mark : []) + encoding.bytes(text), to: path, appends: appends)
    return .void
  }

  private static func joined(_ a: Arguments) throws -> String {
    try Ranges.notNull(a[1], "contents")
    return try a.elements(1).map { try $0.netText() + "\n" }.joined()
  }

  private static func addWriting(_ t: inout MemberList<Value>) {
    for (verb, appends) in [("WriteAll", false), ("AppendAll", true)] {
      t.staticMethod("static void \(verb)Bytes(string path, byte[] bytes)") { a in
        try Ranges.notNull(a[1], "bytes")
        try FileContent.write(a.bytes(1), to: try FileFailure.absolute(a), appends: appends)
        return Value.void
      }
      t.staticMethod("static void \(verb)Text(string path, string contents)") { a in
        try write(a, a.string(1), .utf8, appends: appends)
      }
      t.staticMethod("static void \(verb)Text(string path, string contents, System.Text.Encoding encoding)") { a in
        try write(a, a.string(1), try encoding(a, 2), appends: appends)
      }
      for contents in ["string[] contents", "System.Collections.Generic.IEnumerable[string] contents"] {
        if appends, contents.hasPrefix("string") { continue }
        t.staticMethod("static void \(verb)Lines(string path, \(contents))") { a in
          try write(a, try joined(a), .utf8, appends: appends)
        }
        t.staticMethod("static void \(verb)Lines(string path, \(contents), System.Text.Encoding encoding)") { a in
          try write(a, try joined(a), try encoding(a, 2), appends: appends)
        }
      }
    }
  }

  private static func addChanges(_ t: inout MemberList<Value>) {
    for more in ["", ", bool overwrite"] {
      t.staticMethod("static void Copy(string sourceFileName, string destFileName\(more))") { a in
        try FileCopy.copyFile(
          try FileFailure.absolute(a, 0, "sourceFileName"), try FileFailure.absolute(a, 1, "destFileName"),
          overwrites: a.bool(2))
        return Value.void
      }
      t.staticMethod("static void Move(string sourceFileName, string destFileName\(more))") { a in
        try FileCopy.moveFile(
          try FileFailure.absolute(a, 0, "sourceFileName"), try FileFailure.absolute(a, 1, "destFileName"),
          overwrites: a.bool(2))
        return Value.void
      }
    }
    t.staticMethod("static void Delete(string path)") { a in
      let path = try FileFailure.absolute(a)
      if unlink(path) == 0 { return Value.void }
      let code = errno
      if code == ENOENT, FilePath.directoryName(path).map({ FilePath.isDirectory($0) }) ?? true { return .void }
      throw FileFailure.exception(code, path)
    }
    t.staticMethod(
      "static void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName)"
    ) {
      a in
      let target = try FileFailure.absolute(a, 1, "destinationFileName")
      if !a.string(2).isEmpty { try FileCopy.moveFile(target, try FileFailure.absolute(a, 2), overwrites: true) }
      try FileCopy.moveFile(try FileFailure.absolute(a, 0, "sourceFileName"), target, overwrites: true)
      return Value.void
    }
    t.staticMethod("static System.IO.FileSystemInfo CreateSymbolicLink(string path, string pathToTarget)") { a in
      try SymbolicLink.create(a, isDirectory: false)
    }
    t.staticMethod("static System.IO.FileSystemInfo ResolveLinkTarget(string linkPath, bool returnFinalTarget)") { a in
      try SymbolicLink.resolve(a, isDirectory: false)
    }
  }

  private static func addStatus(_ t: inout MemberList<Value>) {
    t.staticMethod("static bool Exists(string path)") { a in FilePath.isFile(a.string(0)) }
    t.staticMethod("static System.IO.FileAttributes GetAttributes(string path)") { a in
      try existing(a).value.property("Attributes")
    }
    t.staticMethod("static void SetAttributes(string path, System.IO.FileAttributes fileAttributes)") { a in
      try FileItemChange.setReadOnly(try existing(a), a.int(1) & 1 != 0)
      return Value.void
    }
    t.staticMethod("static System.IO.UnixFileMode GetUnixFileMode(string path)") { a in
      try existing(a).value.property("UnixFileMode")
    }
    t.staticMethod("static void SetUnixFileMode(string path, System.IO.UnixFileMode mode)") { a in
      let path = try FileFailure.absolute(a)
      if chmod(path, mode_t(truncatingIfNeeded: a.int(1) & 0o7777)) != 0 { throw FileFailure.exception(errno, path) }
      return Value.void
    }
    PathTimes.add(&t, isDirectory: false)
  }

  private static func existing(_ a: Arguments) throws -> FileSystemItem {
    let path = try FileFailure.absolute(a)
    guard let status = FileStatus(path) else { throw FileFailure.exception(ENOENT, path) }
    return FileSystemItem(path, isDirectory: status.isDirectory)
  }

  private static func addOpening(_ t: inout MemberList<Value>) {
    t.staticMethod("static System.IO.FileStream Create(string path)") { a in try FileStreamType.open(a, mode: 2) }
    t.staticMethod("static System.IO.FileStream Create(string path, int bufferSize)") { a in
      try FileStreamType.open(a, mode: 2)
    }
    t.staticMethod("static System.IO.FileStream Open(string path, System.IO.FileMode mode)") { a in
      try FileStreamType.open(a, mode: a.int(1))
    }
    t.staticMethod(
      "static System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access)"
    ) { a in
      try FileStreamType.open(a, mode: a.int(1), access: a.int(2))
    }
    t.staticMethod(
      "static System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)"
    ) { a in try FileStreamType.open(a, mode: a.int(1), access: a.int(2)) }
    t.staticMethod("static System.IO.FileStream OpenRead(string path)") { a in
      try FileStreamType.open(a, mode: 3, access: 1)
    }
    t.staticMethod("static System.IO.FileStream OpenWrite(string path)") { a in
      try FileStreamType.open(a, mode: 4, access: 2)
    }
    t.staticMethod("static System.IO.StreamReader OpenText(string path)") { a in
      TextReader(stream: try FileByteStream(try FileFailure.absolute(a), mode: 3, access: 1), .utf8)
    }
    t.staticMethod("static System.IO.StreamWriter CreateText(string path)") { a in
      TextWriter(stream: try FileByteStream(try FileFailure.absolute(a), mode: 2, access: 2), .utf8)
    }
    t.staticMethod("static System.IO.StreamWriter AppendText(string path)") { a in
      TextWriter(stream: try FileByteStream(try FileFailure.absolute(a), mode: 6, access: 2), .utf8)
    }
  }
}

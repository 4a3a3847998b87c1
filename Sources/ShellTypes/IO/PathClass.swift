import Glibc
import ShellObjects

/// System.IO.Path.
enum PathClass {
  static let declaration = TypeDeclaration(staticClass: "System.IO.Path") { t in
    t.staticProperty("static char AltDirectorySeparatorChar {get;}") { Value.char(0x2F) }
    t.staticProperty("static char DirectorySeparatorChar {get;}") { Value.char(0x2F) }
    t.staticProperty("static char PathSeparator {get;}") { Value.char(0x3A) }
    t.staticProperty("static char VolumeSeparatorChar {get;}") { Value.char(0x2F) }
    addParts(&t)
    addCombining(&t)
    addWhole(&t)
    addTemporary(&t)
  }

  private static func addParts(_ t: inout MemberList<Value>) {
    t.staticMethod("static string ChangeExtension(string path, string extension)") { a in
      let path = a.string(0)
      if path.isEmpty { return path }
      let name = FilePath.fileName(path)
      let stem =
        String(path.dropLast(name.count)) + (name.contains(".") ? FilePath.fileNameWithoutExtension(name) : name)
      guard let suffix = a.optionalString(1) else { return stem }
      return stem + (suffix.hasPrefix(".") ? suffix : "." + suffix)
    }
    t.staticMethod("static string GetDirectoryName(string path)") { a in FilePath.directoryName(a.string(0)) }
    t.staticMethod("static string GetExtension(string path)") { a in FilePath.fileExtension(a.string(0)) }
    t.staticMethod("static string GetFileName(string path)") { a in FilePath.fileName(a.string(0)) }
    t.staticMethod("static string GetFileNameWithoutExtension(string path)") { a in
      FilePath.fileNameWithoutExtension(a.string(0))
    }
    t.staticMethod("static string GetPathRoot(string path)") { a in
      a.string(0).isEmpty ? nil : FilePath.isRooted(a.string(0)) ? "/" : ""
    }
    t.staticMethod("static bool HasExtension(string path)") { a in !FilePath.fileExtension(a.string(0)).isEmpty }
    t.staticMethod("static bool EndsInDirectorySeparator(string path)") { a in a.string(0).hasSuffix("/") }
    t.staticMethod("static string TrimEndingDirectorySeparator(string path)") { a in
      FilePath.trimmingEndSlash(a.string(0))
    }
    t.staticMethod("static char[] GetInvalidFileNameChars()") { _ in Value(chars: [0, 0x2F]) }
    t.staticMethod("static char[] GetInvalidPathChars()") { _ in Value(chars: [0]) }
  }

  private static func addCombining(_ t: inout MemberList<Value>) {
    for count in 2...4 {
      let parameters = (1...count).map { "string path\($0)" }.joined(separator: ", ")
      t.staticMethod("static string Combine(\(parameters))") { a in FilePath.combine((0..<count).map { a.string($0) }) }
      t.staticMethod("static string Join(\(parameters))") { a in FilePath.join((0..<count).map { a.string($0) }) }
    }
    t.staticMethod("static string Combine(Params string[] paths)") { a in
      try Ranges.notNull(a[0], "paths")
      return FilePath.combine(a.strings(0))
    }
    t.staticMethod("static string Join(Params string[] paths)") { a in FilePath.join(a.strings(0)) }
  }

  private static func addWhole(_ t: inout MemberList<Value>) {
    t.staticMethod("static bool Exists(string path)") { a in FilePath.exists(a.string(0)) }
    t.staticMethod("static string GetFullPath(string path)") { a in
      try FileFailure.check(a.string(0))
      return FilePath.full(a.string(0))
    }
    t.staticMethod("static string GetFullPath(string path, string basePath)") { a in
      guard FilePath.isRooted(a.string(1)) else {
        throw NetException.argument("Basepath argument is not fully qualified.", "basePath")
      }
      if a.string(0).isEmpty { return a.string(1) }
      return FilePath.full(a.string(0), from: a.string(1))
    }
    t.staticMethod("static string GetRelativePath(string relativeTo, string path)") { a in
      for (index, name) in ["relativeTo", "path"].enumerated() where a.string(index).isEmpty {
        throw NetException.argument("The path is empty.", name)
      }
      return FilePath.relative(a.string(1), to: a.string(0))
    }
    t.staticMethod("static bool IsPathFullyQualified(string path)") { a in FilePath.isRooted(a.string(0)) }
    t.staticMethod("static bool IsPathRooted(string path)") { a in FilePath.isRooted(a.string(0)) }
  }

  private static func addTemporary(_ t: inout MemberList<Value>) {
    t.staticMethod("static string GetTempPath()") { _ in FilePath.temporaryDirectory }
    t.staticMethod("static string GetTempFileName()") { _ in
      var template = Array((FilePath.temporaryDirectory + "tmpXXXXXX.tmp").utf8CString)
      let descriptor = mkstemps(&template, 4)
      guard descriptor >= 0 else { throw FileFailure.exception(errno, FilePath.temporaryDirectory, isDirectory: true) }
      close(descriptor)
      return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    t.staticMethod("static string GetRandomFileName()") { _ in
      let letters = Array("abcdefghijklmnopqrstuvwxyz012345")
      let name = (0..<11).map { _ in letters[Int.random(in: 0..<letters.count)] }
      return String(name[..<8]) + "." + String(name[8...])
    }
  }
}

import Glibc

/// Paths as text, by the rules of System.IO.Path on Linux.
package enum FilePath {
  package static var currentDirectory: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The target of a symbolic link; nil where the path is none.
  package static func linkTarget(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package static func isRooted(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  /// The later path where it is rooted, else the two with one slash between.
  package static func combine(_ paths: [String]) -> String {
    var result = ""
    for path in paths where !path.isEmpty { result = isRooted(path) ? path : join([result, path]) }
    return result
  }

  /// The paths with a slash between where there is none.
  package static func join(_ paths: [String]) -> String {
    var result = ""
    for path in paths where !path.isEmpty {
      if !result.isEmpty, result.utf8.last != UInt8(ascii: "/"), !isRooted(path) { result += "/" }
      result += path
    }
    return result
  }

  package static func fileName(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// The extension with its point; empty where the name has none or ends in a point.
  package static func fileExtension(_ path: String) -> String {
    let name = fileName(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return name.utf8.index(after: dot) == name.utf8.endIndex ? "" : String(name[dot...])
  }

  package static func fileNameWithoutExtension(_ path: String) -> String {
    let name = fileName(path)
    return name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
  }

  /// The folder of a path; nil for the root, empty for a bare name.
  package static func directoryName(_ path: String) -> String? {
    if path.isEmpty { return nil }
    let bytes = Array(path.utf8)
    let slash = UInt8(ascii: "/")
    let root = bytes.first == slash ? 1 : 0
    var end = bytes.count
    if end <= root { return nil }
    while end > root, bytes[end - 1] != slash { end -= 1 }
    while end > root, bytes[end - 1] == slash { end -= 1 }
    return collapsed(String(decoding: bytes[..<end], as: UTF8.self))
  }

  /// Runs of slashes become one.
  private static func collapsed(_ path: String) -> String {
    guard path.contains("//") else { return path }
    var result: [UInt8] = []
    for byte in path.utf8 where byte != UInt8(ascii: "/") || result.last != byte { result.append(byte) }
    return String(decoding: result, as: UTF8.self)
  }

  /// The absolute path without `.`, `..` and doubled slashes; the file system is not asked.
  package static func full(_ path: String, from base: String? = nil) -> String {
    let whole = isRooted(path) ? path : join([base ?? currentDirectory, path])
    var parts: [Substring] = []
    for part in whole.split(separator: "/") {
      if part == "." { continue }
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let result = "/" + parts.joined(separator: "/")
    return whole.hasSuffix("/") && result != "/" ? result + "/" : result
  }

  /// How to get from one folder to a path.
  package static func relative(_ path: String, to base: String) -> String {
    let from = full(base).split(separator: "/")
    let to = full(path).split(separator: "/")
    var shared = 0
    while shared < from.count, shared < to.count, from[shared] == to[shared] { shared += 1 }
    let parts = Array(repeating: Substring(".."), count: from.count - shared) + to[shared...]
    if parts.isEmpty { return "." }
    let text = parts.joined(separator: "/")
    return path.hasSuffix("/") && to.count > shared ? text + "/" : text
  }

  package static func trimmingEndSlash(_ path: String) -> String {
    path.utf8.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  package static var temporaryDirectory: String {
    guard let folder = getenv("TMPDIR").map({ String(cString: $0) }), !folder.isEmpty else { return "/tmp/" }
    return folder.hasSuffix("/") ? folder : folder + "/"
  }

  package static func exists(_ path: String) -> Bool { !path.isEmpty && access(path, F_OK) == 0 }

  /// Whether the path leads to a folder, through links too.
  package static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return !path.isEmpty && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the path leads to something that is no folder.
  package static func isFile(_ path: String) -> Bool {
    var status = stat()
    guard !path.isEmpty, !path.hasSuffix("/"), stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFDIR
  }
}

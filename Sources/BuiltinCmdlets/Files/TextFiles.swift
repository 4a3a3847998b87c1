import Glibc
import ShellObjects
import ShellTypes

/// Writes text to a file in an encoding, through a buffer of its own.
final class TextFileWriter {
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private let encoding: TextEncoding
  private let path: String

  /// Opens the file.
  ///
  /// Throws PowerShell's error where that fails.
  init(path: String, encoding: TextEncoding, appends: Bool, refusesToReplace: Bool = false, force: Bool = false) throws
  {
    self.path = path
    self.encoding = encoding
    var flags = O_WRONLY | O_CREAT | O_CLOEXEC
    flags |= appends ? O_APPEND : O_TRUNC
    if refusesToReplace, !appends { flags |= O_EXCL }
    descriptor = Glibc.open(path, flags, 0o666)
    if descriptor < 0, errno == EACCES, force {
      chmod(path, 0o644)
      descriptor = Glibc.open(path, flags, 0o666)
    }
    guard descriptor >= 0 else { throw Self.failure(path, errno, refusesToReplace) }
    if lseek(descriptor, 0, SEEK_END) == 0 { buffer = encoding.mark }
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  func write(_ text: String) throws {
    if encoding.scheme == .utf8 { buffer.append(contentsOf: text.utf8) } else { buffer += encoding.bytes(text) }
    if buffer.count > 1 << 16 { try flush() }
  }

  func write(bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 16 { try flush() }
  }

  private func flush() throws {
    var start = 0
    while start < buffer.count {
      let count = buffer[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path, errno, false)
      }
      start += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and closes the file; a second call does nothing.
  func close() throws {
    guard descriptor >= 0 else { return }
    defer {
      Glibc.close(descriptor)
      descriptor = -1
    }
    try flush()
  }

  private static func failure(_ path: String, _ code: Int32, _ refusesToReplace: Bool) -> ShellError {
    if code == EEXIST, refusesToReplace {
      return ShellError(
        "System.IO.IOException", "The file '\(path)' already exists.", id: "NoClobber", .resourceExists,
        target: .string(path))
    }
    return FileTrouble(path, code).error
  }
}

/// A failed operation on a file, as .NET words it.
struct FileTrouble {
  let path: String
  let code: Int32

  init(_ path: String, _ code: Int32) {
    self.path = path
    self.code = code
  }

  var error: ShellError {
    switch code {
    case ENOENT:
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
      if !folder.isEmpty, access(folder, F_OK) != 0 {
        return ShellError(
          "System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(path)'.", id: "FileOpenFailure",
          .openError, target: .string(path))
      }
      return ShellError(
        "System.IO.FileNotFoundException", "Could not find file '\(path)'.", id: "FileOpenFailure", .openError,
        target: .string(path))
    case EACCES, EPERM, EISDIR, EROFS:
      return ShellError(
        "System.UnauthorizedAccessException", "Access to the path '\(path)' is denied.", id: "FileOpenFailure",
        .permissionDenied, target: .string(path))
    default:
      return ShellError(
        "System.IO.IOException", "\(String(cString: strerror(code))) : '\(path)'", id: "FileOpenFailure", .openError,
        target: .string(path))
    }
  }
}

/// Reads whole files.
enum FileReader {
  /// All bytes of a file.
  ///
  /// Throws PowerShell's error where it cannot be read.
  static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileTrouble(path, errno).error }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileTrouble(path, errno).error }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The text of a file; a byte order mark wins over the encoding.
  static func text(_ path: String, encoding: TextEncoding) throws -> String {
    let all = try bytes(path)
    if let (marked, length) = TextEncoding.marked(all) { return try marked.text(all.dropFirst(length)) }
    return try encoding.text(all)
  }
}

extension TextEncoding {
  /// The encoding an `-Encoding` argument means; UTF-8 where none was given.
  ///
  /// Throws for a name nobody knows.
  init(_ value: Value) throws {
    if value.isNull {
      self = .utf8
      return
    }
    if let encoding = value.payload(TextEncoding.self) {
      self = encoding
      return
    }
    let name = try value.text()
    switch name.lowercased() {
    case "utf8", "utf8nobom", "default", "oem", "ansi": self = .utf8
    case "utf8bom": self = .utf8WithMark
    case "unicode", "string", "utf16": self = .utf16
    case "bigendianunicode": self = .utf16BigEndian
    case "utf32": self = .utf32
    case "bigendianutf32": self = TextEncoding(.utf32BigEndian, hasMark: true)
    case "ascii": self = .ascii
    case "latin1": self = .latin1
    case "utf7": self = TextEncoding(.utf7)
    default:
      guard let found = TextEncoding.named(name) else {
        throw NetException.argument(
          "'\(name)' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.",
          "name")
      }
      self = found
    }
  }
}

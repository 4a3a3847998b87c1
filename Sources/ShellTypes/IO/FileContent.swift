import Glibc
import ShellObjects

/// Whole files: reading and writing their bytes and texts.
package enum FileContent {
  /// The bytes of a file; throws what .NET throws.
  package static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure.exception(errno, path) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw NetException("System.UnauthorizedAccessException", "Access to the path '\(path)' is denied.")
    }
    var result: [UInt8] = []
    // Why: files below /proc and /sys say size 0 or a page, so reading goes on to the end whatever the size.
    result.reserveCapacity(max(0, Int(status.st_size)) + 1)
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure.exception(errno, path)
      }
      if count == 0 { return result }
      result.append(contentsOf: buffer[..<count])
    }
  }

  package static func write(_ bytes: [UInt8], to path: String, appends: Bool = false) throws {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : O_TRUNC)
    let descriptor = open(path, flags, 0o666)
    guard descriptor >= 0 else { throw FileFailure.exception(errno, path, isDirectory: errno == ENOENT) }
    defer { close(descriptor) }
    try write(bytes, descriptor, path)
  }

  static func write(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure.exception(errno, path)
      }
      done += count
    }
  }

  /// The text of a file: by its byte order mark, or in the encoding where it has none.
  package static func text(_ path: String, _ encoding: TextEncoding = .utf8) throws -> String {
    try encoding.fileText(try bytes(path))
  }

  /// The lines of a text; a line end at the very end begins no line.
  package static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var current: [UInt8] = []
    var afterReturn = false
    var isOpen = false
    for byte in text.utf8 {
      if byte == 0x0A, afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = byte == 0x0D
      if byte == 0x0A || byte == 0x0D {
        lines.append(String(decoding: current, as: UTF8.self))
        current.removeAll(keepingCapacity: true)
        isOpen = false
      } else {
        current.append(byte)
        isOpen = true
      }
    }
    if isOpen { lines.append(String(decoding: current, as: UTF8.self)) }
    return lines
  }
}

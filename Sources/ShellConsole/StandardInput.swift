import Glibc

/// Standard input, read line by line and shared by everything that asks.
package final class StandardInput {
  // Why unsafe: only the interpreter's thread reads.
  package nonisolated(unsafe) static let shared = StandardInput()

  private var bytes: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// The next line without its end; nil at the end of input.
  package func readLine() -> String? {
    while true {
      if let newline = bytes[position...].firstIndex(of: 10) {
        var end = newline
        if end > position, bytes[end - 1] == 13 { end -= 1 }
        let line = String(decoding: bytes[position..<end], as: UTF8.self)
        position = newline + 1
        return line
      }
      guard fill() else {
        guard position < bytes.count else { return nil }
        let line = String(decoding: bytes[position...], as: UTF8.self)
        position = bytes.count
        return line
      }
    }
  }

  /// Everything that is left.
  package func readAll() -> String {
    while fill() {}
    let text = String(decoding: bytes[position...], as: UTF8.self)
    position = bytes.count
    return text
  }

  private func fill() -> Bool {
    if isAtEnd { return false }
    bytes.removeFirst(position)
    position = 0
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    guard count > 0 else {
      isAtEnd = true
      return false
    }
    bytes += buffer[..<count]
    return true
  }
}

/// Paths as text, before anything is looked up.
enum PathText {
  static let slash = UInt8(ascii: "/")
  static let backslash = UInt8(ascii: "\\")

  static func isSeparator(_ byte: UInt8) -> Bool { byte == slash || byte == backslash }

  /// The text before `::` and the text after it; nil for a path without provider.
  static func splitProvider(_ path: String) -> (provider: String, rest: String)? {
    let bytes = path.utf8
    var index = bytes.startIndex
    while let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
      let next = bytes.index(after: colon)
      guard next < bytes.endIndex else { return nil }
      if bytes[next] == UInt8(ascii: ":") {
        // Why: `/a::b` is a file's name.
        guard colon != bytes.startIndex, !bytes[..<colon].contains(slash) else { return nil }
        return (String(path[..<colon]), String(path[bytes.index(after: next)...]))
      }
      index = next
    }
    return nil
  }

  /// The drive before the first colon and the text after it; nil where no drive is named.
  static func splitDrive(_ path: String) -> (drive: String, rest: String)? {
    let bytes = path.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon != bytes.startIndex else { return nil }
    if bytes[..<colon].contains(where: isSeparator) { return nil }
    if bytes[..<colon].elementsEqual([UInt8(ascii: ".")]) { return nil }
    return (String(path[..<colon]), String(path[bytes.index(after: colon)...]))
  }

  /// The parts between separators of either kind; empty ones are left out.
  static func parts(_ path: String) -> [String] {
    path.utf8.split(whereSeparator: isSeparator).map { String(Substring($0)) }
  }

  static func isRooted(_ path: String) -> Bool { path.utf8.first.map(isSeparator) ?? false }

  /// `~` alone or before a separator; the text after it, nil for any other path.
  static func afterHome(_ path: String) -> String? {
    let bytes = path.utf8
    guard bytes.first == UInt8(ascii: "~") else { return nil }
    let rest = bytes.dropFirst()
    guard rest.first.map(isSeparator) ?? true else { return nil }
    return String(Substring(rest))
  }

  /// The parts with `.` dropped and `..` applied; never above where they begin.
  static func shortened(_ parts: [String]) -> [String] {
    var result: [String] = []
    for part in parts where part != "." {
      if part == ".." { _ = result.popLast() } else { result.append(part) }
    }
    return result
  }

  /// The text with backslashes turned into slashes.
  static func withSlashes(_ path: String) -> String {
    guard path.utf8.contains(backslash) else { return path }
    return String(decoding: path.utf8.map { $0 == backslash ? slash : $0 }, as: UTF8.self)
  }
}

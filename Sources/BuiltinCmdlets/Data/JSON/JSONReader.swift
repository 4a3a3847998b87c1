import ShellObjects
import ShellTypes

/// Reads JSON as PowerShell does: strict text, and the liberties its reader takes.
///
/// Comments, single quotes, names without quotes, trailing commas, hexadecimal and octal numbers, NaN and the
/// infinities are read. Objects keep the order of their names; whole numbers are 64 bits wide or big.
struct JSONReader {
  /// What an object becomes.
  enum Shape: Sendable { case customObject, hashtable }
  /// What a text in ISO 8601 becomes.
  enum DateKind: String, Sendable { case automatic, local, utc, offset, string }

  private let bytes: [UInt8]
  private let shape: Shape
  private let dates: DateKind
  private let maximumDepth: Int
  private var position = 0
  private var path = JSONPath()

  init(_ text: String, shape: Shape = .customObject, dates: DateKind = .automatic, maximumDepth: Int = 1024) {
    bytes = Array(text.utf8)
    self.shape = shape
    self.dates = dates
    self.maximumDepth = maximumDepth
  }

  /// The value of the whole text.
  ///
  /// Throws a JSONFailure that says what is wrong, or an error about keys.
  mutating func read() throws -> Value {
    guard try skipSpace() else { return .null }
    let value = try readValue()
    if try skipSpace() {
      throw failure("Additional text encountered after finished reading JSON content: \(character(at: position)).")
    }
    return value
  }

  // MARK: Values

  private mutating func readValue() throws -> Value {
    guard position < bytes.count else { throw failure("Unexpected end when reading JSON.") }
    switch bytes[position] {
    case 0x7B: return try readObject()
    case 0x5B: return try readArray()
    case 0x22, 0x27: return try date(readString())
    case 0x74: return try readWord("true", .bool(true))
    case 0x66: return try readWord("false", .bool(false))
    case 0x6E: return try readWord("null", .null)
    case 0x75: return try readWord("undefined", .null)
    case 0x4E: return try readWord("NaN", .double(.nan))
    case 0x49: return try readWord("Infinity", .double(.infinity))
    case 0x2D where position + 1 < bytes.count && bytes[position + 1] == 0x49:
      return try readWord("-Infinity", .double(-.infinity))
    case 0x2D, 0x2E, 0x30...0x39: return try readNumber()
    default: throw failure("Unexpected character encountered while parsing value: \(character(at: position)).")
    }
  }

  private mutating func readWord(_ word: String, _ value: Value) throws -> Value {
    for byte in word.utf8 {
      guard position < bytes.count else { throw failure("Unexpected end when reading JSON.") }
      guard bytes[position] == byte else {
        position = bytes.index(position, offsetBy: 0)
        throw failure("Error parsing \(word == "undefined" ? "undefined" : word == "null" ? "null" : "boolean") value.")
      }
      position += 1
    }
    if position < bytes.count, Self.isNameByte(bytes[position]) {
      throw failure("Error parsing boolean value.")
    }
    return value
  }

  private mutating func enter(_ step: JSONPath.Step) throws {
    position += 1
    path.push(step)
    if path.depth > maximumDepth {
      throw failure("The reader's MaxDepth of \(maximumDepth) has been exceeded.")
    }
  }

  private mutating func readArray() throws -> Value {
    try enter(.index(-1))
    var elements: [Value] = []
    while true {
      guard try skipSpace() else { throw JSONFailure("Unexpected end when reading token. Path '\(path.text)'.") }
      if bytes[position] == 0x5D { break }
      path.advance()
      if bytes[position] == 0x2C {
        elements.append(.null)
      } else {
        path.isInside = false
        elements.append(try readValue())
      }
      path.isInside = true
      if try endsElement(0x5D) { break }
    }
    position += 1
    path.pop()
    return .object(PSArray(elements))
  }

  /// Skips what follows an element: true at the end of the container, false behind a comma.
  private mutating func endsElement(_ end: UInt8) throws -> Bool {
    guard try skipSpace() else {
      throw end == 0x7D && path.depth == 1
        ? failure("Unexpected end when deserializing object.")
        : JSONFailure("Unexpected end when reading token. Path '\(path.text)'.")
    }
    if bytes[position] == end { return true }
    guard bytes[position] == 0x2C else {
      throw failure("After parsing a value an unexpected character was encountered: \(character(at: position)).")
    }
    position += 1
    return false
  }

  private mutating func readObject() throws -> Value {
    try enter(.name(nil))
    var keys = JSONKeys(shape)
    while true {
      guard try skipSpace() else {
        throw failure(keys.isEmpty ? "Unexpected end when reading JSON." : "Unexpected end when deserializing object.")
      }
      if bytes[position] == 0x7D { break }
      let name = try readName()
      guard try skipSpace() else {
        throw failure("Invalid character after parsing property name. Expected ':' but got: \u{0}.")
      }
      guard bytes[position] == 0x3A else {
        throw failure(
          "Invalid character after parsing property name. Expected ':' but got: \(character(at: position)).")
      }
      position += 1
      path.setName(name)
      guard try skipSpace() else { throw failure("Unexpected end when deserializing object.") }
      try keys.set(name, try readValue())
      if try endsElement(0x7D) { break }
    }
    position += 1
    path.pop()
    return keys.value
  }

  private mutating func readName() throws -> String {
    let first = bytes[position]
    if first == 0x22 || first == 0x27 { return try readString() }
    guard Self.isNameByte(first) else {
      throw failure("Invalid property identifier character: \(character(at: position)).")
    }
    let start = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte == 0x24
      || byte >= 0x80
  }

  // MARK: Numbers

  private mutating func readNumber() throws -> Value {
    let start = position
    while position < bytes.count, Self.isNumberByte(bytes[position]) { position += 1 }
    if position < bytes.count, Self.isNameByte(bytes[position]) {
      let wrong = character(at: position)
      throw failure("Unexpected character encountered while parsing number: \(wrong).")
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let value = JSONNumber.value(text) { return value }
    throw failure("Input string '\(text)' is not a valid number.")
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66, 0x78, 0x58, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  // MARK: Strings

  private mutating func readString() throws -> String {
    let quote = bytes[position]
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != quote, bytes[position] != 0x5C { position += 1 }
    if position < bytes.count, bytes[position] == quote {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var content = JSONText(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote { return content.text }
      if byte == 0x5C { try readEscape(into: &content) } else { content.append(byte) }
    }
    throw failure("Unterminated string. Expected delimiter: \(Character(Unicode.Scalar(quote))).")
  }

  private mutating func readEscape(into content: inout JSONText) throws {
    guard position < bytes.count else { throw failure("Unterminated string. Expected delimiter: \".") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x62: content.append(0x08)
    case 0x74: content.append(0x09)
    case 0x6E: content.append(0x0A)
    case 0x66: content.append(0x0C)
    case 0x72: content.append(0x0D)
    case 0x5C, 0x22, 0x27, 0x2F: content.append(byte)
    case 0x75: content.append(unit: try readHexadecimal())
    default:
      let wrong = character(at: position - 1)
      throw failure("Bad JSON escape sequence: \\\(wrong).")
    }
  }

  private mutating func readHexadecimal() throws -> UInt16 {
    // Why: the reader looks four characters ahead before it looks at any.
    guard position + 4 < bytes.count else {
      position = min(position, bytes.count)
      throw failure("Unexpected end while parsing Unicode escape sequence.")
    }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard let unit = UInt16(digits, radix: 16) else {
      throw failure("Invalid Unicode escape sequence: \\u\(digits).")
    }
    position += 4
    return unit
  }

  private func date(_ text: String) throws -> Value {
    dates == .string ? .string(text) : JSONDate.value(text, dates) ?? .string(text)
  }

  // MARK: Space

  /// Skips white space and comments; false at the end of the text.
  private mutating func skipSpace() throws -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C: position += 1
      case 0x2F: try skipComment()
      default: return true
      }
    }
    return false
  }

  private mutating func skipComment() throws {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if next == 0x2F {
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      return
    }
    guard next == 0x2A else { throw failure("Error parsing comment. Expected: *, got \(character(at: position + 1)).") }
    position += 2
    while position + 1 < bytes.count {
      if bytes[position] == 0x2A, bytes[position + 1] == 0x2F {
        position += 2
        return
      }
      position += 1
    }
    position = bytes.count
    throw failure("Unexpected end while parsing comment.")
  }

  // MARK: Failures

  private func character(at index: Int) -> String {
    guard index < bytes.count else { return "\u{0}" }
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }

  /// A failure with the path and the place: lines from 1, characters of the line before the place.
  private func failure(_ message: String) -> JSONFailure {
    let read = bytes[..<min(position, bytes.count)]
    let lines = read.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let lineStart = read.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[lineStart..<read.endIndex], as: UTF8.self).utf16.count
    // Why: a reader that has read nothing is on no line.
    let line = position == 0 ? 0 : lines + 1
    return JSONFailure("\(message) Path '\(path.text)', line \(line), position \(column).")
  }
}

/// Why a text is no JSON.
struct JSONFailure: Error {
  let message: String
  init(_ message: String) { self.message = message }
}

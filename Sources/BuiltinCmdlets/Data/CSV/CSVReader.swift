import ShellObjects

/// Reads the rows of delimited text, one after the other.
///
/// Fields may be quoted, with doubled quotes inside and line ends of their own; spaces before a field are dropped.
struct CSVReader {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position = 0

  init(_ text: String, delimiter: UInt8) {
    bytes = Array(text.utf8)
    self.delimiter = delimiter
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The fields of the next row; nil at the end.
  ///
  /// A blank line is a row of one empty field.
  mutating func next() -> [String]? { nextRow().map { $0.map(\.text) } }

  struct Field {
    let text: String
    let isQuoted: Bool
  }

  mutating func nextRow() -> [Field]? {
    guard position < bytes.count else { return nil }
    var fields: [Field] = []
    while true {
      let (field, isLast) = readField()
      fields.append(field)
      if isLast { return fields }
    }
  }

  private mutating func readField() -> (Field, isLast: Bool) {
    var content: [UInt8] = []
    while position < bytes.count, bytes[position] == 0x20 || (bytes[position] == 0x09 && delimiter != 0x09) {
      position += 1
    }
    let isQuoted = position < bytes.count && bytes[position] == 0x22
    if isQuoted {
      position += 1
      readQuoted(into: &content)
    }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == delimiter { return (Self.field(content, isQuoted), false) }
      if byte == 0x0A { return (Self.field(content, isQuoted), true) }
      if byte == 0x0D {
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        return (Self.field(content, isQuoted), true)
      }
      // Why: what stands between a closing quote and the delimiter belongs to no field.
      if !isQuoted { content.append(byte) }
    }
    return (Self.field(content, isQuoted), true)
  }

  private mutating func readQuoted(into content: inout [UInt8]) {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == 0x22 else {
        content.append(byte)
        continue
      }
      guard position < bytes.count, bytes[position] == 0x22 else { return }
      content.append(0x22)
      position += 1
    }
  }

  private static func field(_ content: [UInt8], _ isQuoted: Bool) -> Field {
    Field(text: String(decoding: content, as: UTF8.self), isQuoted: isQuoted)
  }
}

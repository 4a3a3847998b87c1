import ShellObjects
import ShellTypes

/// Where in a document the reader is: names and indices from the root.
struct JSONPath {
  enum Step {
    case name(String?)
    case index(Int)
  }

  private var steps: [Step] = []
  /// Whether the innermost step counts: not before the first element of a container.
  var isInside = true

  var depth: Int { steps.count }

  mutating func push(_ step: Step) {
    steps.append(step)
    isInside = false
  }

  mutating func pop() {
    if !steps.isEmpty { steps.removeLast() }
    isInside = true
  }

  mutating func advance() {
    if case .index(let index)? = steps.last { steps[steps.count - 1] = .index(index + 1) }
  }

  mutating func setName(_ name: String) {
    if !steps.isEmpty { steps[steps.count - 1] = .name(name) }
    isInside = true
  }

  var text: String {
    var text = ""
    for (position, step) in steps.enumerated() where position < steps.count - 1 || isInside {
      switch step {
      case .index(let index) where index >= 0: text += "[\(index)]"
      case .name(let name?):
        let isPlain = !name.contains { " .'/\"[]()\t\n\r\u{000C}\u{0008}\\".contains($0) }
        text += isPlain ? (text.isEmpty ? name : ".\(name)") : "['\(name)']"
      default: break
      }
    }
    return text
  }
}

/// The names and values of one object, as the shape that was asked for.
struct JSONKeys {
  private let object: PSCustomObject?
  private let table: PSHashtable

  static let hashtableName = "System.Management.Automation.OrderedHashtable"

  init(_ shape: JSONReader.Shape) {
    object = shape == .customObject ? PSCustomObject() : nil
    table = PSHashtable(PSType.named(Self.hashtableName), isCaseSensitive: true)
  }

  var isEmpty: Bool { object?.values.isEmpty ?? (table.table.count == 0) }

  mutating func set(_ name: String, _ value: Value) throws {
    guard let object else {
      table.set(name, value)
      return
    }
    if name.isEmpty {
      throw ShellError(
        "System.InvalidOperationException",
        "The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.",
        id: "EmptyKeyInJsonString", .invalidOperation)
    }
    if let known = object.shape.names.first(where: { $0.equalsName(name) }), !known.isIdentical(to: name) {
      throw ShellError(
        "System.InvalidOperationException",
        "Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '\(known)' was '\(name)'.",
        id: "KeysWithDifferentCasingInJsonString", .invalidOperation)
    }
    object.set(name, value)
  }

  var value: Value { object.map { .object($0) } ?? .object(table) }
}

/// Numbers as the reader takes them.
enum JSONNumber {
  /// The number a text means; nil where it is none.
  static func value(_ text: String) -> Value? {
    let isNegative = text.utf8.first == 0x2D
    let digits = isNegative ? text.dropFirst() : text[...]
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      return Int64(digits.dropFirst(2), radix: 16).map { .int64(isNegative ? 0 &- $0 : $0) }
    }
    if digits.utf8.count > 1, digits.utf8.first == 0x30, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      return Int64(digits, radix: 8).map { .int64(isNegative ? 0 &- $0 : $0) }
    }
    if let whole = Int64(text), text.utf8.first != 0x2B { return .int64(whole) }
    if digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), !digits.isEmpty {
      return try? Value.string(text).converted(to: PSType.named("System.Numerics.BigInteger"))
    }
    return Double(text).map { .double($0) }
  }
}

/// Dates as the reader takes them: texts in ISO 8601 with seconds, and Microsoft's older form.
enum JSONDate {
  /// The moment a text means; nil where it is a plain text.
  static func value(_ text: String, _ kind: JSONReader.DateKind) -> Value? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, bytes.count <= 40, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54,
      bytes[13] == 0x3A, bytes[16] == 0x3A, isZoned(bytes)
    else { return nil }
    if kind == .offset {
      return (try? DateTimeOffsetValue(parsing: text, culture: .invariant))?.value
    }
    guard let moment = moment(text, hasZone: bytes.last == 0x5A, hasOffset: bytes.count > 6 && isOffset(bytes)) else {
      return nil
    }
    switch kind {
    case .local: return (moment.kind == .unspecified ? moment.with(kind: .local) : moment.local).value
    case .utc: return (moment.kind == .unspecified ? moment.with(kind: .utc) : moment.universal).value
    default: return moment.value
    }
  }

  /// Whether what follows the seconds is a fraction and a zone, if anything.
  private static func isZoned(_ bytes: [UInt8]) -> Bool {
    var position = 19
    if position < bytes.count, bytes[position] == 0x2E {
      position += 1
      let start = position
      while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
      if position == start { return false }
    }
    if position == bytes.count { return true }
    if bytes[position] == 0x5A { return position + 1 == bytes.count }
    guard bytes[position] == 0x2B || bytes[position] == 0x2D else { return false }
    let rest = bytes.count - position
    return rest == 6 || rest == 5 || rest == 3
  }

  private static func isOffset(_ bytes: [UInt8]) -> Bool {
    bytes[19...].contains { $0 == 0x2B || $0 == 0x2D }
  }

  private static func moment(_ text: String, hasZone: Bool, hasOffset: Bool) -> DateTimeValue? {
    guard let parsed = try? DateTimeOffsetValue(parsing: text, culture: .invariant) else { return nil }
    if hasZone { return parsed.utcDateTime }
    return hasOffset ? parsed.localDateTime : parsed.dateTime.with(kind: .unspecified)
  }
}

/// A text under construction, in which halves of surrogate pairs meet.
struct JSONText {
  private var bytes: [UInt8]
  private var high: UInt16?

  init(_ start: ArraySlice<UInt8>) { bytes = Array(start) }

  var text: String {
    var copy = self
    copy.flush()
    return String(decoding: copy.bytes, as: UTF8.self)
  }

  mutating func append(_ byte: UInt8) {
    flush()
    bytes.append(byte)
  }

  mutating func append(unit: UInt16) {
    if let first = high, unit >= 0xDC00, unit <= 0xDFFF {
      high = nil
      bytes.append(contentsOf: String(decoding: [first, unit], as: UTF16.self).utf8)
      return
    }
    flush()
    if unit >= 0xD800, unit <= 0xDBFF { high = unit } else { bytes.append(contentsOf: String(utf16CodeUnits: unit).utf8) }
  }

  private mutating func flush() {
    guard high != nil else { return }
    high = nil
    bytes.append(contentsOf: "\u{FFFD}".utf8)
  }
}

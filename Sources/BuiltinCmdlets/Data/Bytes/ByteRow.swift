import CmdletKit
import ShellObjects
import ShellTypes

/// Up to sixteen bytes as `Format-Hex` shows them.
struct ByteRow {
  let bytes: [UInt8]
  let offset: UInt64
  let path: String?

  static let typeName = "Microsoft.PowerShell.Commands.ByteCollection"

  var value: Value { .object(Box(self, PSType.named(Self.typeName))) }

  var hexBytes: String { bytes.map { HexText.upper(CollectionOfOne($0)) }.joined(separator: " ") }

  var hexOffset: String {
    let digits = String(offset, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }

  /// The bytes as characters; U+FFFD stands for what cannot be shown, a space for zero.
  var ascii: String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let isControl = byte < 0x20 || (byte >= 0x7F && byte < 0xA0)
      text.append(byte == 0 ? " " : isControl ? "\u{FFFD}" : Unicode.Scalar(byte))
    }
    return String(text)
  }

  static let declaration = TypeDeclaration(typeName, of: ByteRow.self) { members in
    members.property("ulong Offset64 {get;}") { $0.offset }
    members.property("uint Offset {get;}") { UInt32(truncatingIfNeeded: $0.offset) }
    members.property("byte[] Bytes {get;}") { row -> Value in
      .object(PSArray(row.bytes.map(\.value), elementType: .byte))
    }
    members.property("string Path {get;}") { $0.path }
    members.property("string HexOffset {get;}") { $0.hexOffset }
    members.property("string HexBytes {get;}") { $0.hexBytes }
    members.property("string Ascii {get;}") { $0.ascii }
    members.behavior.text = { value in
      guard let row = value.payload(ByteRow.self) else { return "" }
      let padding = String(repeating: " ", count: max(0, 47 - row.hexBytes.count))
      return "\(row.hexOffset)   \(row.hexBytes)\(padding) \(row.ascii)"
    }
  }
}

/// Gathers numbers of one type that follow each other in the pipeline, so that they are shown together.
struct ByteGathering {
  private var bytes: [UInt8] = []
  private var type: PSType?

  /// Takes an object and gives the bytes that are complete; an object without bytes is reported.
  mutating func add(_ value: Value, _ encoding: TextEncoding, _ context: any CmdletContext) throws -> [UInt8]? {
    if let text = value.string {
      let before = finish()
      let own = encoding.bytes(text)
      bytes = own
      type = nil
      return before ?? finish()
    }
    let elements = value.isEnumerable ? try value.enumerated() : [value]
    guard let kind = elements.first?.base.type, let added = Self.bytes(of: elements) else {
      try context.writeError(
        ShellError(
          "System.ArgumentException",
          "Cannot convert input of type '\(value.type.fullName)' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping to Format-Hex.",
          id: "FormatHexTypeNotSupported", .invalidArgument, target: value
        ).record)
      return nil
    }
    let before = type === kind && !value.isEnumerable ? nil : finish()
    type = value.isEnumerable ? nil : kind
    bytes += added
    return before
  }

  mutating func finish() -> [UInt8]? {
    defer { bytes = [] }
    return bytes.isEmpty ? nil : bytes
  }

  private static func bytes(of elements: [Value]) -> [UInt8]? {
    var all: [UInt8] = []
    for element in elements {
      guard let some = bytes(of: element.base) else { return nil }
      all += some
    }
    return all
  }

  private static func bytes(of value: Value) -> [UInt8]? {
    switch value {
    case .bool(let flag): return little(Int32(flag ? 1 : 0))
    case .char(let unit): return unit < 0x100 ? [UInt8(unit)] : little(unit)
    case .int32(let number): return little(number)
    case .int64(let number): return little(number)
    case .double(let number): return little(number.bitPattern)
    case .object(let number as EnumObject): return little(Int32(truncatingIfNeeded: number.number))
    case .object(let number as NumberObject):
      switch number.payload {
      case .int8(let number): return little(number)
      case .uint8(let number): return [number]
      case .int16(let number): return little(number)
      case .uint16(let number): return little(number)
      case .uint32(let number): return little(number)
      case .uint64(let number): return little(number)
      case .single(let number): return little(number.bitPattern)
      case .decimal: return nil
      }
    default: return nil
    }
  }

  private static func little<T: FixedWidthInteger>(_ number: T) -> [UInt8] {
    stride(from: 0, to: T.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: number >> T($0)) }
  }
}

import ShellObjects

/// System.IO.BinaryReader and BinaryWriter: little-endian numbers and texts with a length before them.
enum BinaryStreams {
  static let reader = TypeDeclaration("System.IO.BinaryReader", interfaces: ["System.IDisposable"], of: Reader.self) {
    t in
    let type = t.type
    for more in ["", ", System.Text.Encoding encoding"] {
      t.constructor("System.IO.BinaryReader new(System.IO.Stream input\(more))") { a in
        guard let stream = a.payload(0, ByteStream.self) else { throw NetException.argumentNull("input") }
        return Value.object(Box(Reader(stream: stream, encoding: a.payload(1, TextEncoding.self) ?? .utf8), type))
      }
    }
    for name in ["Close", "Dispose"] {
      t.method("void \(name)()") { this, _ in
        this.stream.close()
        return Value.void
      }
    }
    t.property("System.IO.Stream BaseStream {get;}") { $0.stream }
    t.method("bool ReadBoolean()") { this, _ in try this.number(UInt8.self) != 0 }
    t.method("byte ReadByte()") { this, _ in try this.number(UInt8.self) }
    t.method("sbyte ReadSByte()") { this, _ in try this.number(Int8.self) }
    t.method("short ReadInt16()") { this, _ in try this.number(Int16.self) }
    t.method("ushort ReadUInt16()") { this, _ in try this.number(UInt16.self) }
    t.method("int ReadInt32()") { this, _ in try this.number(Int32.self) }
    t.method("uint ReadUInt32()") { this, _ in try this.number(UInt32.self) }
    t.method("long ReadInt64()") { this, _ in try this.number(Int64.self) }
    t.method("ulong ReadUInt64()") { this, _ in try this.number(UInt64.self) }
    t.method("float ReadSingle()") { this, _ in Float(bitPattern: try this.number(UInt32.self)) }
    t.method("double ReadDouble()") { this, _ in Double(bitPattern: try this.number(UInt64.self)) }
    t.method("byte[] ReadBytes(int count)") { this, a in Value(bytes: try this.upTo(a.int(0))) }
    t.method("string ReadString()") { this, _ in try this.string() }
    t.method("char ReadChar()") { this, _ in Value.char(UInt16(try this.number(UInt8.self))) }
    t.method("int PeekChar()") { this, _ in
      let place = try this.stream.position()
      let next = try this.stream.read(1).first
      try this.stream.seek(to: place)
      return next.map { Int($0) } ?? -1
    }
  }

  struct Reader {
    let stream: ByteStream
    let encoding: TextEncoding

    func upTo(_ count: Int) throws -> [UInt8] {
      var bytes: [UInt8] = []
      while bytes.count < count {
        let part = try stream.read(count - bytes.count)
        if part.isEmpty { break }
        bytes += part
      }
      return bytes
    }

    func exactly(_ count: Int) throws -> [UInt8] {
      let bytes = try upTo(count)
      if bytes.count < count {
        throw NetException("System.IO.EndOfStreamException", "Unable to read beyond the end of the stream.")
      }
      return bytes
    }

    func number<N: FixedWidthInteger>(_ type: N.Type) throws -> N {
      try exactly(N.bitWidth / 8).enumerated().reduce(0) {
        $0 | N(truncatingIfNeeded: $1.element) << N(truncatingIfNeeded: $1.offset * 8)
      }
    }

    func string() throws -> String {
      var length = 0
      var shift = 0
      while shift < 35 {
        let byte = try number(UInt8.self)
        length |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return try encoding.text(try exactly(length)) }
        shift += 7
      }
      throw NetException.format("Too many bytes in what should have been a 7-bit encoded integer.")
    }
  }

  static let writer = TypeDeclaration("System.IO.BinaryWriter", interfaces: ["System.IDisposable"], of: Reader.self) {
    t in
    let type = t.type
    for more in ["", ", System.Text.Encoding encoding"] {
      t.constructor("System.IO.BinaryWriter new(System.IO.Stream output\(more))") { a in
        guard let stream = a.payload(0, ByteStream.self) else { throw NetException.argumentNull("output") }
        return Value.object(Box(Reader(stream: stream, encoding: a.payload(1, TextEncoding.self) ?? .utf8), type))
      }
    }
    for name in ["Close", "Dispose", "Flush"] {
      t.method("void \(name)()") { this, _ in
        if name != "Flush" { this.stream.close() }
        return Value.void
      }
    }
    t.property("System.IO.Stream BaseStream {get;}") { $0.stream }
    addNumber(&t, UInt8.self)
    addNumber(&t, Int8.self)
    addNumber(&t, Int16.self)
    addNumber(&t, UInt16.self)
    addNumber(&t, Int32.self)
    addNumber(&t, UInt32.self)
    addNumber(&t, Int64.self)
    addNumber(&t, UInt64.self)
    t.method("void Write(bool value)") { this, a in try put(this, [a.bool(0) ? 1 : 0]) }
    t.method("void Write(double value)") { this, a in try put(this, bytes(a.double(0).bitPattern)) }
    t.method("void Write(float value)") { this, a in try put(this, bytes(Float(a.double(0)).bitPattern)) }
    t.method("void Write(byte[] buffer)") { this, a in try put(this, a.bytes(0)) }
    t.method("void Write(string value)") { this, a in
      let text = this.encoding.bytes(a.string(0))
      var prefix: [UInt8] = []
      var rest = text.count
      while rest >= 0x80 {
        prefix.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      return try put(this, prefix + [UInt8(truncatingIfNeeded: rest)] + text)
    }
  }

  private static func put(_ writer: Reader, _ bytes: [UInt8]) throws -> Value {
    try writer.stream.write(bytes)
    return .void
  }

  private static func bytes<N: FixedWidthInteger>(_ number: N) -> [UInt8] {
    (0..<N.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> N(truncatingIfNeeded: $0 * 8)) }
  }

  private static func addNumber<N: NetInteger>(_ t: inout MemberList<Reader>, _ type: N.Type) {
    t.method("void Write(\(N.shortName) value)") { this, a in try put(this, bytes(a.integer(0, type))) }
  }
}

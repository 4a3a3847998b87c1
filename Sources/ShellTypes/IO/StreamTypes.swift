import ShellObjects

/// System.IO.Stream, MemoryStream and FileStream.
enum StreamTypes {
  static let declarations: [TypeDeclaration] = [
    stream, memory, FileStreamType.declaration, TextReader.declaration, TextReader.streamDeclaration,
    TextReader.stringDeclaration, TextWriter.declaration, TextWriter.streamDeclaration, TextWriter.stringDeclaration,
    BinaryStreams.reader, BinaryStreams.writer,
  ]

  private static func checkBuffer(_ buffer: PSArray, _ offset: Int, _ count: Int) throws {
    try Ranges.nonNegative(offset, "offset")
    try Ranges.nonNegative(count, "count")
    guard count <= buffer.elements.count - offset else {
      throw NetException.outOfRange(
        "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
        "count")
    }
  }

  private static let stream = TypeDeclaration(
    "System.IO.Stream", base: "System.MarshalByRefObject",
    interfaces: ["System.IDisposable", "System.IAsyncDisposable"],
    of: ByteStream.self
  ) { t in
    t.staticProperty("static System.IO.Stream Null {get;}") { ByteStream() }
    t.method("void Close()") { this, _ in closed(this) }
    t.method("void Dispose()") { this, _ in closed(this) }
    t.method("void Flush()") { this, _ in
      try this.flush()
      return Value.void
    }
    t.method("void CopyTo(System.IO.Stream destination)") { this, a in try copied(this, a) }
    t.method("void CopyTo(System.IO.Stream destination, int bufferSize)") { this, a in try copied(this, a) }
    addReading(&t)
    addWriting(&t)
    addPlace(&t)
  }

  private static func closed(_ stream: ByteStream) -> Value {
    stream.close()
    return .void
  }

  private static func copied(_ stream: ByteStream, _ a: Arguments) throws -> Value {
    guard let target = a.payload(0, ByteStream.self) else { throw NetException.argumentNull("destination") }
    try target.write(try stream.rest())
    return .void
  }

  private static func addReading(_ t: inout MemberList<ByteStream>) {
    t.method("int Read(byte[] buffer, int offset, int count)") { this, a in
      guard let buffer = a.object(0, PSArray.self) else { throw NetException.argumentNull("buffer") }
      try checkBuffer(buffer, a.int(1), a.int(2))
      let bytes = try this.read(a.int(2))
      buffer.elements.replaceSubrange(a.int(1)..<a.int(1) + bytes.count, with: bytes.map(\.value))
      return bytes.count
    }
    t.method("int ReadByte()") { this, _ in try this.read(1).first.map { Int($0) } ?? -1 }
    t.method("void ReadExactly(byte[] buffer, int offset, int count)") { this, a in
      guard let buffer = a.object(0, PSArray.self) else { throw NetException.argumentNull("buffer") }
      try checkBuffer(buffer, a.int(1), a.int(2))
      var bytes: [UInt8] = []
      while bytes.count < a.int(2) {
        let part = try this.read(a.int(2) - bytes.count)
        if part.isEmpty {
          throw NetException("System.IO.EndOfStreamException", "Unable to read beyond the end of the stream.")
        }
        bytes += part
      }
      buffer.elements.replaceSubrange(a.int(1)..<a.int(1) + bytes.count, with: bytes.map(\.value))
      return Value.void
    }
    t.property("bool CanRead {get;}") { $0.canRead }
  }

  private static func addWriting(_ t: inout MemberList<ByteStream>) {
    t.method("void Write(byte[] buffer, int offset, int count)") { this, a in
      guard let buffer = a.object(0, PSArray.self) else { throw NetException.argumentNull("buffer") }
      try checkBuffer(buffer, a.int(1), a.int(2))
      try this.write(buffer.elements[a.int(1)..<a.int(1) + a.int(2)].map { $0.integer(UInt8.self) })
      return Value.void
    }
    t.method("void Write(System.ReadOnlySpan[byte] buffer)") { this, a in
      try this.write(a.bytes(0))
      return Value.void
    }
    t.method("void WriteByte(byte value)") { this, a in
      try this.write([a.integer(0, UInt8.self)])
      return Value.void
    }
    t.method("void SetLength(long value)") { this, a in
      try this.setLength(a.int64(0))
      return Value.void
    }
    t.property("bool CanWrite {get;}") { $0.canWrite }
  }

  private static func addPlace(_ t: inout MemberList<ByteStream>) {
    t.method("long Seek(long offset, System.IO.SeekOrigin origin)") { this, a in
      let start: Int64 = a.int(1) == 0 ? 0 : a.int(1) == 1 ? try this.position() : try this.length()
      let (target, overflow) = start.addingReportingOverflow(a.int64(0))
      guard !overflow, target >= 0 else {
        throw NetException(
          "System.IO.IOException", "An attempt was made to move the position before the beginning of the stream.")
      }
      try this.seek(to: target)
      return target
    }
    t.property("bool CanSeek {get;}") { $0.canSeek }
    t.property("bool CanTimeout {get;}") { _ in false }
    t.property("long Length {get;}") { try $0.length() }
    t.property("long Position {get;set;}") {
      try $0.position()
    } set: { this, new in
      let target = new.integer(Int64.self)
      guard target >= 0 else {
        throw NetException.outOfRange("value ('\(target)') must be a non-negative value.", "value", actual: new)
      }
      try this.seek(to: target)
    }
  }

  private static let memory = TypeDeclaration("System.IO.MemoryStream", base: "System.IO.Stream", of: ByteStream.self) {
    t in
    let name = "System.IO.MemoryStream"
    t.constructor("\(name) new()") { _ in MemoryByteStream() }
    t.constructor("\(name) new(int capacity)") { a in
      try Ranges.nonNegative(a.int(0), "capacity")
      return MemoryByteStream()
    }
    for more in ["", ", bool writable"] {
      t.constructor("\(name) new(byte[] buffer\(more))") { a in
        try Ranges.notNull(a[0], "buffer")
        return MemoryByteStream(a.bytes(0), isExpandable: false, isWritable: more.isEmpty || a.bool(1))
      }
      t.constructor("\(name) new(byte[] buffer, int index, int count\(more))") { a in
        guard let buffer = a.object(0, PSArray.self) else { throw NetException.argumentNull("buffer") }
        try checkBuffer(buffer, a.int(1), a.int(2))
        return MemoryByteStream(
          Array(a.bytes(0)[a.int(1)..<a.int(1) + a.int(2)]), isExpandable: false, isWritable: more.isEmpty || a.bool(3))
      }
    }
    t.method("byte[] ToArray()") { this, _ in Value(bytes: (this as? MemoryByteStream)?.bytes ?? []) }
    t.method("byte[] GetBuffer()") { this, _ in Value(bytes: (this as? MemoryByteStream)?.bytes ?? []) }
    t.method("void WriteTo(System.IO.Stream stream)") { this, a in
      guard let target = a.payload(0, ByteStream.self) else { throw NetException.argumentNull("stream") }
      try target.write((this as? MemoryByteStream)?.bytes ?? [])
      return Value.void
    }
    t.property("int Capacity {get;set;}") {
      ($0 as? MemoryByteStream)?.bytes.count ?? 0
    } set: { _, _ in
    }
  }
}

/// System.IO.FileStream.
enum FileStreamType {
  static let declaration = TypeDeclaration("System.IO.FileStream", base: "System.IO.Stream", of: ByteStream.self) { t in
    let name = "System.IO.FileStream"
    t.constructor("\(name) new(string path, System.IO.FileMode mode)") { a in try open(a, mode: a.int(1)) }
    t.constructor("\(name) new(string path, System.IO.FileMode mode, System.IO.FileAccess access)") { a in
      try open(a, mode: a.int(1), access: a.int(2))
    }
    t.constructor(
      "\(name) new(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)"
    ) {
      a in try open(a, mode: a.int(1), access: a.int(2))
    }
    t.constructor(
      "\(name) new(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share, int bufferSize)"
    ) { a in try open(a, mode: a.int(1), access: a.int(2)) }
    t.property("string Name {get;}") { ($0 as? FileByteStream)?.path ?? "" }
    t.method("void Flush(bool flushToDisk)") { this, _ in
      try this.flush()
      return Value.void
    }
  }

  static func open(_ a: Arguments, mode: Int, access: Int? = nil) throws -> Value {
    try FileByteStream(try FileFailure.absolute(a), mode: mode, access: access ?? (mode == 6 ? 2 : 3)).value
  }
}

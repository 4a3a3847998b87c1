import ShellObjects

/// A System.IO.TextReader: the text of a stream or string, read piece by piece.
final class TextReader: ValueRepresentable {
  private var units: [UInt16] = []
  private var place = 0
  private var isOpen = true
  private var isLoaded: Bool
  let stream: ByteStream?
  let encoding: TextEncoding
  private let typeName: String

  init(text: String) {
    units = Array(text.utf16)
    isLoaded = true
    stream = nil
    encoding = .utf16
    typeName = "System.IO.StringReader"
  }

  /// The stream is read as a whole when text is first asked for.
  init(stream: ByteStream, _ encoding: TextEncoding) {
    self.stream = stream
    self.encoding = encoding
    isLoaded = false
    typeName = "System.IO.StreamReader"
  }

  var value: Value { .object(Box(self, PSType.named(typeName))) }

  private func load() throws {
    if !isOpen {
      throw NetException("System.ObjectDisposedException", "Cannot read from a closed TextReader.")
    }
    if isLoaded { return }
    isLoaded = true
    if let stream { units = Array(try encoding.fileText(try stream.rest()).utf16) }
  }

  func peek() throws -> UInt16? {
    try load()
    return place < units.count ? units[place] : nil
  }

  func read(_ count: Int) throws -> ArraySlice<UInt16> {
    try load()
    let part = units[place..<min(place + max(0, count), units.count)]
    place += part.count
    return part
  }

  /// The text up to the next line end; nil at the end.
  func readLine() throws -> String? {
    try load()
    guard place < units.count else { return nil }
    var end = place
    while end < units.count, units[end] != 0x0A, units[end] != 0x0D { end += 1 }
    let line = String(decoding: units[place..<end], as: UTF16.self)
    if end < units.count, units[end] == 0x0D, end + 1 < units.count, units[end + 1] == 0x0A { end += 1 }
    place = min(end + 1, units.count)
    return line
  }

  func readToEnd() throws -> String { String(decoding: try read(Int(Int32.max)), as: UTF16.self) }

  func close() {
    isOpen = false
    stream?.close()
  }

  // MARK: Declarations

  static let declaration = TypeDeclaration(
    "System.IO.TextReader", base: "System.MarshalByRefObject", interfaces: ["System.IDisposable"], of: TextReader.self
  ) { t in
    t.method("void Close()") { this, _ in
      this.close()
      return Value.void
    }
    t.method("void Dispose()") { this, _ in
      this.close()
      return Value.void
    }
    t.method("int Peek()") { this, _ in try this.peek().map { Int($0) } ?? -1 }
    t.method("int Read()") { this, _ in try this.read(1).first.map { Int($0) } ?? -1 }
    for name in ["Read", "ReadBlock"] {
      t.method("int \(name)(char[] buffer, int index, int count)") { this, a in
        guard let buffer = a.object(0, PSArray.self) else { throw NetException.argumentNull("buffer") }
        let range = try ListMembers.range(a.int(1), a.int(2), buffer.elements.count)
        let part = try this.read(range.count)
        buffer.elements.replaceSubrange(range.lowerBound..<range.lowerBound + part.count, with: part.map { .char($0) })
        return part.count
      }
    }
    t.method("string ReadLine()") { this, _ in try this.readLine() }
    t.method("string ReadToEnd()") { this, _ in try this.readToEnd() }
  }

  static let stringDeclaration = TypeDeclaration(
    "System.IO.StringReader", base: "System.IO.TextReader", of: TextReader.self
  ) { t in
    t.constructor("System.IO.StringReader new(string s)") { a in TextReader(text: a.string(0)) }
  }

  static let streamDeclaration = TypeDeclaration(
    "System.IO.StreamReader", base: "System.IO.TextReader", of: TextReader.self
  ) { t in
    let name = "System.IO.StreamReader"
    @Sendable func encoding(_ a: Arguments) -> TextEncoding { a.payload(1, TextEncoding.self) ?? .utf8 }
    for more in [
      "", ", bool detectEncodingFromByteOrderMarks", ", System.Text.Encoding encoding",
      ", System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks",
    ] {
      t.constructor("\(name) new(System.IO.Stream stream\(more))") { a in
        guard let stream = a.payload(0, ByteStream.self) else { throw NetException.argumentNull("stream") }
        return TextReader(stream: stream, encoding(a))
      }
      t.constructor("\(name) new(string path\(more))") { a in
        TextReader(stream: try FileByteStream(try FileFailure.absolute(a), mode: 3, access: 1), encoding(a))
      }
    }
    t.method("void DiscardBufferedData()") { _, _ in Value.void }
    t.property("System.IO.Stream BaseStream {get;}") { $0.stream }
    t.property("System.Text.Encoding CurrentEncoding {get;}") { $0.encoding }
    t.property("bool EndOfStream {get;}") { try $0.peek() == nil }
  }
}

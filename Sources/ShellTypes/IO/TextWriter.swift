import ShellObjects

/// A System.IO.TextWriter: into a stream, a string builder, or whatever the console is.
final class TextWriter: ValueRepresentable {
  private let typeName: String
  private let sink: (String) throws -> Void
  let stream: ByteStream?
  let builder: StringBuilder?
  let encoding: TextEncoding
  var newLine = "\n"
  var isAutoFlushed = false
  private var pending = ""
  private var isOpen = true
  private var hasMark = false

  init(stream: ByteStream, _ encoding: TextEncoding) {
    self.stream = stream
    self.encoding = encoding
    builder = nil
    typeName = "System.IO.StreamWriter"
    sink = { try stream.write(encoding.bytes($0)) }
  }

  init(builder: StringBuilder) {
    stream = nil
    self.builder = builder
    encoding = .utf16
    typeName = "System.IO.StringWriter"
    sink = { try builder.append($0) }
  }

  init(console sink: @escaping (String) throws -> Void) {
    stream = nil
    builder = nil
    encoding = .utf8
    typeName = "System.IO.TextWriter"
    self.sink = sink
  }

  deinit { try? flush() }

  var value: Value { .object(Box(self, PSType.named(typeName))) }

  func write(_ text: String) throws {
    if !isOpen { throw NetException("System.ObjectDisposedException", "Cannot write to a closed TextWriter.") }
    guard let stream else { return try sink(text) }
    if !hasMark, encoding.hasMark, try stream.position() == 0 { try stream.write(encoding.mark) }
    hasMark = true
    pending += text
    if isAutoFlushed || pending.utf8.count > 65536 { try flush() }
  }

  func flush() throws {
    if pending.isEmpty { return }
    let text = pending
    pending = ""
    try sink(text)
  }

  func close() throws {
    guard isOpen else { return }
    try flush()
    isOpen = false
    stream?.close()
  }

  // MARK: Declarations

  private static let types = [
    "System.Object", "System.Text.StringBuilder", "bool", "char", "char[]", "decimal", "double", "float", "int", "long",
    "string", "uint", "ulong",
  ]

  static let declaration = TypeDeclaration(
    "System.IO.TextWriter", base: "System.MarshalByRefObject", interfaces: ["System.IDisposable"], of: TextWriter.self
  ) { t in
    for name in ["Close", "Dispose"] {
      t.method("void \(name)()") { this, _ in
        try this.close()
        return Value.void
      }
    }
    t.method("void Flush()") { this, _ in
      try this.flush()
      return Value.void
    }
    addWrites(&t)
    t.property("System.Text.Encoding Encoding {get;}") { $0.encoding }
    t.property("System.IFormatProvider FormatProvider {get;}") { _ in CultureValue.current }
    t.property("string NewLine {get;set;}") {
      $0.newLine
    } set: { this, new in
      this.newLine = new.string ?? "\n"
    }
  }

  private static func addWrites(_ t: inout MemberList<TextWriter>) {
    for (name, isLine) in [("Write", false), ("WriteLine", true)] {
      @Sendable func put(_ this: TextWriter, _ text: String) throws -> Value {
        try this.write(isLine ? text + this.newLine : text)
        return .void
      }
      if isLine { t.method("void WriteLine()") { this, _ in try put(this, "") } }
      for type in types {
        t.method("void \(name)(\(type) \(type == "char[]" ? "buffer" : "value"))") { this, a in
          try put(this, try ConsoleText.text(a[0]))
        }
      }
      t.method("void \(name)(char[] buffer, int index, int count)") { this, a in
        let units = a.units(0)
        return try put(
          this, String(decoding: units[try ListMembers.range(a.int(1), a.int(2), units.count)], as: UTF16.self))
      }
      for count in 1...3 {
        let parameters = (0..<count).map { "System.Object arg\($0)" }.joined(separator: ", ")
        t.method("void \(name)(string format, \(parameters))") { this, a in
          try put(this, try CompositeFormat.text(a.string(0), Array(a.values.dropFirst()), .current))
        }
      }
      t.method("void \(name)(string format, Params System.Object[] arg)") { this, a in
        try put(this, try CompositeFormat.text(a.string(0), a.elements(1), .current))
      }
    }
  }

  static let stringDeclaration = TypeDeclaration(
    "System.IO.StringWriter", base: "System.IO.TextWriter", of: TextWriter.self
  ) { t in
    t.constructor("System.IO.StringWriter new()") { _ in TextWriter(builder: StringBuilder()) }
    t.constructor("System.IO.StringWriter new(System.IFormatProvider formatProvider)") { _ in
      TextWriter(builder: StringBuilder())
    }
    t.constructor("System.IO.StringWriter new(System.Text.StringBuilder sb)") { a in
      guard let builder = a.payload(0, StringBuilder.self) else { throw NetException.argumentNull("sb") }
      return TextWriter(builder: builder)
    }
    t.method("System.Text.StringBuilder GetStringBuilder()") { this, _ in this.builder }
    t.method("string ToString()") { this, _ in this.builder?.text ?? "" }
    t.behavior.text = { $0.payload(TextWriter.self)?.builder?.text ?? "" }
  }

  static let streamDeclaration = TypeDeclaration(
    "System.IO.StreamWriter", base: "System.IO.TextWriter", of: TextWriter.self
  ) { t in
    let name = "System.IO.StreamWriter"
    for more in ["", ", System.Text.Encoding encoding", ", System.Text.Encoding encoding, int bufferSize"] {
      t.constructor("\(name) new(System.IO.Stream stream\(more))") { a in
        guard let stream = a.payload(0, ByteStream.self) else { throw NetException.argumentNull("stream") }
        return TextWriter(stream: stream, a.payload(1, TextEncoding.self) ?? .utf8)
      }
    }
    for more in [
      "", ", bool append", ", bool append, System.Text.Encoding encoding",
      ", bool append, System.Text.Encoding encoding, int bufferSize",
    ] {
      t.constructor("\(name) new(string path\(more))") { a in
        let stream = try FileByteStream(try FileFailure.absolute(a), mode: a.bool(1) ? 6 : 2, access: 2)
        return TextWriter(stream: stream, a.payload(2, TextEncoding.self) ?? .utf8)
      }
    }
    t.property("bool AutoFlush {get;set;}") {
      $0.isAutoFlushed
    } set: { this, new in
      this.isAutoFlushed = new.isTrue
      if new.isTrue { try this.flush() }
    }
    t.property("System.IO.Stream BaseStream {get;}") { $0.stream }
  }
}

/// How the writers of .NET show a value.
enum ConsoleText {
  static func text(_ value: Value) throws -> String {
    if let array = value.object(as: PSArray.self), array.elementType === PSType.char {
      return String(decoding: array.elements.map { $0.integer(UInt16.self) }, as: UTF16.self)
    }
    return try value.netText()
  }
}

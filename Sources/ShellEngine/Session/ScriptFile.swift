import Glibc
import ShellObjects
import ShellSyntax
import SourceText

/// Reads script files: UTF-8 with or without a mark, or UTF-16 with one.
enum ScriptFile {
  static func read(_ path: String) throws -> String {
    guard let bytes = bytes(path) else {
      throw ShellError(
        "System.Management.Automation.CommandNotFoundException",
        "The term '\(path)' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
        id: "CommandNotFoundException", .objectNotFound, target: .string(path))
    }
    return decode(bytes)
  }

  static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func decode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      var units: [UInt16] = []
      var index = 2
      while index + 1 < bytes.count {
        let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        units.append(isLittle ? a | b << 8 : b | a << 8)
        index += 2
      }
      return String(decoding: units, as: UTF16.self)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines of a text, whatever ends them.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var current: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 10 {
        if previous != 13 { lines.append(String(decoding: current, as: UTF8.self)); current.removeAll() }
      } else if byte == 13 {
        lines.append(String(decoding: current, as: UTF8.self))
        current.removeAll()
      } else {
        current.append(byte)
      }
      previous = byte
    }
    if !current.isEmpty { lines.append(String(decoding: current, as: UTF8.self)) }
    return lines
  }
}

/// Arguments from the process's own command line.
enum CommandLineArguments {
  /// `-name value` and `-name:value` are names; everything else is a string.
  static func nodes(_ arguments: [String]) -> [ArgumentNode] {
    let nowhere = ScriptExtent(0, 0)
    return arguments.map { argument in
      guard argument.hasPrefix("-"), argument.count > 1, let second = argument.dropFirst().first,
        second.isLetter || second == "_"
      else { return .positional(ConstantNode(.string(argument), nowhere)) }
      let body = argument.dropFirst()
      guard let colon = body.firstIndex(of: ":") else { return .named(String(body), nil, text: argument) }
      let value = String(body[body.index(after: colon)...])
      let node: Value =
        switch value.lowercased() {
        case "$true": .bool(true)
        case "$false": .bool(false)
        default: .string(value)
        }
      return .named(String(body[..<colon]), ConstantNode(node, nowhere), text: argument)
    }
  }
}

/// A text that does not parse, as an error record.
enum ParseFailure {
  static func record(_ parsed: ParseResult) -> ErrorRecord {
    let messages = parsed.errors.map { error -> String in
      let (line, column) = parsed.source.position(of: Int(error.extent.startOffset))
      let text = parsed.source.text(ofLine: line)
      let marks = String(repeating: " ", count: column - 1) + "~"
      return "At \(parsed.source.name ?? "line"):\(line) char:\(column)\n+ \(text)\n+ \(marks)\n\(error.message)"
    }
    let exception = ExceptionObject(
      PSType.named("System.Management.Automation.ParseException"), messages.joined(separator: "\n\n"))
    exception.fields["Errors"] = .object(
      PSArray(parsed.errors.map { ParseErrorObject.make($0, parsed.source) }))
    let record = ErrorRecord(exception, id: parsed.errors.first?.id ?? "ParseError", .parserError)
    if let first = parsed.errors.first {
      record.position = SourcePosition(parsed.source, first.extent)
      record.detailsMessage = first.message
    }
    record.isThrown = true
    return record
  }
}

/// A parse error as scripts see it: ErrorId, Message, Extent, IncompleteInput.
enum ParseErrorObject {
  static func make(_ error: ParseError, _ source: SourceFile) -> Value {
    let place = PSCustomObject([
      "StartOffset": .int32(Int32(source.utf16Offset(of: Int(error.extent.startOffset)))),
      "EndOffset": .int32(Int32(source.utf16Offset(of: Int(error.extent.endOffset)))),
      "StartLineNumber": .int32(Int32(source.position(of: error.extent.startOffset).line)),
      "StartColumnNumber": .int32(Int32(source.position(of: error.extent.startOffset).column)),
      "EndLineNumber": .int32(Int32(source.position(of: error.extent.endOffset).line)),
      "EndColumnNumber": .int32(Int32(source.position(of: error.extent.endOffset).column)),
      "File": source.name.map { .string($0) } ?? .null, "Text": .string(source.text(of: error.extent)),
    ])
    return .object(
      PSCustomObject([
        "Extent": .object(place), "ErrorId": .string(error.id), "Message": .string(error.message),
        "IncompleteInput": .bool(error.isIncompleteInput),
      ]))
  }
}

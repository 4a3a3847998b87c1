import ShellObjects

/// ConciseView: `Name: message`, or a block that shows the place in a script.
struct ConciseErrorView {
  private let settings: FormatSettings
  private let error: String
  private let accent: String
  private let reset: String

  init(_ settings: FormatSettings) {
    self.settings = settings
    error = settings.usesColor ? settings.style.formatting.error : ""
    accent = settings.usesColor ? settings.style.formatting.errorAccent : ""
    reset = settings.usesColor ? PSStyle.reset : ""
  }

  func text(_ record: ErrorRecord) -> String {
    let target = TargetLine(record.target)
    let position = record.shownPosition.map { PositionMessage($0) }
    var block = ""
    var prefix = ""
    if let target {
      (block, prefix) = self.block(target)
    } else if let position, showsLine(record, position) {
      (block, prefix) = self.block(position)
    }
    var message = prefix + Self.message(record)
    if position?.file != nil || record.category == .parserError {
      message = wrapped(message.replacingLineEnds(), prefix)
      if record.category == .parserError, position?.file == nil { message += "\n" }
    }
    return "\(error)\(name(record)): \(block)\(error)\(message)\(reset)\(recommendation(record))"
  }

  private func recommendation(_ record: ErrorRecord) -> String {
    guard let text = record.recommendedAction else { return "" }
    if text.utf16.allSatisfy({ UTF16Text.isWhiteSpace($0) }) { return text }
    return "\n\(error)  Recommendation: \(text)\(reset)"
  }

  // MARK: The name

  private func name(_ record: ErrorRecord) -> String {
    if record.isThrown, Self.isRuntimeException(record.exception) { return "Exception" }
    let invocation = record.invocation
    let command = invocation.flatMap { InvokedCommand($0.command) }
    if let command, !command.name.isEmpty, settings.isKnownCommand(command.name) { return command.text }
    if !record.activity.isEmpty { return record.activity }
    if let command { return command.text }
    if let invocation, !invocation.invocationName.isEmpty { return invocation.invocationName }
    return record.category == .notSpecified ? record.reasonName : record.category.name
  }

  private static func isRuntimeException(_ exception: ExceptionObject) -> Bool {
    exception.type.fullName == "System.Management.Automation.RuntimeException"
  }

  // MARK: The block

  private func showsLine(_ record: ErrorRecord, _ position: PositionMessage) -> Bool {
    let isParseError =
      record.category == .parserError
      && record.exception.type.fullName == "System.Management.Automation.ParentContainsErrorRecordException"
    guard isParseError || position.file != nil || position.lineNumber > 1 else { return false }
    return position.file.map { !$0.lowercased().hasSuffix(".psm1") } ?? true
  }

  private func block(_ position: PositionMessage) -> (block: String, prefix: String) {
    let gutter = Gutter(position.lineNumber, accent: accent, reset: reset)
    let head = position.file.map { "\(reset)\($0):\(position.lineNumber)\n" } ?? "\n"
    let prefix = gutter.prefix + error
    let text =
      head + gutter.heading + gutter.source(" " + marked(position)) + prefix + " " + position.marks + "\n"
    return (text, prefix)
  }

  /// The source line with its marked part in the accent colour.
  private func marked(_ position: PositionMessage) -> String {
    guard settings.usesColor else { return position.line }
    let units = Array(position.line.utf16)
    let marks = Array(position.marks.utf16)
    let start = min(marks.firstIndex(of: 0x7E) ?? 0, units.count)
    let end = min(marks.count, units.count)
    return String(decoding: units[..<start], as: UTF16.self) + accent
      + String(decoding: units[start..<max(start, end)], as: UTF16.self) + reset
      + String(decoding: units[max(start, end)...], as: UTF16.self)
  }

  private func block(_ target: TargetLine) -> (block: String, prefix: String) {
    let gutter = Gutter(target.number, accent: accent, reset: reset)
    return ("\(reset)\(target.file)\n" + gutter.heading + gutter.source(target.text), gutter.prefix + error)
  }

  // MARK: The message

  private static func message(_ record: ErrorRecord) -> String {
    if let details = record.detailsMessage, !details.isEmpty { return details }
    let message = record.exception.message
    // Why: the text of a parse error carries its position, which the block shows already.
    if record.category == .parserError, let marks = message.utf8Range(of: "~\n") {
      let rest = String(message[marks.upperBound...])
      return rest.utf8Range(of: "\n\n").map { String(rest[..<$0.lowerBound]) } ?? rest
    }
    return message
  }

  /// Breaks a message behind its gutter at blanks, so that no line is wider than the console.
  private func wrapped(_ message: String, _ prefix: String) -> String {
    let visible = EscapeSequence.removed(from: prefix).utf16.count
    let hidden = prefix.utf16.count - visible
    let width = settings.consoleWidth
    var units = Array(message.utf16)
    guard width > 0, units.count - hidden > width else { return message }
    var lines: [[UInt16]] = []
    let first = Self.headAtBlank(units, width + hidden)
    lines.append(first)
    let lead = Array(prefix.utf16)
    units = Self.trimmed(Array(units[first.count...]))
    while units.count + visible > width {
      let line = Self.headAtBlank(lead + units, width + hidden)
      guard line.count > lead.count else { break }
      lines.append(line)
      units = Self.trimmed(Array(units[(line.count - lead.count)...]))
    }
    lines.append(lead + units)
    return lines.map { String(decoding: $0, as: UTF16.self) }.joined(separator: "\n")
  }

  /// The beginning that fits, up to its last blank.
  private static func headAtBlank(_ units: [UInt16], _ length: Int) -> [UInt16] {
    guard units.count > length else { return units }
    let head = units.prefix(max(length, 0))
    return Array(head.lastIndex(where: { UTF16Text.isWhiteSpace($0) }).map { head[..<$0] } ?? head)
  }

  private static func trimmed(_ units: [UInt16]) -> [UInt16] {
    guard let first = units.firstIndex(where: { !UTF16Text.isWhiteSpace($0) }),
      let last = units.lastIndex(where: { !UTF16Text.isWhiteSpace($0) })
    else { return [] }
    return Array(units[first...last])
  }
}

/// The left margin of a block: `Line |`, `   2 |`, `     |`.
private struct Gutter {
  let heading: String
  let prefix: String
  private let numbered: String
  private let reset: String

  init(_ number: Int, accent: String, reset: String) {
    let digits = String(number)
    let wider = DisplayWidth.blanks(digits.count - 4)
    heading = "\(accent)\(wider)Line |\n"
    prefix = "\(accent)\(wider)     | "
    numbered = "\(accent)\(DisplayWidth.blanks(4 - digits.count))\(digits) | "
    self.reset = reset
  }

  func source(_ line: String) -> String { numbered + reset + line + "\n" }
}

/// The line that a test framework's dictionary points at: its keys Line, LineText and File.
private struct TargetLine {
  let number: Int
  let text: String
  let file: String

  init?(_ target: Value) {
    guard let table = target.object(as: PSHashtable.self), let line = table["Line"], let text = table["LineText"] else {
      return nil
    }
    number = (try? line.text()).flatMap { Int($0) } ?? 0
    self.text = TextTrimming.trimmed((try? text.text()) ?? "")
    file = (try? table["File"]?.text()) ?? ""
  }
}

extension String {
  /// The text with a blank in place of each line end and tab.
  fileprivate func replacingLineEnds() -> String {
    String(decoding: utf8.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Where an ASCII text stands first; nil where it does not.
  fileprivate func utf8Range(of needle: String) -> Range<String.Index>? {
    let wanted = Array(needle.utf8)
    var index = utf8.startIndex
    while index < utf8.endIndex {
      if utf8[index...].starts(with: wanted) {
        return index..<(utf8.index(index, offsetBy: wanted.count, limitedBy: utf8.endIndex) ?? utf8.endIndex)
      }
      utf8.formIndex(after: &index)
    }
    return nil
  }
}

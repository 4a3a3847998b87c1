import ShellObjects

/// DetailedView, the text of Get-Error: every property of a record, nested ones indented.
struct DetailedErrorView {
  private let cells: CellText

  init(_ settings: FormatSettings) {
    cells = CellText(
      enumerationLimit: settings.enumerationLimit, culture: settings.culture, views: FormatViews())
  }

  private static let deepest = 10

  /// The text as DetailedView has it: a blank line, and a line end behind.
  func text(_ record: ErrorRecord) -> String { "\n" + body(record) + "\n" }

  /// The lines of a record.
  func body(_ record: ErrorRecord) -> String { lines(of: fields(record), indent: 0).joined(separator: "\n") }

  /// The lines of an exception alone.
  func body(_ exception: ExceptionObject) -> String {
    lines(of: fields(exception, depth: 0), indent: 0).joined(separator: "\n")
  }

  private indirect enum Field {
    case text(String)
    case nested([(String, Field)])
  }

  private func fields(_ record: ErrorRecord) -> [(String, Field)] {
    var fields: [(String, Field)] = [("Exception", .nested(self.fields(record.exception, depth: 0)))]
    if !record.target.isNull { fields.append(("TargetObject", .text(cells.text(record.target)))) }
    fields.append(("CategoryInfo", .text(CategoryLine.text(record))))
    fields.append(("FullyQualifiedErrorId", .text(record.fullyQualifiedErrorID)))
    if let details = record.detailsMessage { fields.append(("ErrorDetails", .text(details))) }
    if record.shownPosition != nil || record.invocation != nil {
      fields.append(("InvocationInfo", .nested(invocation(record))))
    }
    if let trace = record.scriptStackTrace { fields.append(("ScriptStackTrace", .text(trace))) }
    return fields
  }

  private func fields(_ exception: ExceptionObject, depth: Int) -> [(String, Field)] {
    var fields: [(String, Field)] = [("Type", .text(exception.type.fullName))]
    for name in exception.ownPropertyNames {
      guard let value = try? exception.ownProperty(Symbol(name)), !value.isNull else { continue }
      fields.append((name, .text(cells.text(value))))
    }
    fields.append(("Message", .text(exception.message)))
    if let inner = exception.inner, depth < Self.deepest {
      fields.append(("InnerException", .nested(self.fields(inner, depth: depth + 1))))
    }
    if let code = try? Value.object(exception).findProperty(Symbol("HResult")), !code.isNull {
      fields.append(("HResult", .text(cells.text(code))))
    }
    return fields
  }

  private func invocation(_ record: ErrorRecord) -> [(String, Field)] {
    var fields: [(String, Field)] = []
    if let command = record.invocation.flatMap({ InvokedCommand($0.command) }) {
      fields.append(("MyCommand", .text(command.text)))
    }
    if let position = record.shownPosition {
      let message = PositionMessage(position)
      fields.append(("ScriptLineNumber", .text(String(message.lineNumber))))
      fields.append(("OffsetInLine", .text(String(message.column))))
      fields.append(("HistoryId", .text(String(record.invocation?.historyID ?? 1))))
      if let file = message.file { fields.append(("ScriptName", .text(file))) }
      fields.append(("Line", .text(message.sourceLine)))
      fields.append(("Statement", .text(record.invocation?.statement ?? "")))
      fields.append(("PositionMessage", .text(message.text)))
    }
    if let name = record.invocation?.invocationName, !name.isEmpty { fields.append(("InvocationName", .text(name))) }
    fields.append(("CommandOrigin", .text("Internal")))
    return fields
  }

  private func lines(of fields: [(String, Field)], indent: Int) -> [String] {
    let longest = fields.map { $0.0.utf16.count }.max() ?? 0
    let margin = DisplayWidth.blanks(indent)
    let further = DisplayWidth.blanks(indent + longest + 3)
    var lines: [String] = []
    for (label, field) in fields {
      let head = margin + label + DisplayWidth.blanks(longest - label.utf16.count) + " : "
      switch field {
      case .nested(let inner): lines += [head] + self.lines(of: inner, indent: indent + 4)
      case .text(let text):
        for (index, line) in LineWrapping.splitLines(text).enumerated() {
          lines.append((index == 0 ? head : further) + line)
        }
      }
    }
    return lines
  }
}

package import ShellObjects

/// The text of an error record in the view that the settings name; see `$ErrorView`.
///
/// **Source:** measured on PowerShell 7.6.
package struct ErrorView {
  private let settings: FormatSettings

  package init(_ settings: FormatSettings) { self.settings = settings }

  /// The text, lines separated by line feeds; coloured where the settings ask for it.
  package func text(_ record: ErrorRecord) -> String {
    if Self.isNativeText(record) { return colored(errorColor + record.exception.message + reset) }
    switch settings.errorView.lowercased() {
    case "conciseview": return colored(ConciseErrorView(settings).text(record))
    case "categoryview": return colored(errorColor + CategoryLine.text(record) + reset)
    case "detailedview": return colored(errorColor + DetailedErrorView(settings).text(record) + reset)
    default: return colored(normalView(record))
    }
  }

  /// Text that a native program wrote to its error stream stands for itself.
  static func isNativeText(_ record: ErrorRecord) -> Bool {
    let id = record.fullyQualifiedErrorID
    return id == "NativeCommandErrorMessage" || id == "NativeCommandError"
  }

  private var errorColor: String { settings.usesColor ? settings.style.formatting.error : "" }
  private var reset: String { settings.usesColor ? PSStyle.reset : "" }

  private func colored(_ text: String) -> String {
    settings.usesColor ? LineWrapping.splitLines(text).joined(separator: "\n") : text
  }

  // MARK: NormalView

  private func normalView(_ record: ErrorRecord) -> String {
    var text = errorColor + commandPrefix(record) + errorColor + record.message
    if let position = record.shownPosition, hasPositionLines(record) { text += "\n" + PositionMessage(position).text }
    text += "\n+ CategoryInfo          : " + CategoryLine.text(record)
    text += "\n+ FullyQualifiedErrorId : " + record.fullyQualifiedErrorID
    return text + reset
  }

  private func hasPositionLines(_ record: ErrorRecord) -> Bool {
    record.category != .parserError || !(record.invocation?.command.isNull ?? true)
  }

  private func commandPrefix(_ record: ErrorRecord) -> String {
    guard let invocation = record.invocation else { return "" }
    let command = InvokedCommand(invocation.command)
    if let name = command?.prefix(invocationName: invocation.invocationName) { return name.isEmpty ? "" : name + " : " }
    return invocation.invocationName.isEmpty ? "" : invocation.invocationName + " : "
  }
}

extension ErrorRecord {
  /// Where the error points at; nil for one that was made, not raised.
  var shownPosition: SourcePosition? { position ?? invocation?.position }
}

/// The command of an invocation, as error views name it.
struct InvokedCommand {
  let name: String
  let kind: String
  /// What it prints as: its name, or the text of a script block.
  let text: String
  private let path: String

  init?(_ command: Value) {
    guard !command.isNull else { return nil }
    func property(_ name: String) -> String { (try? command.property(name).text()) ?? "" }
    name = property("Name")
    kind = property("CommandType")
    path = property("Path")
    let own = (try? command.text()) ?? ""
    text = name.isEmpty && kind == "Script" ? property("ScriptBlock") : name.isEmpty ? own : name
  }

  /// What NormalView puts before the message.
  func prefix(invocationName: String) -> String {
    switch kind {
    case "ExternalScript": path
    case "Script": text
    default: ["", "&", "."].contains(invocationName) ? name : invocationName
    }
  }
}

/// `Category: (TargetName:TargetType) [Activity], Reason`.
package enum CategoryLine {
  /// Each part over 40 units is cut in its middle; not so a reason that is the exception's type.
  package static func text(_ record: ErrorRecord) -> String {
    let target = shortened(record.targetNameOverride ?? CellText.netText(record.target))
    // Why: the target of a record is the object without its notes, whose .NET type is PSObject.
    let isCustom = record.targetTypeOverride == nil && record.target.object?.kind == .custom
    let type = shortened(isCustom ? "PSObject" : record.targetTypeName)
    let reason = record.reason.map { shortened($0) } ?? record.reasonName
    return "\(record.category.name): (\(target):\(type)) [\(shortened(record.activity))], \(reason)"
  }

  private static func shortened(_ text: String) -> String {
    let units = Array(text.utf16)
    guard units.count > 40 else { return text }
    return String(decoding: units.prefix(19), as: UTF16.self) + "…" + String(decoding: units.suffix(19), as: UTF16.self)
  }
}

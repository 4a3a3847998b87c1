package import SourceText

/// Where in which source a command or expression stands.
package struct SourcePosition {
  package let source: SourceFile
  package let extent: ScriptExtent

  package init(_ source: SourceFile, _ extent: ScriptExtent) {
    self.source = source
    self.extent = extent
  }
}

extension SourcePosition {
  /// Path of the file; nil for typed text.
  package var fileName: String? { source.name }
  /// Line and column of the beginning, from one; columns are UTF-16 units.
  package var start: (line: Int, column: Int) { source.position(of: extent.startOffset) }
  /// The text the position spans.
  package var text: String { source.text(of: extent) }
  /// The whole line in which it begins.
  package var lineText: String { source.text(ofLine: start.line) }
}

/// How a command was called; `$MyInvocation` and `$_.InvocationInfo`.
package final class InvocationInfo: PSObject {
  /// The command, as `Get-Command` gives it; null for an expression.
  package var command: Value = .null
  /// The command's name as the script wrote it.
  package var invocationName = ""
  package var position: SourcePosition?
  package var boundParameters: PSHashtable?
  package var unboundArguments: [Value] = []
  package var expectingInput = false
  package var pipelineLength = 1
  package var pipelinePosition = 1
  package var historyID: Int64 = 1
  /// The script or module a running command belongs to.
  package var scriptPath: String?
  package var statement = ""

  package init() { super.init() }

  package override var type: PSType { PSType.named("System.Management.Automation.InvocationInfo") }
}

/// What went wrong, with everything PowerShell tells about it.
package final class ErrorRecord: PSObject {
  package let exception: ExceptionObject
  /// The id without the command it is completed with.
  package var errorID: String
  package var category: ErrorCategory
  package var target: Value
  /// The command that reports the error: completes the id and names the activity.
  package var commandName: String?
  package var activity = ""
  package var reason: String?
  package var targetNameOverride: String?
  package var targetTypeOverride: String?
  package var invocation: InvocationInfo?
  package var scriptStackTrace: String?
  package var detailsMessage: String?
  package var recommendedAction: String?
  /// Whether the record speaks of no place in a script: `Write-Error` at the top level.
  package var isPlaceless = false
  /// Where the failing expression stands; formatting points at it.
  package var position: SourcePosition?
  /// Whether `throw` made it, which reports it differently.
  package var isThrown = false
  package var isReported = false
  /// Whether a preference of Stop made it end the script.
  package var isStop = false
  /// Whether `-ErrorAction` of the command that failed hides it.
  package var isSilenced = false

  package init(_ exception: ExceptionObject, id: String, _ category: ErrorCategory, target: Value = .null) {
    self.exception = exception
    errorID = id
    self.category = category
    self.target = target
    super.init(kind: .error)
    if exception.record == nil { exception.record = self }
  }

  package override var type: PSType { .errorRecord }

  /// The id completed by the reporting command; an empty command name completes nothing.
  package var fullyQualifiedErrorID: String {
    guard let commandName, !commandName.isEmpty else { return errorID }
    return "\(errorID),\(commandName)"
  }

  package var message: String { detailsMessage ?? exception.message }

  package override func text() throws -> String { message }

  package var reasonName: String { reason ?? exception.type.name }

  package var targetName: String {
    if let targetNameOverride { return targetNameOverride }
    guard !target.isNull else { return "" }
    // Why the object's own text: a collection is named by its type here, not by its elements.
    if case .object(let object) = target, object.isEnumerable { return (try? object.text()) ?? "" }
    return (try? target.text()) ?? ""
  }

  package var targetTypeName: String {
    targetTypeOverride ?? (target.isNull ? "" : target.type === PSType.customObject ? "PSObject" : target.type.name)
  }

  /// The category as one line: `Category: (Target:Type) [Activity], Reason`.
  package var categoryText: String {
    "\(category.name): (\(Self.shortened(targetName)):\(targetTypeName)) [\(activity)], \(reasonName)"
  }

  private static func shortened(_ text: String) -> String {
    let units = Array(text.utf16)
    guard units.count > 40 else { return text }
    return String(decoding: units.prefix(19), as: UTF16.self) + "..."
      + String(decoding: units.suffix(18), as: UTF16.self)
  }
}

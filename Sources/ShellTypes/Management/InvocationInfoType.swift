import ShellObjects

/// InvocationInfo: how and where a command was called.
enum InvocationInfoType {
  static let declaration = TypeDeclaration(
    "System.Management.Automation.InvocationInfo", of: InvocationInfo.self
  ) { t in
    t.property("System.Collections.Generic.Dictionary[string,System.Object] BoundParameters {get;}") {
      $0.boundParameters ?? PSHashtable()
    }
    t.property("bool ExpectingInput {get;}") { $0.expectingInput }
    t.property("long HistoryId {get;}") { $0.historyID }
    t.property("string InvocationName {get;}") { $0.invocationName }
    t.property("string Line {get;}") { $0.position?.lineText ?? "" }
    t.property("System.Management.Automation.CommandInfo MyCommand {get;}") { $0.command }
    t.property("int OffsetInLine {get;}") { $0.position?.start.column ?? 0 }
    t.property("string PSCommandPath {get;}") { $0.position?.fileName }
    t.property("string PSScriptRoot {get;}") { info in
      info.position?.fileName.flatMap { name in name.lastIndex(of: "/").map { String(name[..<$0]) } }
    }
    t.property("int PipelineLength {get;}") { $0.pipelineLength }
    t.property("int PipelinePosition {get;}") { $0.pipelinePosition }
    t.property("string PositionMessage {get;}") { $0.position?.message ?? "" }
    t.property("int ScriptLineNumber {get;}") { $0.position?.start.line ?? 0 }
    t.property("string ScriptName {get;}") { $0.position?.fileName ?? "" }
    t.property("string Statement {get;}") { $0.position?.text ?? "" }
    t.property("System.Collections.Generic.List[System.Object] UnboundArguments {get;}") { Value($0.unboundArguments) }
  }
}

extension SourcePosition {
  /// `At file:line char:column`, the line, and marks under what it spans.
  fileprivate var message: String {
    let (line, column) = start
    let length = text.split(separator: "\n").first?.utf16.count ?? 1
    let marks = String(repeating: " ", count: max(0, column - 1)) + String(repeating: "~", count: max(1, length))
    return "At \(fileName ?? "line"):\(line) char:\(column)\n+ \(lineText)\n+ \(marks)"
  }
}

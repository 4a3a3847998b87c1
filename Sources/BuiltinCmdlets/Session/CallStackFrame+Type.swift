import CmdletKit
import ShellObjects

extension CallStackFrame {
  static let typeName = "System.Management.Automation.CallStackFrame"

  /// Where the frame is, as the listing shows it.
  var location: String {
    let file = scriptName.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return file.map { "\($0): line \(lineNumber)" } ?? "<No file>"
  }

  static let typeDeclaration = TypeDeclaration(typeName, of: CallStackFrame.self) { members in
    members.property("string FunctionName {get;}") { $0.functionName }
    members.property("string ScriptName {get;}") { $0.scriptName }
    members.property("int ScriptLineNumber {get;}") { $0.lineNumber }
    members.property("System.Management.Automation.InvocationInfo InvocationInfo {get;}") { frame -> Value in
      frame.invocation.map { .object($0) } ?? .null
    }
    members.codeProperty("string Command {get=…;}") { $0.command }
    members.codeProperty("string Location {get=…;}") { $0.location }
    members.codeProperty("string Arguments {get=…;}") { $0.argumentsText }
    members.behavior.text = { value in
      guard let frame = value.payload(CallStackFrame.self) else { return "" }
      return "at \(frame.functionName), \(frame.location)"
    }
  }
}

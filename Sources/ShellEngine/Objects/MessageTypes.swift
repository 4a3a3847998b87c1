import ShellObjects

/// WarningRecord, VerboseRecord, DebugRecord and InformationRecord.
enum MessageTypes {
  static let declarations: [TypeDeclaration] =
    ["WarningRecord", "VerboseRecord", "DebugRecord"].map { name in
      TypeDeclaration("System.Management.Automation.\(name)", of: Message.self) { t in
        t.behavior.text = { try $0.payload(Message.self)?.text.text() ?? "" }
        t.property("string Message {get;}") { $0.text }
        t.property("System.Management.Automation.InvocationInfo InvocationInfo {get;}") { $0.info }
      }
    } + [
      TypeDeclaration("System.Management.Automation.InformationRecord", of: Message.self) { t in
        t.behavior.text = { try $0.payload(Message.self)?.text.text() ?? "" }
        t.property("System.Object MessageData {get;}") { $0.text }
        t.property("string Source {get;}") { _ in "" }
        t.property("System.Collections.Generic.List[string] Tags {get;}") { Value(strings: $0.tags) }
      }
    ]
}

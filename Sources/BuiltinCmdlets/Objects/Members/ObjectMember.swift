import ShellObjects

/// One member as `Get-Member` shows it.
struct ObjectMember {
  /// The bits of System.Management.Automation.PSMemberTypes.
  struct Kinds: OptionSet, Sendable {
    let rawValue: Int64
    static let aliasProperty = Kinds(rawValue: 1)
    static let codeProperty = Kinds(rawValue: 2)
    static let property = Kinds(rawValue: 4)
    static let noteProperty = Kinds(rawValue: 8)
    static let scriptProperty = Kinds(rawValue: 16)
    static let propertySet = Kinds(rawValue: 32)
    static let method = Kinds(rawValue: 64)
    static let codeMethod = Kinds(rawValue: 128)
    static let scriptMethod = Kinds(rawValue: 256)
    static let parameterizedProperty = Kinds(rawValue: 512)
    static let memberSet = Kinds(rawValue: 1024)

    static let names: [(String, Int64)] = [
      ("AliasProperty", 1), ("CodeProperty", 2), ("Property", 4), ("NoteProperty", 8), ("ScriptProperty", 16),
      ("Properties", 31), ("PropertySet", 32), ("Method", 64), ("CodeMethod", 128), ("ScriptMethod", 256),
      ("Methods", 448), ("ParameterizedProperty", 512), ("MemberSet", 1024), ("Event", 2048), ("Dynamic", 4096),
      ("InferredProperty", 8192), ("All", 16383),
    ]

    init(rawValue: Int64) { self.rawValue = rawValue }

    /// The kinds a text such as `Method, Property` names.
    init(named text: String) {
      var bits: Int64 = 0
      for part in text.split(separator: ",") {
        let name = part.trimmingSpaces
        bits |= Self.names.first { $0.0.equalsName(name) }?.1 ?? 0
      }
      rawValue = bits
    }

    var name: String { Self.names.first { $0.1 == rawValue }?.0 ?? String(rawValue) }
  }

  let name: String
  let kind: Kinds
  let definition: String
  var typeName = ""

  func named(type: String) -> ObjectMember {
    var copy = self
    copy.typeName = type
    return copy
  }

  static let typeName = "Microsoft.PowerShell.Commands.MemberDefinition"

  static let declaration = TypeDeclaration(typeName, of: ObjectMember.self) { members in
    members.property("string TypeName {get;}") { $0.typeName }
    members.property("string Name {get;}") { $0.name }
    members.property("System.Management.Automation.PSMemberTypes MemberType {get;}") { member in
      EnumObject(member.kind.rawValue, PSType.named("System.Management.Automation.PSMemberTypes"))
    }
    members.property("string Definition {get;}") { $0.definition }
    members.behavior.text = { $0.payload(ObjectMember.self)?.definition ?? "" }
  }
}

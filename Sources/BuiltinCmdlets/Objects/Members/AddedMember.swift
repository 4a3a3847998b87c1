import CmdletKit
import ShellObjects

/// A member that `Add-Member` was asked for by kind, value and second value.
struct AddedMember {
  let kind: String
  let value: Value
  let second: Value

  /// Refuses the name of a kind of member as the name of a note, so that it can be taken as the kind.
  static let noteName = ParameterValidation { value in
    let kinds = [
      "AliasProperty", "CodeMethod", "CodeProperty", "MemberSet", "NoteProperty", "PropertySet", "ScriptMethod",
      "ScriptProperty",
    ]
    let text = try value.text()
    guard kinds.contains(where: { $0.equalsName(text) }) else { return }
    throw NetException.argument("The parameter NotePropertyName cannot take the name of a type of member.")
  }

  func member() throws -> ExtendedMember {
    switch kind.lowercased() {
    case "noteproperty": return .note(value)
    case "aliasproperty":
      let type: PSType? = try second.isNull ? nil : Self.type(second)
      return .alias(try value.text(), conversion: type)
    case "scriptproperty":
      return .scriptProperty(get: try Self.block(value), set: second.isNull ? nil : try Self.block(second))
    case "scriptmethod": return .scriptMethod(try Self.block(value))
    case "propertyset": return .propertySet(try value.enumerated().map { try $0.text() })
    case "memberset": return .memberSet(ExtendedMembers())
    default:
      throw ShellError(
        "System.InvalidOperationException", "The member type \"\(kind)\" cannot be added to an object.",
        id: "CannotAddMemberType", .invalidOperation)
    }
  }

  private static func block(_ value: Value) throws -> ScriptBlock {
    guard let block = try value.converted(to: .scriptBlock).object(as: ScriptBlock.self) else {
      throw ShellError(
        "System.InvalidOperationException", "The member needs a script block.", id: "Value1ShouldBeAScriptBlock",
        .invalidOperation)
    }
    return block
  }

  private static func type(_ value: Value) throws -> PSType {
    if let type = value.object(as: TypeObject.self) { return type.represented }
    let name = try value.text()
    guard let type = PSType.parse(name) else {
      throw ShellError(
        "System.InvalidOperationException", "Cannot convert the value '\(name)' to a type.",
        id: "ConvertToTypeFailed", .invalidOperation)
    }
    return type
  }
}

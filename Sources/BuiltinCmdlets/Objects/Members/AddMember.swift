import CmdletKit
import ShellObjects

/// `Add-Member`: adds properties and methods to an object.
struct AddMember: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Add-Member", defaultParameterSet: "TypeNameSet", synopsis: "Adds properties and methods to an object.",
    examples: [
      Example("Adds a note.", code: "Get-Date | Add-Member Zone 'UTC' -PassThru | Select-Object Zone")
    ])

  @Parameter(
    "InputObject",
    .in(
      ["MemberSet", "NotePropertyMultiMemberSet", "NotePropertySingleMemberSet", "TypeNameSet"], .mandatory,
      .fromPipeline), .type("psobject"), help: "The object.")
  var inputObject: Value
  @Parameter(
    "MemberType", .in("MemberSet", .mandatory, .position(0)), .alias("Type"),
    .type("System.Management.Automation.PSMemberTypes"), help: "The kind of the member.")
  var memberType: String?
  @Parameter("Name", .in("MemberSet", .mandatory, .position(1)), help: "The name of the member.")
  var name: String?
  @Parameter(
    "Value", .in("MemberSet", .position(2)), help: "The value, the script block, or the name an alias stands for.")
  var value: Value
  @Parameter(
    "SecondValue", .in("MemberSet", .position(3)),
    help: "The script block that sets a property, or the type of an alias.")
  var secondValue: Value
  @Parameter(
    "TypeName", .in(["MemberSet", "NotePropertyMultiMemberSet", "NotePropertySingleMemberSet"]),
    .in("TypeNameSet", .mandatory), .validate(.notNullOrEmpty), help: "A type name that is put before the others.")
  var typeName: String?
  @Parameter(
    "Force", .in(["MemberSet", "NotePropertyMultiMemberSet", "NotePropertySingleMemberSet"]),
    help: "Overrides what would otherwise stop the command.")
  var force: Bool
  @Parameter(
    "PassThru", .in(["MemberSet", "NotePropertyMultiMemberSet", "NotePropertySingleMemberSet", "TypeNameSet"]),
    help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter(
    "NotePropertyName", .in("NotePropertySingleMemberSet", .mandatory, .position(0)), .validate(.notNullOrEmpty),
    .validate(AddedMember.noteName), help: "The name of a note.")
  var notePropertyName: String?
  @Parameter(
    "NotePropertyValue", .in("NotePropertySingleMemberSet", .mandatory, .position(1)), .allowNull,
    help: "The value of a note.")
  var notePropertyValue: Value
  @Parameter(
    "NotePropertyMembers", .in("NotePropertyMultiMemberSet", .mandatory, .position(0)),
    .type("System.Collections.IDictionary"), .validate(.notNullOrEmpty), help: "A hashtable of notes.")
  var notePropertyMembers: Value

  mutating func process(_ context: any CmdletContext) throws {
    var target = inputObject
    if !target.isNull, target.object == nil || target.object?.kind == .number { target = .object(WrappedValue(target)) }
    try context.attempt {
      if let table = notePropertyMembers.object(as: PSHashtable.self) {
        for (key, value) in zip(table.keys, table.values) { try add(try key.text(), .note(value), to: target, context) }
      } else if let name = notePropertyName {
        try add(name, .note(notePropertyValue), to: target, context)
      } else if let name, let memberType {
        try add(
          name, try AddedMember(kind: memberType, value: value, second: secondValue).member(), to: target, context)
      }
    }
    if let typeName, !typeName.isEmpty, case .object(let object) = target {
      object.extending().typeNames = [typeName] + target.typeNameList
    }
    if passThru { try context.write(target) }
  }

  private func add(
    _ name: String, _ member: ExtendedMember, to target: Value, _ context: any CmdletContext
  ) throws {
    guard case .object(let object) = target else { return }
    if try target.hasProperty(name) || object.extended?[Symbol(name)] != nil || isMethod(name, of: target) {
      guard force else { throw Self.alreadyExists(name) }
      (object as? PSCustomObject)?.remove(Symbol(name))
    }
    if case .note(let value) = member, let custom = object as? PSCustomObject, custom.extended?.entries.isEmpty ?? true
    {
      custom.set(name, value)
    } else {
      object.extending().set(name, member)
    }
  }

  private func isMethod(_ name: String, of target: Value) -> Bool {
    target.type.members.instance[Symbol(name)]?.isMethod ?? false
  }

  private static func alreadyExists(_ name: String) -> ShellError {
    ShellError(
      "System.InvalidOperationException",
      "Cannot add a member with the name \"\(name)\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.",
      id: "MemberAlreadyExists", .invalidOperation)
  }
}

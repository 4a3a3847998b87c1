import CmdletKit
import ShellObjects

/// `Get-Member`: gets the properties and methods of objects.
struct GetMember: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Member", outputs: ["Microsoft.PowerShell.Commands.MemberDefinition"],
    synopsis: "Gets the properties and methods of objects.",
    examples: [
      Example("Shows the properties of a text.", code: "'abc' | Get-Member -MemberType Property")
    ])

  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter(
    "Name", .position(0), .validate(.notNullOrEmpty), help: "The names of the members; wildcards are allowed.")
  var name: [String]
  @Parameter(
    "MemberType", .alias("Type"), .type("System.Management.Automation.PSMemberTypes"),
    help: "Only members of these kinds.")
  var memberType: String?
  @Parameter("View", .type("System.Management.Automation.PSMemberViewTypes"), help: "Where the members come from.")
  var view: String?
  @Parameter("Static", help: "Gets the members of the type itself.")
  var `static`: Bool
  @Parameter("Force", help: "Gets members that are usually hidden.")
  var force: Bool

  private var seen: Set<String> = []
  private var sawObject = false

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound, !inputObject.isNull else { return }
    sawObject = true
    let description = `static` ? Self.represented(inputObject).fullName : inputObject.typeNameList.first ?? ""
    guard seen.insert(`static` ? description : inputObject.typeNameChain).inserted else { return }
    let patterns = name.compactMap { WildcardPattern($0) }
    let kinds = ObjectMember.Kinds(named: memberType ?? "All")
    let all = `static` ? ObjectMembers.statics(of: Self.represented(inputObject)) : try members()
    let fitting = all.filter { kinds.contains($0.kind) }
    let chosen =
      patterns.isEmpty ? fitting : patterns.flatMap { pattern in fitting.filter { pattern.matches($0.name) } }
    for member in chosen {
      try context.write(.object(Box(member.named(type: description), PSType.named(ObjectMember.typeName))))
    }
  }

  private func members() throws -> [ObjectMember] {
    try ObjectMembers.of(inputObject, view: view ?? "Adapted, Extended", showsHidden: force)
  }

  private static func represented(_ value: Value) -> PSType {
    value.object(as: TypeObject.self)?.represented ?? value.type
  }

  mutating func end(_ context: any CmdletContext) throws {
    guard !sawObject else { return }
    try context.writeError(
      ShellError(
        "System.InvalidOperationException", "You must specify an object for the Get-Member cmdlet.",
        id: "NoObjectInGetMember", .closeError
      ).record)
  }
}

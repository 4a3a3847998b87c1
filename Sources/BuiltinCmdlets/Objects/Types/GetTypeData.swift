import CmdletKit
import ShellObjects

/// `Get-TypeData`: gets members that were added to types.
struct GetTypeData: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-TypeData", outputs: ["System.Management.Automation.PSObject"],
    synopsis: "Gets members that were added to types.",
    examples: [
      Example("Shows what was added to texts.", code: "Get-TypeData System.String")
    ])

  @Parameter(
    "TypeName", .position(0), .fromPipeline, .validate(.notNullOrEmpty), help: "The types; wildcards are allowed.")
  var typeName: [String]

  mutating func process(_ context: any CmdletContext) throws {
    guard let store = context.session.service((any TypeDataStore).self) else { return }
    let patterns = typeName.compactMap { WildcardPattern($0) }
    for name in store.typeNames where patterns.isEmpty || patterns.contains(where: { $0.matches(name) }) {
      let members = PSHashtable()
      for (memberName, member) in store.members(of: name) {
        members.set(memberName, .string(String(describing: member).prefix { $0 != "(" }.description))
      }
      try context.write(.object(PSCustomObject(["TypeName": .string(name), "Members": .object(members)])))
    }
  }
}

import CmdletKit
import ShellObjects

/// `Get-Verb`: gets the verbs that names of commands should begin with.
struct GetVerb: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Verb", outputs: ["System.Management.Automation.VerbInfo"],
    synopsis: "Gets the verbs that names of commands should begin with.",
    examples: [
      Example("Shows the verbs of a group.", code: "Get-Verb -Group Security")
    ])

  @Parameter(
    "Verb", .position(0), .fromPipeline, .fromPipelineByPropertyName, help: "The verbs; wildcards are allowed.")
  var verb: [String]
  @Parameter(
    "Group", .position(1), .fromPipeline, .fromPipelineByPropertyName,
    .validate(.oneOf(["Common", "Communications", "Data", "Diagnostic", "Lifecycle", "Other", "Security"])),
    help: "Only verbs of these groups.")
  var group: [String]

  mutating func process(_ context: any CmdletContext) throws {
    let patterns = (verb.isEmpty ? ["*"] : verb).compactMap { WildcardPattern($0) }
    for entry in CommandVerbs.all where patterns.contains(where: { $0.matches(entry.verb) }) {
      guard group.isEmpty || group.contains(where: { $0.equalsName(entry.group) }) else { continue }
      try context.write(.object(Box(entry, PSType.named(CommandVerb.typeName))))
    }
  }
}

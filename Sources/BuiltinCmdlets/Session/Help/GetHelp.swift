import CmdletKit
import ShellObjects

/// `Get-Help`: explains commands.
struct GetHelp: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Help", defaultParameterSet: "AllUsersView", module: "Microsoft.PowerShell.Core",
    synopsis: "Explains commands.",
    examples: [
      Example("Explains a command.", code: "Get-Help Get-Date"),
      Example("Shows one parameter.", code: "Get-Help Get-Date -Parameter Format"),
    ])

  @Parameter(
    "Name", .position(0), .fromPipelineByPropertyName, .validate(.notNullOrEmpty),
    help: "The command; wildcards are allowed.")
  var name: String = ""
  @Parameter("Path", help: "A folder of help files, which is not used.")
  var path: String?
  @Parameter(
    "Category",
    .validate(
      .oneOf([
        "Alias", "Cmdlet", "Provider", "General", "FAQ", "Glossary", "HelpFile", "ScriptCommand", "Function", "Filter",
        "ExternalScript", "All", "DefaultHelp", "DscResource", "Class", "Configuration",
      ])), help: "Only help of these kinds.")
  var category: [String]
  @Parameter("Detailed", .in("DetailedView", .mandatory), help: "Shows the parameters and examples as well.")
  var detailed: Bool
  @Parameter("Full", .in("AllUsersView"), help: "Shows everything.")
  var full: Bool
  @Parameter("Examples", .in("Examples", .mandatory), help: "Shows the examples.")
  var examples: Bool
  @Parameter("Parameter", .in("Parameters", .mandatory), help: "Shows these parameters; wildcards are allowed.")
  var parameter: [String]
  @Parameter("Component", help: "Only help for these components.")
  var component: [String]
  @Parameter("Functionality", help: "Only help for these functions.")
  var functionality: [String]
  @Parameter("Role", help: "Only help for these roles.")
  var role: [String]
  @Parameter("Online", .in("Online", .mandatory), help: "Would open a page in a browser, which is not supported.")
  var online: Bool

  mutating func process(_ context: any CmdletContext) throws {
    let session = context.session
    let wanted = name.isEmpty ? "Get-Help" : name
    if WildcardPattern.containsWildcards(wanted), let pattern = WildcardPattern(wanted) {
      for command in try session.commands(matching: pattern, kinds: [.cmdlet, .function, .filter]) {
        try context.write(
          .object(
            PSCustomObject([
              "Name": .string(command.name), "Category": .string(command.kind.name),
              "Module": .string(command.moduleName), "Synopsis": .string(session.helpTopic(command)?.synopsis ?? ""),
            ])))
      }
      return
    }
    guard let command = try session.command(named: wanted), let topic = session.helpTopic(command.resolved ?? command)
    else { throw Self.notFound(wanted) }
    let text = HelpText(topic, width: session.width)
    if !parameter.isEmpty { return try writeParameters(text, topic, context) }
    try context.write(.string(text.page(examples ? .examples : full ? .full : detailed ? .detailed : .short)))
  }

  private func writeParameters(_ text: HelpText, _ topic: HelpTopic, _ context: any CmdletContext) throws {
    let patterns = parameter.compactMap { WildcardPattern($0) }
    let found = topic.parameters.filter { declared in patterns.contains { $0.matches(declared.name) } }
    if found.isEmpty {
      throw ShellError(
        "Microsoft.PowerShell.Commands.HelpNotFoundException",
        "No parameter matches criteria \(parameter.joined(separator: ", ")).", id: "NoParmsFound", .objectNotFound)
    }
    try context.write(.string(found.map { text.parameter($0) }.joined(separator: "\n")))
  }

  private static func notFound(_ name: String) -> ShellError {
    ShellError(
      "Microsoft.PowerShell.Commands.HelpNotFoundException",
      "Get-Help could not find \(name) in a help file in this session. To see the commands there are, type: \"Get-Command\".",
      id: "HelpNotFound", .objectNotFound, target: .string(name))
  }
}

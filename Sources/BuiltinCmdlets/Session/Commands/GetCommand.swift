import CmdletKit
import ShellObjects

/// `Get-Command`: gets commands: cmdlets, functions, aliases and programs.
struct GetCommand: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Command", defaultParameterSet: "CmdletSet",
    outputs: [
      "System.Management.Automation.AliasInfo", "System.Management.Automation.ApplicationInfo",
      "System.Management.Automation.FunctionInfo", "System.Management.Automation.CmdletInfo",
      "System.Management.Automation.ExternalScriptInfo", "System.Management.Automation.FilterInfo", "System.String",
      "System.Management.Automation.PSObject",
    ], module: "Microsoft.PowerShell.Core", synopsis: "Gets commands: cmdlets, functions, aliases and programs.",
    examples: [
      Example("Finds commands by their noun.", code: "Get-Command -Noun Variable"),
      Example("Shows how a command is called.", code: "Get-Command Get-Date -Syntax"),
    ])

  @Parameter(
    "Name", .in("AllCommandSet", .position(0), .fromPipeline, .fromPipelineByPropertyName), .validate(.notNullOrEmpty),
    help: "The names; wildcards are allowed.")
  var name: [String]
  @Parameter("Verb", .in("CmdletSet", .fromPipelineByPropertyName), help: "Only commands with these verbs.")
  var verb: [String]
  @Parameter("Noun", .in("CmdletSet", .fromPipelineByPropertyName), help: "Only commands with these nouns.")
  var noun: [String]
  @Parameter("Module", .fromPipelineByPropertyName, .alias("PSSnapin"), help: "The modules.")
  var module: [String]
  @Parameter("ExcludeModule", help: "No commands of these modules.")
  var excludeModule: [String]
  @Parameter(
    "FullyQualifiedModule", .fromPipelineByPropertyName, .type("Microsoft.PowerShell.Commands.ModuleSpecification[]"),
    help: "Only commands of these modules.")
  var fullyQualifiedModule: Value
  @Parameter(
    "CommandType", .in("AllCommandSet", .fromPipelineByPropertyName), .alias("Type"),
    .type("System.Management.Automation.CommandTypes"), help: "Only commands of this type.")
  var commandType: String?
  @Parameter("TotalCount", .fromPipelineByPropertyName, help: "So many commands at most.")
  var totalCount: Int = -1
  @Parameter("Syntax", .fromPipelineByPropertyName, help: "Writes how the commands are called.")
  var syntax: Bool
  @Parameter("ShowCommandInfo", help: "Writes a summary of each command.")
  var showCommandInfo: Bool
  @Parameter(
    "ArgumentList", .position(1), .fromRemainingArguments, .alias("Args"), .allowEmptyCollection, .allowNull,
    help: "Arguments that add parameters.")
  var argumentList: [Value]
  @Parameter("All", .fromPipelineByPropertyName, help: "Writes commands that others hide as well.")
  var all: Bool
  @Parameter("ListImported", .fromPipelineByPropertyName, help: "Only commands of this session.")
  var listImported: Bool
  @Parameter("ParameterName", .validate(.notNullOrEmpty), help: "Only commands with a parameter of these names.")
  var parameterName: [String]
  @Parameter(
    "ParameterType", .type("System.Management.Automation.PSTypeName[]"), .validate(.notNullOrEmpty),
    help: "Only commands with a parameter of these types.")
  var parameterType: [Value]
  @Parameter("UseFuzzyMatching", .in("AllCommandSet"), help: "Finds names that are nearly right.")
  var useFuzzyMatching: Bool
  @Parameter(
    "FuzzyMinimumDistance", .in("AllCommandSet"), .type("System.UInt32"), help: "How far off a name may be.")
  var fuzzyMinimumDistance: Value
  @Parameter(
    "UseAbbreviationExpansion", .in("AllCommandSet", .fromPipelineByPropertyName),
    help: "Finds names by their capitals.")
  var useAbbreviationExpansion: Bool

  private var written = 0

  mutating func process(_ context: any CmdletContext) throws {
    if $argumentList.isBound, name.count != 1 || WildcardPattern.containsWildcards(name.first ?? "") {
      throw ShellError(
        "System.Management.Automation.PSArgumentException",
        "The command could not be retrieved because the ArgumentList parameter can be specified only when retrieving a single cmdlet or script.",
        id: "CommandArgsOnlyForSingleCmdlet", .invalidArgument)
    }
    let search = CommandSearch(
      session: context.session, verbs: verb, nouns: noun, modules: module, excludedModules: excludeModule,
      kinds: commandType.map { CommandKind.kinds(named: $0) }, parameterNames: parameterName,
      parameterTypes: parameterType,
      findsAll: all || useFuzzyMatching)
    if useFuzzyMatching {
      for command in try search.similar(to: name) { try write(command, context) }
      return
    }
    guard !name.isEmpty else {
      for command in try search.all() { try write(command, context) }
      return
    }
    for name in name { try find(name, search, context) }
  }

  private mutating func find(_ name: String, _ search: CommandSearch, _ context: any CmdletContext) throws {
    let found = useAbbreviationExpansion ? try search.abbreviated(name) : try search.named(name)
    if found.isEmpty, !WildcardPattern.containsWildcards(name), !useAbbreviationExpansion {
      try context.writeError(Self.notFound(name))
    }
    for command in found { try write(command, context) }
  }

  private mutating func write(_ command: any CommandInfo, _ context: any CmdletContext) throws {
    if totalCount >= 0, written >= totalCount { return }
    written += 1
    guard syntax else { return try context.write(context.session.object(for: command)) }
    try context.write(.string(CommandSynopsis(command, context.session).text))
  }

  private static func notFound(_ name: String) -> ErrorRecord {
    ShellError(
      "System.Management.Automation.CommandNotFoundException",
      "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
      id: "CommandNotFoundException", .objectNotFound, target: .string(name)
    ).record
  }
}

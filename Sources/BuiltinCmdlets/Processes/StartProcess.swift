import CmdletKit
import ShellObjects

/// `Start-Process`: starts a program.
struct StartProcess: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Start-Process", defaultParameterSet: "Default", confirmImpact: .medium, outputs: ["System.Diagnostics.Process"],
    module: "Microsoft.PowerShell.Management", synopsis: "Starts a program.",
    examples: [
      Example("Runs a program and waits for it.", code: "Start-Process true -Wait")
    ])

  @Parameter(
    "FilePath", .mandatory, .position(0), .alias("PSPath", "Path"), .validate(.notNullOrEmpty), help: "The program.")
  var filePath: String
  @Parameter("ArgumentList", .position(1), .alias("Args"), help: "The arguments, as they are.")
  var argumentList: [String]
  @Parameter(
    "Credential", .in("Default"), .alias("RunAs"), .type("System.Management.Automation.PSCredential"),
    .validate(.notNullOrEmpty), help: "The account to run as, which is not supported.")
  var credential: Value
  @Parameter("WorkingDirectory", .validate(.notNullOrEmpty), help: "The folder the program starts in.")
  var workingDirectory: String?
  @Parameter("LoadUserProfile", .in("Default"), .alias("Lup"), help: "Has no effect.")
  var loadUserProfile: Bool
  @Parameter("NoNewWindow", .in("Default"), .alias("nnw"), help: "Has no effect.")
  var noNewWindow: Bool
  @Parameter("PassThru", help: "Writes the result to the pipeline.")
  var passThru: Bool
  @Parameter(
    "RedirectStandardError", .in("Default"), .alias("RSE"), .validate(.notNullOrEmpty), help: "The file for the errors."
  )
  var redirectStandardError: String?
  @Parameter(
    "RedirectStandardInput", .in("Default"), .alias("RSI"), .validate(.notNullOrEmpty), help: "The file for the input.")
  var redirectStandardInput: String?
  @Parameter(
    "RedirectStandardOutput", .in("Default"), .alias("RSO"), .validate(.notNullOrEmpty),
    help: "The file for the output.")
  var redirectStandardOutput: String?
  @Parameter(
    "Verb", .in("UseShellExecute"), .validate(.notNullOrEmpty), help: "What to do with a file, which is not supported.")
  var verb: String?
  @Parameter(
    "WindowStyle", .type("System.Diagnostics.ProcessWindowStyle"), .validate(.notNullOrEmpty), help: "Has no effect.")
  var windowStyle: String?
  @Parameter("Wait", help: "Waits until the program has ended.")
  var wait: Bool
  @Parameter("UseNewEnvironment", .in("Default"), help: "Starts with an empty environment.")
  var useNewEnvironment: Bool
  @Parameter("Environment", help: "Variables of the environment that are added or replaced.")
  var environment: ObjectArgument<PSHashtable>

  mutating func process(_ context: any CmdletContext) throws {
    var launch = ProcessLaunch(program: try program(context), arguments: argumentList)
    launch.folder = try workingDirectory.map { try FilePaths.absolute($0, context) }
    launch.input = try redirectStandardInput.map { try FilePaths.absolute($0, context) }
    launch.output = try redirectStandardOutput.map { try FilePaths.absolute($0, context) }
    launch.errors = try redirectStandardError.map { try FilePaths.absolute($0, context) }
    launch.startsEmpty = useNewEnvironment
    for (key, value) in zip(environment.object?.keys ?? [], environment.object?.values ?? []) {
      launch.environment.append((try key.text(), value.isNull ? nil : try value.text()))
    }
    guard try context.shouldProcess(filePath) else { return }
    let started = try launch.start()
    // Why first: a process that has ended cannot be looked up any more.
    let process = passThru ? started.value : .null
    if wait { try started.wait(context) }
    if passThru { try context.write(process) }
  }

  private func program(_ context: any CmdletContext) throws -> String {
    if !filePath.contains("/"), let pattern = WildcardPattern(WildcardPattern.escape(filePath)),
      let command = try context.session.commands(matching: pattern, kinds: [.application]).first
    {
      return command.definition
    }
    let file = try FilePaths.absolute(filePath, context)
    guard FileReader.exists(file), !FileReader.isFolder(file) else {
      throw ShellError(
        "System.InvalidOperationException",
        "This command cannot be run due to the error: An error occurred trying to start process '\(filePath)' with working directory '\(context.session.drives.currentPath)'. No such file or directory.",
        id: "InvalidOperationException", .invalidOperation)
    }
    return file
  }
}

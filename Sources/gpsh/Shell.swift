import BuiltinCmdlets
import CmdletKit
import GPUPartitionCmdlets
import Glibc
import ShellConsole
import ShellEngine
import ShellFormatting
import ShellObjects
import ShellTypes
import SourceText

/// One run of the shell: a session with its host, cmdlets and drives.
final class Shell {
  private let options: StartupOptions
  private let host: StandardHost
  private let session: Session

  init(_ options: StartupOptions) {
    self.options = options
    TypeRegistry.register(ShellTypes.declarations)
    TypeRegistry.register(EngineTypes.declarations)
    TypeRegistry.register(GPUPartitionTypes.declarations)
    TypeRegistry.register(PlacesModule.typeDeclarations)
    TypeRegistry.register(BuiltinModule.types)
    let views = FormatViews()
    views.register(GPUPartitionViews.all)
    host = StandardHost(views: views, isNonInteractive: options.isNonInteractive)
    session = Session(host: host)
    host.session = session
    session.add(BuiltinModule.module)
    session.add(CmdletModule("Microsoft.PowerShell.Management", PlacesModule.registrations))
    for alias in BuiltinAliases.all { session.addAlias(alias.name, alias.definition, options: alias.options) }
    for function in BuiltinFunctions.all { session.addFunction(function.name, function.body) }
    session.use(SessionDrives { [weak session] in session?.access })
    session.setService(views)
    session.add(GPUPartitionModule(directory: Hosts.directory(simulation: options.simulation, session)).module)
  }

  /// Runs the task of the command line; the exit code of the process.
  func run() -> Int32 {
    switch options.task {
    case .command(let text): return code(session.run(SourceFile(name: nil, text: text)), isCommand: true)
    case .commandWithArguments(let text, let arguments):
      session.setGlobal("args", Value(strings: arguments))
      return code(session.run(SourceFile(name: nil, text: text)), isCommand: true)
    case .file(let path, let arguments): return runFile(path, arguments)
    case .interactive where isatty(STDIN_FILENO) == 1: return InteractiveShell(session, host).run()
    case .fileFromInput, .commandFromInput, .interactive:
      return code(session.run(SourceFile(name: nil, text: StandardInput.shared.readAll())), isCommand: true)
    case .version, .help: return 0
    }
  }

  private func runFile(_ path: String, _ arguments: [String]) -> Int32 {
    guard access(path, F_OK) == 0 else {
      Program.complain(
        "The argument '\(path)' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.")
      return 64
    }
    return code(session.runFile(absolute(path), arguments), isCommand: false)
  }

  private func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func code(_ result: RunResult, isCommand: Bool) -> Int32 {
    switch result {
    case .completed: isCommand ? session.commandExitCode : 0
    case .failed: 1
    case .exited(let code): code
    case .interrupted: 130
    }
  }
}

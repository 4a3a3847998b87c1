import Glibc
import ShellConsole
import ShellEngine
import ShellFormatting
import ShellObjects
import ShellTypes
import SourceText

/// The composition root: reads the command line, puts a session together, and runs what was asked for.
@main
enum Program {
  /// Address space for the interpreter's stack; pages are taken as they are touched.
  static let stackSize = 1 << 30
  // Why unsafe: written by the interpreter's thread before it ends, read after it was joined.
  nonisolated(unsafe) static var exitCode: Int32 = 0

  /// The interpreter recurses on the native stack, so it runs on a thread with a large one.
  static func main() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackSize)
    var thread = pthread_t()
    let created = pthread_create(&thread, &attributes, interpreterThread, nil)
    if created == 0 { pthread_join(thread, nil) } else { _ = interpreterThread(nil) }
    exit(exitCode)
  }

  private static let interpreterThread: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
    exitCode = run(Array(CommandLine.arguments.dropFirst()))
    return nil
  }

  static func run(_ arguments: [String]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    let options: StartupOptions
    do { options = try StartupOptions(arguments) } catch {
      complain("gpsh: \((error as? StartupOptions.Problem)?.message ?? "\(error)")")
      return 64
    }
    switch options.task {
    case .version:
      print("gpsh 0.1 (PowerShell 7.6.5 compatible)")
      return 0
    case .help:
      print(Usage.text)
      return 0
    default: break
    }
    let shell = Shell(options)
    return shell.run()
  }

  /// A line on standard error, before there is a session or beside it.
  static func complain(_ text: String) {
    let errors = OutputBuffer(STDERR_FILENO)
    errors.appendLine(text)
    errors.flush()
  }
}

import Glibc
import ShellObjects

/// How `Start-Process` starts a program.
struct ProcessLaunch {
  let program: String
  /// Each is split at spaces outside quotes, as .NET splits a command line.
  let arguments: [String]
  var folder: String?
  var input: String?
  var output: String?
  var errors: String?
  var startsEmpty = false
  /// Variables of the environment; nil takes one away.
  var environment: [(name: String, value: String?)] = []

  init(program: String, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Starts the program.
  ///
  /// Throws PowerShell's error where that fails.
  func start() throws -> RunningProcess {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0) }
    let write = O_WRONLY | O_CREAT | O_TRUNC
    if let output { posix_spawn_file_actions_addopen(&actions, 1, output, write, 0o644) }
    if let errors { posix_spawn_file_actions_addopen(&actions, 2, errors, write, 0o644) }
    var id: pid_t = 0
    let words = [program] + arguments.flatMap(Self.split)
    let code = try inFolder {
      Self.withStrings(words) { words in
        Self.withStrings(variables) { variables in posix_spawn(&id, program, &actions, nil, words, variables) }
      }
    }
    guard code == 0 else { throw failure(code) }
    return RunningProcess(id: id, name: program.split(separator: "/").last.map(String.init) ?? program)
  }

  /// Runs the body in the program's folder.
  // Why: the action that changes the folder of the new program only is not in every C library.
  private func inFolder(_ body: () -> Int32) throws -> Int32 {
    guard let folder else { return body() }
    let home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer {
      if home >= 0 {
        fchdir(home)
        close(home)
      }
    }
    guard chdir(folder) == 0 else { throw failure(errno) }
    return body()
  }

  private func failure(_ code: Int32) -> ShellError {
    ShellError(
      "System.InvalidOperationException",
      "This command cannot be run due to the error: An error occurred trying to start process '\(program)'. \(String(cString: strerror(code))).",
      id: "InvalidOperationException", .invalidOperation)
  }

  private var variables: [String] {
    var all: [(name: String, value: String)] = []
    if !startsEmpty {
      var place = environ
      while let entry = place.pointee {
        let text = String(cString: entry)
        if let equals = text.firstIndex(of: "=") {
          all.append((String(text[..<equals]), String(text[text.index(after: equals)...])))
        }
        place += 1
      }
    }
    for (name, value) in environment {
      all.removeAll { $0.name == name }
      if let value { all.append((name, value)) }
    }
    return all.map { "\($0.name)=\($0.value)" }
  }

  private static func withStrings<T>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> T
  ) -> T {
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { pointers[index] = strdup(text) }
    pointers[texts.count] = nil
    defer {
      for index in texts.indices { free(pointers[index]) }
      pointers.deallocate()
    }
    return body(pointers)
  }

  /// Splits a text at spaces; quotation marks keep words together.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var hasWord = false
    for character in text {
      switch character {
      case "\"":
        isQuoted.toggle()
        hasWord = true
      case " " where !isQuoted:
        if hasWord { words.append(word) }
        word = ""
        hasWord = false
      default:
        word.append(character)
        hasWord = true
      }
    }
    if hasWord { words.append(word) }
    return words
  }
}

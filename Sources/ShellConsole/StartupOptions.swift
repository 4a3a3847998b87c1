/// The command line of the shell, which is that of `pwsh`.
///
/// Switches are case-insensitive, begin with `-` or `--`, and may be abbreviated down to a shortest form.
/// Source: PowerShell 7.6, `pwsh -Help`; the shortest forms are those of its parser.
package struct StartupOptions: Sendable, Equatable {
  /// What to run.
  package enum Task: Sendable, Equatable {
    case interactive
    case command(String)
    case commandFromInput
    case commandWithArguments(String, [String])
    case file(String, [String])
    case fileFromInput([String])
    case version
    case help
  }

  package var task = Task.interactive
  package var isNonInteractive = false
  package var hasProfile = true
  package var hasLogo = true
  package var staysOpen = false
  package var isLogin = false
  package var workingDirectory: String?
  /// Nil without `-Simulated`; empty for the built-in scenario that lives as long as the process.
  package var simulation: String?

  /// A command line that cannot be understood.
  package struct Problem: Error, Equatable {
    package let message: String
  }

  private enum Switch {
    case file, command, commandWithArguments, encodedCommand, interactive, login, version, help, noExit, noProfile
    case noLogo, nonInteractive, outputFormat, inputFormat, workingDirectory, executionPolicy, configuration
    case customPipe, settings, simulated, ignored
  }

  /// Full name, shortest abbreviation, meaning.
  private static let switches: [(name: String, shortest: String, meaning: Switch)] = [
    ("file", "f", .file), ("commandwithargs", "commandwithargs", .commandWithArguments),
    ("cwa", "cwa", .commandWithArguments),
    ("command", "c", .command), ("encodedcommand", "e", .encodedCommand), ("ec", "ec", .encodedCommand),
    ("interactive", "i", .interactive), ("login", "l", .login), ("version", "v", .version), ("help", "h", .help),
    ("?", "?", .help), ("noexit", "noe", .noExit), ("noprofileloadtime", "noprofileloadtime", .ignored),
    ("noprofile", "nop", .noProfile), ("nologo", "nol", .noLogo), ("noninteractive", "noni", .nonInteractive),
    ("outputformat", "o", .outputFormat), ("of", "of", .outputFormat), ("inputformat", "inp", .inputFormat),
    ("if", "if", .inputFormat), ("workingdirectory", "wo", .workingDirectory), ("wd", "wd", .workingDirectory),
    ("executionpolicy", "ex", .executionPolicy), ("ep", "ep", .executionPolicy),
    ("configurationname", "config", .configuration), ("custompipename", "cus", .customPipe),
    ("settingsfile", "settings", .settings), ("simulated", "sim", .simulated),
  ]

  /// Reads the arguments after the program's name.
  ///
  /// Throws `Problem`.
  package init(_ arguments: [String]) throws {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      guard let meaning = Self.meaning(argument) else {
        if argument.hasPrefix("-"), argument != "-" {
          throw Problem(
            message:
              "The argument '\(argument)' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
          )
        }
        task = argument == "-" ? .commandFromInput : .file(argument, Array(arguments[index...]))
        return
      }
      if try apply(meaning, argument, arguments, &index) { return }
    }
  }

  private static func meaning(_ argument: String) -> Switch? {
    guard argument.hasPrefix("-"), argument.count > 1 else { return nil }
    let name = argument.drop { $0 == "-" }.lowercased()
    return switches.first { $0.name.hasPrefix(name) && name.count >= $0.shortest.count }?.meaning
  }

  private static func isStateFile(_ argument: String) -> Bool {
    !argument.hasPrefix("-") && !argument.hasSuffix(".gps") && !argument.hasSuffix(".ps1")
  }

  /// Takes one switch; true where it consumed the rest.
  private mutating func apply(
    _ meaning: Switch, _ argument: String, _ arguments: [String], _ index: inout Int
  ) throws
    -> Bool
  {
    func next(_ what: String) throws -> String {
      guard index < arguments.count else {
        throw Problem(
          message: "Cannot process the command because of a missing parameter. A \(what) must follow \(argument).")
      }
      index += 1
      return arguments[index - 1]
    }
    switch meaning {
    case .file:
      let path = try next("file path")
      let rest = Array(arguments[index...])
      task = path == "-" ? .fileFromInput(rest) : .file(path, rest)
      return true
    case .command:
      guard index < arguments.count else {
        throw Problem(
          message: "Cannot process the command because of a missing parameter. A command must follow -Command.")
      }
      let rest = arguments[index...]
      task = rest.count == 1 && rest.first == "-" ? .commandFromInput : .command(rest.joined(separator: " "))
      return true
    case .commandWithArguments:
      let text = try next("command")
      task = .commandWithArguments(text, Array(arguments[index...]))
      return true
    case .encodedCommand:
      guard let text = Base64.decodeUTF16(try next("command")) else {
        throw Problem(
          message:
            "Cannot process the command because the value specified with -EncodedCommand is not properly encoded. The value must be Base64 encoded."
        )
      }
      task = .command(text)
    case .version: task = .version
    case .help: task = .help
    case .noExit: staysOpen = true
    case .noProfile: hasProfile = false
    case .noLogo: hasLogo = false
    case .nonInteractive: isNonInteractive = true
    case .login: isLogin = true
    case .workingDirectory: workingDirectory = try next("path")
    case .outputFormat, .inputFormat, .executionPolicy, .configuration, .customPipe, .settings: _ = try next("value")
    case .simulated:
      // A state file may follow; what looks like a switch or a script is none.
      if index < arguments.count, Self.isStateFile(arguments[index]) {
        simulation = try next("file path")
      } else {
        simulation = ""
      }
    case .interactive, .ignored: break
    }
    return false
  }
}

/// A switch of the command line, for completion scripts and the manual.
package struct SwitchDescription: Sendable {
  /// What follows the switch.
  package enum Argument: Sendable { case none, script, folder, file, text }

  package let name: String
  package let argument: Argument
  package let help: String
}

extension StartupOptions {
  /// The switches worth offering, in the order of the usage text.
  package static let described: [SwitchDescription] = [
    SwitchDescription(name: "File", argument: .script, help: "Run a script; the rest are its arguments"),
    SwitchDescription(name: "Command", argument: .text, help: "Run the rest of the line as a command"),
    SwitchDescription(name: "CommandWithArgs", argument: .text, help: "Run a command; the rest is $args"),
    SwitchDescription(name: "EncodedCommand", argument: .text, help: "Run a command given as base64 of UTF-16"),
    SwitchDescription(name: "NoProfile", argument: .none, help: "Load no profile"),
    SwitchDescription(name: "NoLogo", argument: .none, help: "Show no banner"),
    SwitchDescription(name: "NonInteractive", argument: .none, help: "Never ask; a question is an error"),
    SwitchDescription(name: "NoExit", argument: .none, help: "Stay after running the command"),
    SwitchDescription(name: "Login", argument: .none, help: "Start as a login shell"),
    SwitchDescription(name: "WorkingDirectory", argument: .folder, help: "Begin in this folder"),
    SwitchDescription(
      name: "Simulated", argument: .file, help: "Act on simulated hosts, kept in a state file if given"),
    SwitchDescription(name: "Version", argument: .none, help: "Show the version"),
    SwitchDescription(name: "Help", argument: .none, help: "Show the usage"),
  ]
}

/// Base64, as `-EncodedCommand` needs it.
enum Base64 {
  /// Text from base64 of UTF-16LE; nil where it is malformed.
  static func decodeUTF16(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for unit in text.utf8 where unit != 10 && unit != 13 && unit != 32 {
      guard unit != UInt8(ascii: "=") else { break }
      guard let digit = digit(unit) else { return nil }
      buffer = buffer << 6 | UInt32(digit)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
    return String(decoding: units, as: UTF16.self)
  }

  private static func digit(_ unit: UInt8) -> UInt8? {
    switch unit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): unit - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): unit - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): unit - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

import CmdletKit
import ShellObjects

/// How a command is called, as `Get-Command -Syntax` writes it.
struct CommandSynopsis {
  private let command: any CommandInfo
  private let session: any SessionAccess

  init(_ command: any CommandInfo, _ session: any SessionAccess) {
    self.command = command
    self.session = session
  }

  var text: String {
    guard command.kind == .alias, let target = command.resolved else { return Self.paragraphs(lines(of: command)) }
    let lines = lines(of: target).map { line in
      line.hasPrefix(target.name) ? command.name + line.dropFirst(target.name.count) : line
    }
    return "\(command.name) (alias) -> \(target.name)\n" + Self.paragraphs(lines)
  }

  private func lines(of command: any CommandInfo) -> [String] {
    switch command.kind {
    case .application, .externalScript: [command.definition]
    default: session.helpTopic(command)?.syntax ?? [command.name]
    }
  }

  private static func paragraphs(_ lines: [String]) -> String { lines.map { "\n\($0)\n" }.joined() }
}

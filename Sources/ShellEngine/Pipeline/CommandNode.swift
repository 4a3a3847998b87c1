import CmdletKit
import ShellObjects
import SourceText

/// A command with its arguments, compiled; finds what its name means and remembers it until commands change.
final class CommandNode {
  enum Name { case constant(String), computed(Node) }

  let name: Name
  let arguments: [ArgumentNode]
  let redirections: [RedirectionNode]
  let isDotSourced: Bool
  let position: StatementPosition
  let nameExtent: ScriptExtent
  private var cached: Command?
  private var cachedEpoch = 0
  /// Arguments that are all plain values, so that a simple function needs no binder.
  let plainArguments: [Node]?

  init(
    _ name: Name, _ arguments: [ArgumentNode], _ redirections: [RedirectionNode], isDotSourced: Bool,
    _ position: StatementPosition, nameExtent: ScriptExtent
  ) {
    self.name = name
    self.arguments = arguments
    self.redirections = redirections
    self.isDotSourced = isDotSourced
    self.position = position
    self.nameExtent = nameExtent
    let plain = arguments.compactMap { argument -> Node? in
      if case .positional(let node) = argument { node } else { nil }
    }
    plainArguments = plain.count == arguments.count ? plain : nil
  }

  /// What is called.
  enum Target {
    case command(Command)
    case block(ScriptBlock)
  }

  func resolve(_ f: Frame) throws -> Target {
    switch name {
    case .constant(let text):
      let commands = f.session.commands
      if let cached, cachedEpoch == commands.epoch { return .command(cached) }
      guard let found = try f.session.lookUp(text, f.scope) else {
        throw f.session.commandNotFound(text, position.source, nameExtent)
      }
      cached = found
      cachedEpoch = commands.epoch
      return .command(found)
    case .computed(let node): return try f.session.callTarget(node.eval(f), position, nameExtent, f)
    }
  }

  /// The arguments as values.
  ///
  /// A program gets `a,b` as one word and `--` as it stands; for everything else `--` ends the names.
  func evaluateArguments(_ f: Frame, isNative: Bool) throws -> [Argument] {
    var result: [Argument] = []
    result.reserveCapacity(arguments.count)
    var namesEnded = false
    for argument in arguments {
      switch argument {
      case .positional(let node as ArrayLiteralNode) where isNative:
        let words = try node.elements.map { try f.session.text($0.eval(f), f.scope) }
        result.append(.positional(.string(words.joined(separator: ","))))
      case .positional(let node as ConstantNode) where isNative && node.isBareWord:
        for word in NativeGlob.expand(node.value, f.session) { result.append(.positional(word)) }
      case .named("-", nil, _) where !isNative && !namesEnded: namesEnded = true
      case .positional(let node as ConstantNode) where !isNative && !namesEnded && node.isDoubleDash: namesEnded = true
      case .named(_, let node, let text) where namesEnded:
        result.append(.positional(.string(text)))
        if let node { result.append(.positional(try node.eval(f).withoutVoid)) }
      case .positional(let node): result.append(.positional(try node.eval(f).withoutVoid))
      case .named(let name, let node, let text):
        result.append(.named(name, try node?.eval(f).withoutVoid, text: text, isSplatted: false))
      case .splat(let node): try splat(node.eval(f), &result)
      }
    }
    return result
  }

  private func splat(_ value: Value, _ result: inout [Argument]) throws {
    switch value.base {
    case .string(let text):
      for unit in text.utf16 { result.append(.positional(.char(unit))) }
    case .object(let table as PSHashtable):
      for entry in table.table.liveEntries {
        let name = try entry.key.text()
        result.append(.named(name, entry.value, text: "-\(name):", isSplatted: true))
      }
    case .unset, .void, .null: break
    case let other where other.isEnumerable:
      for element in try other.enumerated() { result.append(.positional(element)) }
    case let other: result.append(.positional(other))
    }
  }

  func invocationInfo(_ name: String, _ command: Command?, _ session: Session) -> InvocationInfo {
    let info = InvocationInfo()
    info.invocationName = name
    info.position = position.position
    if let command { info.command = session.object(for: command) }
    return info
  }

  var writtenName: String {
    if case .constant(let text) = name { text } else { position.source.text(of: nameExtent) }
  }
}

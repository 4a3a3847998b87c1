import CmdletKit
import ShellObjects

/// Wildcards and `~` in the bare words of a program's command line, as PowerShell expands them on Unix.
enum NativeGlob {
  /// The words a bare word becomes: the matching files as it was written, or the word itself.
  static func expand(_ value: Value, _ session: Session) -> [Value] {
    guard case .string(let word) = value else { return [value] }
    if word == "~" || word.hasPrefix("~/"), let home = session.environment("HOME") {
      return [.string(home + word.dropFirst())]
    }
    guard WildcardPattern.containsWildcards(word), !word.contains(":"),
      let found = try? session.driveTable.glob(word), !found.isEmpty
    else { return [value] }
    let folder = session.driveTable.fileSystemDirectory
    return found.map { place in
      guard !word.hasPrefix("/"), place.path.hasPrefix(folder + "/") else { return .string(place.path) }
      let relative = String(place.path.dropFirst(folder.count + 1))
      return .string(word.hasPrefix("./") ? "./" + relative : relative)
    }
  }
}

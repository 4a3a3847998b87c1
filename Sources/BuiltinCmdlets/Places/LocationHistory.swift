import CmdletKit
import ShellObjects

/// The places a session stood at: what `cd -` and `cd +` walk through, and the stacks of Push-Location.
struct LocationHistory {
  private static let limit = 20
  private var back: [ResolvedPath] = []
  private var forward: [ResolvedPath] = []
  private var stacks: [String: [ResolvedPath]] = [:]
  var defaultName = "default"

  /// Notes a place that is left by name.
  mutating func record(_ place: ResolvedPath) {
    back.append(place)
    if back.count > Self.limit { back.removeFirst() }
    forward.removeAll()
  }

  /// The place before this one; nil at the beginning.
  mutating func stepBack(from place: ResolvedPath) -> ResolvedPath? {
    guard let target = back.popLast() else { return nil }
    forward.append(place)
    return target
  }

  /// The place that was left by going back; nil at the end.
  mutating func stepForward(from place: ResolvedPath) -> ResolvedPath? {
    guard let target = forward.popLast() else { return nil }
    back.append(place)
    return target
  }

  private func key(_ name: String?) -> String {
    guard let name, !name.isEmpty else { return defaultName.lowercased() }
    return name.lowercased()
  }

  mutating func push(_ place: ResolvedPath, _ name: String?) { stacks[key(name), default: []].append(place) }

  /// Takes the top of a stack; nil where it is empty or unknown.
  mutating func pop(_ name: String?) -> ResolvedPath? { stacks[key(name)]?.popLast() }

  /// A stack, bottom first; nil where it was never used.
  func stack(_ name: String?) -> [ResolvedPath]? {
    let key = key(name)
    return stacks[key] ?? (key == "default" ? [] : nil)
  }
}

import Foundation

/// One entry of a machine's file system.
struct FixtureFile: Equatable {
  enum Kind: Equatable {
    case file(String)
    case link(String)
    case directory
    case absent
  }

  let path: String
  let kind: Kind

  /// Makes it below a root; what is there already is replaced.
  func make(in root: String) throws {
    let full = root + "/" + path
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    switch kind {
    case .file(let text):
      try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: full))
    case .link(let target):
      try? manager.removeItem(atPath: full)
      try manager.createSymbolicLink(atPath: full, withDestinationPath: target)
    case .directory: try manager.createDirectory(atPath: full, withIntermediateDirectories: true)
    case .absent: try? manager.removeItem(atPath: full)
    }
  }

  /// The path with the links of its directories followed, relative to the root.
  static func real(_ path: String, in root: String) -> String {
    let directory = (root + "/" + path as NSString).deletingLastPathComponent
    let resolved = realpath(directory, nil)
    defer { free(resolved) }
    guard let resolved else { return path }
    let rootResolved = realpath(root, nil)
    defer { free(rootResolved) }
    let base = rootResolved.map { String(cString: $0) } ?? root
    let whole = String(cString: resolved) + "/" + (path as NSString).lastPathComponent
    return whole.hasPrefix(base + "/") ? String(whole.dropFirst(base.count + 1)) : path
  }
}

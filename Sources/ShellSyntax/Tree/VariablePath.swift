/// The name of a variable, taken apart: scope or drive, and the rest.
package struct VariablePath: Sendable, Hashable {
  /// What stands before the colon of a variable's name.
  package enum Qualifier: UInt8, Sendable, Hashable {
    /// No colon, or `variable:`, which says nothing more.
    case unqualified
    case global, local, script, `private`

    /// A drive: `env:`, `function:`, or one that is not known.
    case drive
  }

  /// The path as the user wrote it, without `$` and braces, escapes done: `env:PATH`.
  package let userPath: String
  package let qualifier: Qualifier

  /// The drive before the colon: `env`; nil without one.
  package let driveName: String?

  /// The name without scope or drive.
  package let name: String

  package var isDriveQualified: Bool { qualifier == .drive }

  package init(userPath: String) {
    self.userPath = userPath
    guard let colon = userPath.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      qualifier = .unqualified
      driveName = nil
      name = userPath
      return
    }
    let prefix = String(userPath.utf8[..<colon]) ?? ""
    // A colon at the start names no drive; the rest is the name all the same.
    qualifier = prefix.isEmpty ? .unqualified : Qualifier(prefix: prefix)
    driveName = qualifier == .drive ? prefix : nil
    name = String(userPath.utf8[userPath.utf8.index(after: colon)...]) ?? ""
  }
}

extension VariablePath.Qualifier {
  fileprivate init(prefix: String) {
    switch prefix.lowercased() {
    case "global": self = .global
    case "local": self = .local
    case "script": self = .script
    case "private": self = .private
    case "variable": self = .unqualified
    default: self = .drive
    }
  }
}

/// One thing a host does when it executes a step, as -WhatIf prints it: a file written, a call made, a program run.
package struct HostOperation: Equatable, Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    case read, write, call, run, wait
  }

  package let kind: Kind
  /// The file, the call, or the program.
  package let target: String
  /// What is written or passed; empty where there is nothing.
  package let value: String
  /// How it is taken back; empty where nothing needs to be.
  package let undo: String

  package init(_ kind: Kind, _ target: String, value: String = "", undo: String = "") {
    self.kind = kind
    self.target = target
    self.value = value
    self.undo = undo
  }

  package var description: String {
    let action = value.isEmpty ? "\(kind.rawValue) \(target)" : "\(kind.rawValue) \(target): \(value)"
    return undo.isEmpty ? action : "\(action) (undo: \(undo))"
  }
}

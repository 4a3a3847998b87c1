import GPUPartitioning

/// One thing that is done to the host to change a count: what -WhatIf prints is what is carried out.
struct HostAction: Equatable, Sendable {
  enum Effect: Equatable, Sendable {
    /// Writes a text to a file of the kernel.
    case write(String, to: String)
    /// Waits until a GPU has this many virtual functions, and fails where it gets another number.
    case awaitFunctions(UInt16, of: PCIAddress)
    /// Waits until a mediated device is there, or is gone.
    case awaitDevice(UniqueIdentifier, isThere: Bool)
  }

  let effect: Effect
  /// What takes it back; nil where nothing needs to be.
  let undo: Effect?

  /// It only borrows a setting: a later action gives it back, and so must whoever finds the change cut off.
  let isBorrowing: Bool

  init(_ effect: Effect, undo: Effect? = nil, isBorrowing: Bool = false) {
    self.effect = effect
    self.undo = undo
    self.isBorrowing = isBorrowing
  }

  /// The file and the value to give back; nil where nothing is borrowed.
  var borrowed: BorrowedSetting? {
    guard isBorrowing, case .write(let value, let path) = undo else { return nil }
    return BorrowedSetting(path: path, value: value)
  }

  /// As -WhatIf prints it.
  var operation: HostOperation {
    switch effect {
    case .write(let text, let path):
      HostOperation(.write, "/" + path, value: text, undo: undo.map { HostAction.words($0, besides: path) } ?? "")
    case .awaitFunctions(let count, let gpu): HostOperation(.wait, "virtual functions of \(gpu)", value: "\(count)")
    case .awaitDevice(let device, let isThere):
      HostOperation(.wait, "mediated device \(device)", value: isThere ? "there" : "gone")
    }
  }

  private static func words(_ effect: Effect, besides path: String) -> String {
    guard case .write(let text, let target) = effect else { return "" }
    return target == path ? "write \(text)" : "write \(text) to /\(target)"
  }
}

/// A file of the kernel that a change sets for its own time, and what it held before.
package struct BorrowedSetting: Equatable, Sendable {
  let path: String
  let value: String
}

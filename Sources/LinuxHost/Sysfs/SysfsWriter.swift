import CLibvirt

/// One write that the host is asked to do.
package struct SysfsWrite: Sendable {
  package let text: String
  /// Relative to the root of the tree.
  package let path: String
  package let absolutePath: String
  package let deadlineMilliseconds: Int
  /// A descriptor that must stay open as long as the write runs; -1 for none.
  package let lock: Int32
}

/// What became of a write.
package enum SysfsWriteOutcome: Sendable {
  case done
  case refused(ErrorNumber)
  /// Not finished at the deadline, and not stopped: the kernel allows neither.
  case stillRunning
}

/// Who carries out writes: the kernel, or a double of it in tests.
package protocol SysfsWriter: Sendable {
  func carryOut(_ write: SysfsWrite) -> SysfsWriteOutcome
}

/// Writes through the kernel, each in a process of its own.
///
/// Why: disabling virtual functions that a machine holds never returns, and while it waits this process could not end.
package struct KernelWriter: SysfsWriter {
  package init() {}

  package func carryOut(_ write: SysfsWrite) -> SysfsWriteOutcome {
    var number: Int32 = 0
    let bytes = Array(write.text.utf8)
    let deadline = Int32(clamping: write.deadlineMilliseconds)
    switch guarded_write(write.absolutePath, bytes, bytes.count, deadline, write.lock, &number) {
    case GUARDED_WRITE_DONE: return .done
    case GUARDED_WRITE_LEFT_BEHIND: return .stillRunning
    default: return .refused(ErrorNumber(number))
    }
  }
}

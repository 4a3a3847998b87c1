import GPUPartitioning
import Glibc

/// Carries out actions in order; when one fails, takes back those before it in reverse.
struct ActionRunner {
  let tree: SysfsTree
  /// A descriptor that stays with a write that does not come back; -1 for none.
  let lock: Int32
  /// For everything together, undoing excepted.
  let deadline: Deadline
  /// Called when a write has not come back and goes on without us.
  let whenLeftBehind: () -> Void

  /// Disabling sleeps a second in the kernel, enabling longer: less time than this is never given.
  private static let leastMilliseconds = 5_000
  /// Drivers have been seen to take tens of seconds; longer than this, something holds the kernel up.
  private static let mostMilliseconds = 60_000

  /// Throws the first failure; the sentences in `leftovers` say what could not be taken back.
  func run(_ actions: [HostAction], subject: String) throws(GPUPartitioningError) {
    for (index, action) in actions.enumerated() {
      do {
        try carryOut(action.effect, milliseconds: timeLeft)
      } catch {
        // A refused write changed nothing: the kernel takes its own part back. One that is still running must not be
        // followed by another, which would wait behind it.
        let leftovers = error.isStillRunning ? [error.description] : undo(actions[..<index])
        throw failure(error, subject, leftovers)
      }
    }
  }

  private var timeLeft: Int {
    min(max(deadline.millisecondsLeft, ActionRunner.leastMilliseconds), ActionRunner.mostMilliseconds)
  }

  private func undo(_ actions: ArraySlice<HostAction>) -> [String] {
    var leftovers: [String] = []
    for action in actions.reversed() {
      guard let undo = action.undo else { continue }
      do {
        try carryOut(undo, milliseconds: 30_000)
      } catch {
        leftovers.append(error.description)
        if error.isStillRunning { break }
      }
    }
    return leftovers
  }

  private func failure(_ error: ActionFailure, _ subject: String, _ leftovers: [String]) -> GPUPartitioningError {
    let code: GPUPartitioningError.Code =
      switch error {
      case .file(let error): leftovers.isEmpty ? GPUPartitioningError.code(of: error) : .degraded
      case .count, .device: leftovers.isEmpty ? .operationFailed : .degraded
      }
    let state = leftovers.isEmpty ? "It is as it was before." : "It could not be put back as it was."
    return GPUPartitioningError(
      code, subject, "The GPU \"\(subject)\" could not be split as asked. \(state)", cause: error.description,
      leftovers: leftovers)
  }

  private func carryOut(_ effect: HostAction.Effect, milliseconds: Int) throws(ActionFailure) {
    switch effect {
    case .write(let text, let path):
      do throws(SysfsError) {
        try tree.write(text, to: path, deadlineMilliseconds: milliseconds, keeping: lock)
      } catch {
        if case .writeStillRunning = error.cause { whenLeftBehind() }
        throw .file(error)
      }
    case .awaitFunctions(let count, let gpu): try awaitFunctions(count, of: gpu)
    case .awaitDevice(let device, let isThere): try awaitDevice(device, isThere: isThere)
    }
  }

  /// The links are there when the write returns; drivers that work on may need a moment.
  private func awaitFunctions(_ count: UInt16, of gpu: PCIAddress) throws(ActionFailure) {
    let end = Deadline(milliseconds: tree.settleMilliseconds)
    var found = 0
    repeat {
      let names = tree.namesIfAny(SysfsPath.pciDevice(gpu))
      found = names.count { $0.hasPrefix("virtfn") }
      if found == Int(count) { return }
      usleep(20_000)
    } while end.millisecondsLeft > 0
    throw .count(found, expected: Int(count), gpu)
  }

  private func awaitDevice(_ device: UniqueIdentifier, isThere: Bool) throws(ActionFailure) {
    let end = Deadline(milliseconds: tree.settleMilliseconds)
    repeat {
      if tree.exists(SysfsPath.mediatedDevice(device)) == isThere { return }
      usleep(20_000)
    } while end.millisecondsLeft > 0
    throw .device(device, isThere: isThere)
  }
}

/// Why an action did not do what it should.
enum ActionFailure: Error, Equatable, CustomStringConvertible {
  case file(SysfsError)
  case count(Int, expected: Int, PCIAddress)
  case device(UniqueIdentifier, isThere: Bool)

  var isStillRunning: Bool {
    guard case .file(let error) = self, case .writeStillRunning = error.cause else { return false }
    return true
  }

  var description: String {
    switch self {
    case .file(let error): error.description
    case .count(let found, let expected, let gpu):
      "The driver made \(found) virtual functions on \(gpu) where \(expected) were asked for."
    case .device(let device, let isThere):
      isThere
        ? "The mediated device \(device) did not appear." : "The mediated device \(device) has not gone."
    }
  }
}

extension GPUPartitioningError {
  /// An error of a file, about the object that it belongs to.
  init(_ error: SysfsError, subject: String) {
    self.init(
      GPUPartitioningError.code(of: error), subject, "The host's information about \"\(subject)\" cannot be used.",
      cause: error.description)
  }

  /// What a refusal of the kernel means in Hyper-V's terms.
  static func code(of error: SysfsError) -> Code {
    if case .writeStillRunning = error.cause { return .operationTimeout }
    switch error.number?.name {
    case "EACCES", "EPERM", "EROFS": return .accessDenied
    case "EBUSY": return .objectInUse
    case "ERANGE": return .outOfRange
    case "ENODEV", "ENXIO": return .deviceNotFound
    default: return .operationFailed
    }
  }
}

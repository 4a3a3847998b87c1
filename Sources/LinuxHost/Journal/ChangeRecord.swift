package import GPUPartitioning

/// A change as its journal file tells it.
package struct ChangeRecord: Equatable, Sendable {
  package let change: UniqueIdentifier
  package let title: String
  package let steps: [ChangeStep]
  package let events: [JournalEntry.Event]
  /// Settings of the kernel that steps have set for their own time.
  package let borrowed: [BorrowedSetting]
  /// Nil where it was never closed: it is running, or was cut off.
  package let outcome: ChangeOutcome?

  /// Why a file is no such record.
  enum Problem: Error, Equatable, CustomStringConvertible {
    case empty
    case newerVersion(String)
    case damaged(line: Int)

    var description: String {
      switch self {
      case .empty: "It is empty."
      case .newerVersion(let version): "It was written by a newer gpsh (format \(version))."
      case .damaged(let line): "Line \(line) cannot be understood."
      }
    }
  }

  static let version = "1"

  /// What a file begins with: everything that is known before the first step.
  static func heading(_ change: UniqueIdentifier, _ plan: ChangePlan) -> String {
    let first = JournalLine("gpsh-change", ["version": version, "change": "\(change)", "title": plan.title])
    return ([first] + plan.steps.map { JournalLine($0) } + [JournalLine("begin")]).map(\.text).joined()
  }

  /// Reads a file; a last line that was cut off is as if it had not been begun.
  init(_ text: String) throws(Problem) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // What stands after the last line feed was never completely written.
    if !lines.isEmpty { lines.removeLast() }
    guard let first = lines.first else { throw .empty }
    guard let heading = JournalLine(text: first), heading.word == "gpsh-change", let version = heading.values["version"]
    else { throw .damaged(line: 1) }
    guard version == ChangeRecord.version else { throw .newerVersion(version) }
    guard let change = heading.values["change"].flatMap({ UniqueIdentifier($0) }) else { throw .damaged(line: 1) }
    self.change = change
    title = heading.values["title"] ?? ""
    var steps: [ChangeStep] = []
    var events: [JournalEntry.Event] = []
    var borrowed: [BorrowedSetting] = []
    var outcome: ChangeOutcome?
    var isBegun = false
    for (number, text) in lines.enumerated().dropFirst() {
      guard let line = JournalLine(text: text) else { throw .damaged(line: number + 1) }
      if line.word == "begin" {
        isBegun = true
      } else if !isBegun, let step = line.step {
        steps.append(step)
      } else if isBegun, let ended = line.values["outcome"].flatMap(ChangeOutcome.init(rawValue:)), line.word == "end" {
        outcome = ended
      } else if isBegun, let event = line.event, event.index < steps.count {
        events.append(event)
      } else if isBegun, line.word == "borrowed", let path = line.values["path"], let value = line.values["value"] {
        borrowed.append(BorrowedSetting(path: path, value: value))
      } else {
        throw .damaged(line: number + 1)
      }
    }
    self.steps = isBegun ? steps : []
    self.events = events
    self.borrowed = borrowed
    self.outcome = outcome
  }

  /// Steps that were begun and not taken back, the last first.
  package var openSteps: [(index: Int, step: ChangeStep)] {
    var open: [Int] = []
    for event in events {
      switch event {
      case .starting(let index): open.append(index)
      case .undone(let index): open.removeAll { $0 == index }
      default: break
      }
    }
    return open.reversed().map { ($0, steps[$0]) }
  }

  /// Every step is done and read back; only the closing is missing.
  package var isComplete: Bool {
    let wasTakenBack = events.contains { if case .undoing = $0 { true } else { false } }
    return !wasTakenBack && steps.indices.allSatisfy { events.contains(.finished($0)) }
  }
}

extension JournalEntry.Event {
  /// Of its step in the plan.
  var index: Int {
    switch self {
    case .starting(let index), .finished(let index), .undoing(let index), .undone(let index): index
    case .failed(let index, _), .undoFailed(let index, _): index
    }
  }
}

/// A change to hosts as a value: the steps in order, and what to say beforehand.
///
/// -WhatIf prints it, the journal records it, `PlanApplier` executes exactly it.
package struct ChangePlan: Equatable, Sendable {
  /// What it does, a phrase without full stop: `Split 2 GPUs into 4 partitions each`.
  package let title: String
  package let steps: [ChangeStep]
  /// Sentences for the warning stream.
  package let warnings: [String]
  /// What each partition will get, for plans that split.
  package let preview: PartitionPreview?

  package init(title: String, steps: [ChangeStep], warnings: [String] = [], preview: PartitionPreview? = nil) {
    self.title = title
    self.steps = steps
    self.warnings = warnings
    self.preview = preview
  }

  /// There is nothing to do.
  package var isEmpty: Bool { steps.isEmpty }

  /// The hosts it changes, in order of their first step.
  package var computerNames: [String] {
    var names: [String] = []
    for step in steps where !names.contains(step.computerName) { names.append(step.computerName) }
    return names
  }
}

extension ChangePlan {
  /// One line a step, in order: what it does, what has to be so before, and how it is taken back.
  package var explanation: [String] {
    steps.enumerated().map { index, step in
      let needs = step.reads.map(\.description).joined(separator: ", ")
      return "\(index + 1). \(step) on \"\(step.computerName)\". Needs: \(needs). Undo: \(step.undo)."
    }
  }
}

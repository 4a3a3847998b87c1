import GPUPartitioning

/// What became of a change that had been cut off.
package struct ChangeRecovery: Equatable, Sendable {
  package enum Ending: Equatable, Sendable {
    /// All its steps had been done.
    case applied
    /// The host is as it was before the change.
    case takenBack
    /// Something of it is left; what, in `leftovers`.
    case degraded
    /// It cannot be touched: another gpsh is at it, or its record cannot be used.
    case untouched
  }

  /// The change's title, or the path of a record that cannot be used.
  package let title: String
  package let ending: Ending
  package let leftovers: [String]

  /// Sentences for the user.
  package var message: String {
    let sentence =
      switch ending {
      case .applied: "An interrupted change was found, and all of it is done: \(title)."
      case .takenBack: "An interrupted change was taken back: \(title)."
      case .degraded: "An interrupted change could not be taken back completely: \(title)."
      case .untouched: "An interrupted change was left alone: \(title)."
      }
    return ([sentence] + leftovers).joined(separator: " ")
  }
}

extension LinuxHost {
  /// Finishes the record of every change that was cut off: those whose steps are all done are closed, the steps of the
  /// others are taken back, the last first.
  ///
  /// Call at the start of a session. Costs a look into one directory where there is nothing to do.
  package func recoverInterruptedChanges() -> [ChangeRecovery] {
    fileJournal.openEntries().compactMap { entry in
      switch entry.record {
      case .success(let record):
        guard !entry.isRunning else { return nil }
        guard let outcome = record.outcome else { return recover(record) }
        fileJournal.putAway(record.change, outcome)
        return nil
      case .failure(.empty): return nil
      case .failure(let problem):
        guard !entry.isRunning else { return nil }
        return ChangeRecovery(
          title: "the record '\(entry.path)'", ending: .untouched, leftovers: [problem.description])
      }
    }
  }

  private func recover(_ record: ChangeRecord) -> ChangeRecovery {
    let mine = record.openSteps.filter { $0.step.computerName == name }
    let subjects = mine.reduce(into: Set<LockSubject>()) { $0.formUnion($1.step.lockSubjects) }
    let locked: any HostLock
    do throws(GPUPartitioningError) {
      locked = try lock(subjects)
    } catch {
      return ChangeRecovery(title: record.title, ending: .untouched, leftovers: [error.message, error.cause])
    }
    defer { locked.release() }
    guard fileJournal.reopen(record.change) else {
      return ChangeRecovery(title: record.title, ending: .untouched, leftovers: ["Another gpsh works on it."])
    }
    if record.isComplete, !record.steps.isEmpty { return close(record, .applied, .applied, giveBack(record)) }
    let leftovers = mine.compactMap { takeBack($0.step, at: $0.index, of: record) } + giveBack(record)
    return leftovers.isEmpty
      ? close(record, .rolledBack, .takenBack, []) : close(record, .degraded, .degraded, leftovers)
  }

  /// Takes one step back where that is needed; returns what is left where it cannot be.
  private func takeBack(_ step: ChangeStep, at index: Int, of record: ChangeRecord) -> String? {
    let undo = step.undo
    do throws(GPUPartitioningError) {
      let now = try snapshot(undo.scope)
      guard !undo.writes.allSatisfy({ $0.holds(in: now) }) else { return nil }
      if case .setPartitionCount(let gpu, _, _) = step, !HostFact.unheld(gpu).holds(in: now) {
        return "Not taken back: \(step). A partition of GPU \"\(gpu)\" is in use."
      }
      try fileJournal.append(JournalEntry(change: record.change, event: .undoing(index)))
      try execute(undo, within: undo.deadline)
      try fileJournal.append(JournalEntry(change: record.change, event: .undone(index)))
      return nil
    } catch {
      return "Not taken back: \(step). \(error.message)"
    }
  }

  /// Sets what was borrowed as it was; returns what could not be.
  private func giveBack(_ record: ChangeRecord) -> [String] {
    record.borrowed.compactMap { setting in
      // A record could say anything: nothing but devices is touched.
      guard setting.path.hasPrefix(SysfsPath.pciDevices + "/"), !setting.path.contains(".."),
        let now = tree.textIfAny(setting.path), now != setting.value
      else { return nil }
      do throws(SysfsError) {
        try tree.write(setting.value, to: setting.path)
        return nil
      } catch {
        return error.description
      }
    }
  }

  private func close(
    _ record: ChangeRecord, _ outcome: ChangeOutcome, _ ending: ChangeRecovery.Ending, _ leftovers: [String]
  ) -> ChangeRecovery {
    try? fileJournal.end(record.change, outcome)
    return ChangeRecovery(title: record.title, ending: ending, leftovers: leftovers)
  }
}

import CmdletKit
import GPUPartitioning
import ShellObjects

/// Takes a plan from the question to the deed: warnings, -WhatIf, -Confirm, verbose progress, Ctrl-C.
struct ChangeRun {
  let access: HostAccess
  let context: any CmdletContext

  /// Carries the plan out where nobody says no; whether its object is now as the user wanted.
  ///
  /// `sentence` is Hyper-V's description of the change. `danger`, where there is one, is asked about whatever the
  /// preferences; nil where the user has said -Force. Throws what the domain refuses.
  func carryOut(_ plan: ChangePlan, _ sentence: String, danger: String? = nil) throws -> Bool {
    for warning in plan.warnings { try context.writeWarning(warning) }
    if context.isWhatIf {
      try explain(plan, sentence)
      return false
    }
    if plan.isEmpty { return true }
    guard try isAgreed(sentence, danger) else { return false }
    try apply(plan)
    return true
  }

  /// Prints what -WhatIf prints: the sentence, then each step with what it needs and what the host would do for it.
  private func explain(_ plan: ChangePlan, _ sentence: String) throws {
    var lines = [sentence]
    for (index, step) in plan.steps.enumerated() {
      lines.append("\(index + 1). \(step.computerName): \(step).")
      if !step.reads.isEmpty { lines.append("   needs: \(step.reads.map(\.description).joined(separator: "; "))") }
      let operations = try access.host(step.computerName).operations(for: step)
      lines += operations.map { "   \($0)" }
    }
    if plan.isEmpty { lines.append("Nothing would change: everything is so already.") }
    if let preview = plan.preview { lines.append("Result: \(preview).") }
    for line in lines { _ = try context.shouldProcess(description: line, warning: line, caption: "Confirm") }
  }

  private func isAgreed(_ sentence: String, _ danger: String?) throws -> Bool {
    let lines = ["Are you sure you want to perform this action?", sentence] + (danger.map { [$0] } ?? [])
    let question = lines.joined(separator: "\n")
    guard try context.shouldProcess(description: sentence, warning: question, caption: "Confirm") else { return false }
    guard let danger, try asksAboutDanger() else { return true }
    return try context.shouldContinue(danger, caption: "Confirm")
  }

  /// As a command of high impact does: -Confirm has asked already or forbids to, and so does `$ConfirmPreference`.
  private func asksAboutDanger() throws -> Bool {
    if context.boundParameters["Confirm"] != nil { return false }
    guard let preference = try context.session.variable("ConfirmPreference", scope: nil), !preference.isNull else {
      return true
    }
    return try !preference.text().equalsName("None")
  }

  private func apply(_ plan: ChangePlan) throws {
    // Why kept: neither question of the applier can throw, and a stop asked for while it works must not be lost.
    var unwinding: (any Error)?
    func keep(_ body: () throws -> Void) {
      guard unwinding == nil else { return }
      do { try body() } catch { unwinding = error }
    }
    do throws(GPUPartitioningError) {
      try access.apply(
        plan,
        isStopped: {
          keep { try context.checkCancellation() }
          return unwinding != nil
        },
        announce: { step in keep { try context.writeVerbose("\(step.computerName): \(step).") } })
    } catch {
      // What could not be taken back has to be said before the pipeline goes.
      if let unwinding, error.leftovers.isEmpty { throw unwinding }
      throw error
    }
    if let unwinding { throw unwinding }
  }
}

import GPUPartitioning

extension JournalLine {
  /// One thing that happened to a change.
  init(_ event: JournalEntry.Event) {
    switch event {
    case .starting(let index): self.init("starting", ["step": "\(index)"])
    case .finished(let index): self.init("finished", ["step": "\(index)"])
    case .failed(let index, let error): self.init("failed", JournalLine.values(index, error))
    case .undoing(let index): self.init("undoing", ["step": "\(index)"])
    case .undone(let index): self.init("undone", ["step": "\(index)"])
    case .undoFailed(let index, let error): self.init("undoFailed", JournalLine.values(index, error))
    }
  }

  /// The event that the line is; nil where it is none.
  var event: JournalEntry.Event? {
    guard let index = values["step"].flatMap({ Int($0) }), index >= 0 else { return nil }
    switch word {
    case "starting": return .starting(index)
    case "finished": return .finished(index)
    case "failed": return .failed(index, error)
    case "undoing": return .undoing(index)
    case "undone": return .undone(index)
    case "undoFailed": return .undoFailed(index, error)
    default: return nil
    }
  }

  private static func values(_ index: Int, _ error: GPUPartitioningError) -> [String: String] {
    [
      "step": "\(index)", "code": error.code.rawValue, "subject": error.subject, "message": error.message,
      "cause": error.cause,
    ]
  }

  private var error: GPUPartitioningError {
    GPUPartitioningError(
      values["code"].flatMap(GPUPartitioningError.Code.init(rawValue:)) ?? .operationFailed, values["subject"] ?? "",
      values["message"] ?? "", cause: values["cause"] ?? "")
  }
}

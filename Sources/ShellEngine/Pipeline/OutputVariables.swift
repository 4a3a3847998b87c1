import ShellObjects

extension CommonArguments {
  /// The sink that fills `-OutVariable` and sets `-PipelineVariable` on the way; the given one where neither is asked.
  func sink(_ downstream: Sink, _ f: Frame) -> Sink {
    outVariable == nil && pipelineVariable == nil ? downstream : VariableSink(downstream, self, f)
  }
}

/// Passes objects on and keeps them in variables as well.
private final class VariableSink: Sink {
  private let downstream: Sink
  private let outVariable: String?
  private let pipelineVariable: Symbol?
  private let frame: Frame

  init(_ downstream: Sink, _ common: CommonArguments, _ f: Frame) {
    self.downstream = downstream
    outVariable = common.outVariable
    pipelineVariable = common.pipelineVariable.map { Symbol($0) }
    frame = f
  }

  override func write(_ value: Value) throws {
    if let outVariable { try frame.session.appendToVariable(outVariable, value, frame.scope) }
    if let pipelineVariable { try frame.scope.assign(pipelineVariable, value) }
    try downstream.write(value)
  }
}

extension Session {
  /// Empties the variables that `-ErrorVariable` and its like name, unless a `+` asks to go on.
  func prepareVariables(_ common: CommonArguments, _ scope: Scope) throws {
    let names = [common.errorVariable, common.warningVariable, common.informationVariable, common.outVariable]
    for name in names.compactMap({ $0 }) where !name.hasPrefix("+") {
      try scope.assign(Symbol(name), .object(ListObject([], PSType.named("System.Collections.ArrayList"))))
    }
  }
}

import ShellObjects

/// A script block standing for a .NET delegate.
struct DelegateCall {
  let block: ScriptBlock

  func call(_ arguments: Value...) throws -> Value {
    try Value.collected(block.invoke(arguments, underscore: arguments.first))
  }
}

/// The delegate types: a script block becomes one where a method asks for it.
enum Delegates {
  static let declarations: [TypeDeclaration] =
    ["System.Action"].map { make($0, 0, nil) }
    + (1...8).map { make("System.Action`\($0)", $0, nil) }
    + (1...9).map { make("System.Func`\($0)", $0 - 1, $0 - 1) }
    + [
      make("System.Predicate`1", 1, nil, returnsBool: true), make("System.Comparison`1", 2, nil),
      make("System.Converter`2", 1, 1), make("System.EventHandler", 2, nil), make("System.EventHandler`1", 2, nil),
      make("System.Text.RegularExpressions.MatchEvaluator", 1, nil),
      make("System.Threading.ThreadStart", 0, nil), make("System.Threading.TimerCallback", 1, nil),
    ]

  private static func make(_ name: String, _ count: Int, _ result: Int?, returnsBool: Bool = false) -> TypeDeclaration {
    TypeDeclaration(name, base: "System.MulticastDelegate", of: DelegateCall.self) { t in
      let type = t.type
      let resultType =
        returnsBool
        ? PSType.boolean : result.flatMap { $0 < type.genericArguments.count ? type.genericArguments[$0] : nil }
      let parameters = (0..<count).map { "System.Object arg\($0 + 1)" }.joined(separator: ", ")
      t.method("System.Object Invoke(\(parameters))") { this, a in
        let given = try Value.collected(this.block.invoke(a.values))
        return try resultType.map { try given.converted(to: $0) } ?? given
      }
      t.behavior.convert = { value, wanted in
        guard wanted === type else { return nil }
        if let call = value.payload(DelegateCall.self) { return .object(Box(call, type)) }
        return value.object(as: ScriptBlock.self).map { .object(Box(DelegateCall(block: $0), type)) }
      }
    }
  }
}

extension Arguments {
  /// The call behind a delegate argument; throws ArgumentNullException where there is none.
  func delegate(_ index: Int, _ name: String) throws -> DelegateCall {
    if let call = payload(index, DelegateCall.self) { return call }
    if let block = object(index, ScriptBlock.self) { return DelegateCall(block: block) }
    throw NetException.argumentNull(name)
  }
}

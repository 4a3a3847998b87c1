import CmdletKit
import ShellObjects

/// Makes the keys by which `Sort-Object` and `Group-Object` order their input.
struct OrderKeys {
  let properties: [CalculatedProperty]

  /// The key of an object; an expression that fails is reported and counts as null.
  func key(for object: Value, _ context: any CmdletContext) throws -> OrderKey {
    if properties.isEmpty { return OrderKey(object: object, values: [object]) }
    var values: [Value?] = []
    values.reserveCapacity(properties.count)
    for property in properties { values.append(try value(property, object, context)) }
    return OrderKey(object: object, values: values)
  }

  private func value(_ property: CalculatedProperty, _ object: Value, _ context: any CmdletContext) throws -> Value? {
    // Why first: a plain property of an object is by far the most frequent.
    if case .name(let name) = property.expression, let found = try? object.findProperty(Symbol(name)) { return found }
    guard let result = try property.expression.results(for: object, context).first else { return nil }
    if let failure = result.failure {
      let record = ErrorRecord(
        ShellError.record(of: failure).exception, id: "ExpressionEvaluation", .invalidResult, target: object)
      try context.writeError(record)
      return .null
    }
    return result.value
  }
}

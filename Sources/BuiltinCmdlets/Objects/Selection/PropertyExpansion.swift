import CmdletKit
import ShellObjects

/// Puts the value of a property in the place of an object, as `Select-Object -ExpandProperty` does.
struct PropertyExpansion {
  let name: String
  private let expression: ObjectExpression

  init(name: String) {
    self.name = name
    expression = ObjectExpression(name: name)
  }

  /// The value, or its elements, each with the extra properties attached.
  func values(
    from source: Value, adding extra: [(name: String, value: Value)], _ context: any CmdletContext
  ) throws -> [Value] {
    let results = try expression.results(for: source, context)
    guard let result = results.first else {
      try context.writeError(
        Self.failure("Property \"\(name)\" cannot be found.", id: "ExpandPropertyNotFound", source))
      return []
    }
    if results.count > 1 {
      try context.writeError(
        Self.failure("Multiple properties cannot be expanded.", id: "MutlipleExpandProperties", source))
      return []
    }
    if let failure = result.failure {
      let cause = ShellError.record(of: failure).exception
      try context.writeError(ErrorRecord(cause, id: "PropertyEvaluationExpand", .invalidResult, target: source))
      return []
    }
    if result.value.isNull { return [] }
    let elements = result.value.isEnumerable ? try result.value.enumerated() : [result.value]
    return try elements.map { try attach(extra, to: $0, context) }
  }

  private func attach(
    _ extra: [(name: String, value: Value)], to element: Value, _ context: any CmdletContext
  ) throws -> Value {
    var result = element
    for (name, value) in extra {
      if try result.hasProperty(name) {
        try context.writeError(PropertyProjection.duplicate(name, isExpanding: true, element))
      } else {
        result = result.addingNote(name, value)
      }
    }
    return result
  }

  private static func failure(_ message: String, id: String, _ target: Value) -> ErrorRecord {
    ShellError(
      "System.Management.Automation.PSArgumentException", message, id: id, .invalidArgument, target: target
    ).record
  }
}

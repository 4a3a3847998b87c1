import CmdletKit
import ShellObjects

/// Reads a property or calls a method by name, as `ForEach-Object Name` does.
struct MemberCall {
  let name: String
  let arguments: [Value]

  /// Writes what the member gives; a collection is written element by element.
  func perform(on object: Value, _ context: any CmdletContext) throws {
    if object.isNull { return try performOnNull(context) }
    guard let member = try resolvedName(in: object, context) else { return }
    if arguments.isEmpty, try object.hasProperty(member) {
      guard
        try context.shouldProcess("InputObject: \(try object.text())", "Retrieve the value for property '\(member)'")
      else { return }
      return try read(member, object, context)
    }
    try call(member, object, context)
  }

  private func performOnNull(_ context: any CmdletContext) throws {
    guard !arguments.isEmpty else { return try context.write(.null) }
    let error = ShellError(
      "System.Management.Automation.RuntimeException", "You cannot call a method on a null-valued expression.",
      id: "InvokeMethodOnNull", .invalidOperation)
    try context.writeError(error.record)
  }

  /// The one member the name means; nil where it means several, which is reported.
  private func resolvedName(in object: Value, _ context: any CmdletContext) throws -> String? {
    guard WildcardPattern.containsWildcards(name), let pattern = WildcardPattern(name) else { return name }
    let properties = object.propertyNames().filter { pattern.matches($0) }
    let methods = object.type.members.instance.values.filter { $0.isMethod && pattern.matches($0.name) }.map(\.name)
    let names = properties + methods.sorted()
    guard names.count > 1 else { return names.first ?? name }
    let error = ShellError(
      "System.Management.Automation.PSArgumentException",
      "Input name \"\(name)\" is ambiguous. It can be resolved to multiple matched members. Possible matches include: \(names.joined(separator: " ")).",
      id: "AmbiguousPropertyOrMethodName", .invalidArgument, target: object)
    try context.writeError(error.record)
    return nil
  }

  private func read(_ member: String, _ object: Value, _ context: any CmdletContext) throws {
    let value = try object.property(member)
    if value.isEnumerable { try context.writeEnumerated(value) } else { try context.write(value) }
  }

  private func call(_ member: String, _ object: Value, _ context: any CmdletContext) throws {
    let action =
      arguments.isEmpty
      ? "Invoke method: '\(member)'"
      : "Invoke method: '\(member)' with arguments: \(try arguments.map { try $0.text() }.joined(separator: ", "))"
    do {
      guard isMethod(member, of: object) else {
        return try arguments.isEmpty ? context.write(.null) : context.writeError(notFound(member, object))
      }
      guard try context.shouldProcess("InputObject: \(try object.text())", action) else { return }
      let result = try object.callMethod(Symbol(member), arguments) ?? .void
      if result.isEnumerable {
        try context.writeEnumerated(result)
      } else if !result.isVoid {
        try context.write(result)
      }
    } catch {
      if context.isControlFlow(error) { throw error }
      let cause = ShellError.record(of: error).exception
      try context.writeError(ErrorRecord(cause, id: "MethodInvocationError", .invalidOperation, target: object))
    }
  }

  private func isMethod(_ member: String, of object: Value) -> Bool {
    let symbol = Symbol(member)
    if case .object(let target) = object, case .scriptMethod? = target.extended?[symbol] { return true }
    return object.type.members.instance[symbol]?.isMethod ?? false
  }

  private func notFound(_ member: String, _ object: Value) -> ErrorRecord {
    ShellError(
      "System.Management.Automation.MethodException",
      "Method invocation failed because [\(object.type.fullName)] does not contain a method named '\(member)'.",
      id: "MethodNotFound", .invalidOperation, target: object
    ).record
  }
}

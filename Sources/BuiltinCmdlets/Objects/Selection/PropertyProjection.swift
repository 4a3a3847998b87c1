import CmdletKit
import ShellObjects

/// Makes new objects out of chosen properties of others, as `Select-Object -Property` does.
struct PropertyProjection {
  let properties: [CalculatedProperty]
  let excluded: [WildcardPattern]

  /// A custom object with the chosen properties.
  func object(from source: Value, _ context: any CmdletContext) throws -> Value {
    let made = PSCustomObject()
    for (name, value) in try values(from: source, isExpanding: false, context) { made.set(name, value) }
    let origin = source.typeNameList.first ?? source.type.fullName
    made.extending().typeNames = ["Selected." + origin] + made.type.ancestorNames
    return .object(made)
  }

  /// The chosen names and values in order; a name that comes twice is reported and left out.
  func values(
    from source: Value, isExpanding: Bool, _ context: any CmdletContext
  ) throws -> [(name: String, value: Value)] {
    var found: [(name: String, value: Value)] = []
    for property in properties {
      for (name, value) in try values(of: property, source, context) {
        if found.contains(where: { $0.name.equalsName(name) }) {
          try context.writeError(Self.duplicate(name, isExpanding: false, source))
        } else {
          found.append((name, value))
        }
      }
    }
    return found
  }

  private func values(
    of property: CalculatedProperty, _ source: Value, _ context: any CmdletContext
  ) throws -> [(String, Value)] {
    var results = try property.expression.results(for: source, context)
    results.removeAll { result in excluded.contains { $0.matches(result.name) } }
    if results.isEmpty {
      // Why: a name nobody has becomes an empty property, unless it was to be left out.
      let name = property.label ?? property.expression.text
      let isExcluded = excluded.contains { $0.matches(property.expression.text) }
      return property.expression.hasWildcards || isExcluded ? [] : [(name, .null)]
    }
    guard let label = property.label else { return results.map { ($0.name, $0.value) } }
    if results.count > 1 {
      let error = ShellError(
        "System.InvalidOperationException",
        "The property cannot be renamed because the expression gives several properties.",
        id: "RenamingMultipleResults", .invalidOperation, target: source)
      try context.writeError(error.record)
      return []
    }
    return [(label, results[0].value)]
  }

  static func duplicate(_ name: String, isExpanding: Bool, _ target: Value) -> ErrorRecord {
    let id = isExpanding ? "AlreadyExistingUserSpecifiedPropertyExpand" : "AlreadyExistingUserSpecifiedPropertyNoExpand"
    return ShellError(
      "System.Management.Automation.PSArgumentException",
      "The property cannot be processed because the property \"\(name)\" already exists.", id: id, .invalidOperation,
      target: target
    ).record
  }
}

extension Value {
  /// The type names by which formatting knows the value, most specific first.
  var typeNameList: [String] {
    if case .object(let object) = self { return object.extended?.typeNames ?? object.typeNames }
    return type.ancestorNames
  }

  /// The type names as one text, to compare them.
  var typeNameChain: String { typeNameList.joined(separator: "\u{0}") }

  /// The value with a note property more: the same object, or a wrapped copy of a plain value.
  func addingNote(_ name: String, _ value: Value) -> Value {
    switch self {
    case .object(let custom as PSCustomObject):
      if custom.extended?[Symbol(name)] != nil {
        custom.extending().set(name, .note(value))
      } else {
        custom.set(name, value)
      }
      return self
    case .object(let object):
      object.extending().set(name, .note(value))
      return self
    default:
      let wrapped = WrappedValue(self)
      wrapped.extending().set(name, .note(value))
      return .object(wrapped)
    }
  }
}

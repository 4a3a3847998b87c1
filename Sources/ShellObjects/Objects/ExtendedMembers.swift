/// A member that a script or a type file added to an object.
package enum ExtendedMember {
  case note(Value)
  case alias(String, conversion: PSType?)
  case scriptProperty(get: ScriptBlock, set: ScriptBlock?)
  case scriptMethod(ScriptBlock)
  case propertySet([String])
  case memberSet(ExtendedMembers)
  /// A property computed in Swift.
  case code(@Sendable (Value) throws -> Value)

  /// Whether `Get-Member` counts it among the properties.
  package var isProperty: Bool {
    switch self {
    case .note, .alias, .scriptProperty, .code: true
    default: false
    }
  }
}

/// Members and type names added to one object, in the order they were added.
package final class ExtendedMembers {
  package private(set) var entries: [(name: String, symbol: Symbol, member: ExtendedMember)] = []
  /// The object's own list of type names; nil while it is the type's.
  package var typeNames: [String]?

  package init() {}

  package subscript(_ symbol: Symbol) -> ExtendedMember? {
    for entry in entries where entry.symbol == symbol { return entry.member }
    return nil
  }

  /// Adds a member, or replaces the one of that name in its place.
  package func set(_ name: String, _ member: ExtendedMember) {
    let symbol = Symbol(name)
    if let index = entries.firstIndex(where: { $0.symbol == symbol }) {
      entries[index].member = member
    } else {
      entries.append((name, symbol, member))
    }
  }

  package func remove(_ symbol: Symbol) { entries.removeAll { $0.symbol == symbol } }

  package func copy() -> ExtendedMembers {
    let copy = ExtendedMembers()
    copy.entries = entries
    copy.typeNames = typeNames
    return copy
  }
}

extension PSObject {
  /// The added members, made on first use.
  package final func extending() -> ExtendedMembers {
    if let extended { return extended }
    let made = ExtendedMembers()
    extended = made
    return made
  }
}

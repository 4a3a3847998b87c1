import ShellObjects

/// The two orders in which PowerShell goes through an object's properties.
enum PropertyOrder {
  /// What is shown without being asked for: the object's own, then those that scripts and type data added.
  static func shown(_ value: Value) -> [String] {
    let parts = Parts(value)
    return parts.notes.isEmpty
      ? unique(parts.own + parts.added + parts.data) : unique(parts.notes + parts.added + parts.own + parts.data)
  }

  /// What a wildcard matches: those that scripts and type data added come first.
  static func matched(_ value: Value) -> [String] {
    let parts = Parts(value)
    return unique(parts.notes + parts.added + parts.data + parts.own)
  }

  private struct Parts {
    /// The note properties of a custom object.
    var notes: [String] = []
    /// What the .NET object itself has.
    var own: [String] = []
    /// What a script added to this object.
    var added: [String] = []
    /// What type data added to the type.
    var data: [String] = []

    init(_ value: Value) {
      if case .object(let object) = value {
        switch object.kind {
        case .custom: notes = object.ownPropertyNames
        case .hashtable: break
        default: own = object.ownPropertyNames
        }
        added = (object.extended?.entries ?? []).filter { $0.member.isProperty }.map(\.name)
      }
      let declared = value.declaredProperties()
      own.removeAll { name in declared.contains { $0.name.equalsName(name) } }
      for member in declared {
        switch member.kind {
        case .aliasProperty, .codeProperty: data.append(member.name)
        default: own.append(member.name)
        }
      }
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<Symbol> = []
    return names.filter { seen.insert(Symbol($0)).inserted }
  }
}

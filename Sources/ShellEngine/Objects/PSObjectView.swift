package import ShellObjects

/// `.PSObject` and `.PSTypeNames` of any value.
enum PSObjectView {
  static func value(of object: Value) -> Value {
    .object(Box(PSObjectReference(object), PSType.named("System.Management.Automation.PSObject")))
  }

  static func typeNames(of object: Value) throws -> Value {
    let names: [String]
    if case .object(let item) = object {
      names = item.extended?.typeNames ?? item.typeNames
    } else {
      names = object.type.ancestorNames
    }
    return .object(Box(TypeNameList(object, names), PSType.named("System.Collections.ObjectModel.Collection`1")))
  }
}

/// The value behind a `.PSObject`.
package final class PSObjectReference {
  package let value: Value
  package init(_ value: Value) { self.value = value }
}

/// The list of an object's type names, which a script may change.
package final class TypeNameList {
  package let owner: Value
  package var names: [String]

  package init(_ owner: Value, _ names: [String]) {
    self.owner = owner
    self.names = names
  }

  /// Makes the list the object's own.
  package func store() {
    if case .object(let object) = owner { object.extending().typeNames = names }
  }
}

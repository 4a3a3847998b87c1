import ShellObjects
import ShellSyntax

/// Where the properties of a script class's instance are kept: in a `ClassInstance`, or beside an exception.
enum ClassStorage {
  static func make(_ type: PSType, propertyCount: Int) -> Value {
    type.isAssignable(to: .exception)
      ? .object(ExceptionObject(type, "")) : .object(ClassInstance(type, propertyCount: propertyCount))
  }

  static func get(_ instance: Value, _ property: ScriptClass.Property) -> Value {
    switch instance.base {
    case .object(let object as ClassInstance):
      property.slot < object.values.count ? object.values[property.slot] : .null
    case .object(let object as ExceptionObject): object.fields[property.name] ?? .null
    default: .null
    }
  }

  static func set(_ instance: Value, _ property: ScriptClass.Property, _ value: Value) throws {
    switch instance.base {
    case .object(let object as ClassInstance):
      if property.slot < object.values.count { object.values[property.slot] = value }
    case .object(let object as ExceptionObject): object.fields[property.name] = value
    default: break
    }
  }
}

/// `ToString`, `Equals`, `CompareTo` and `GetHashCode` of a class, as the engine's own operations use them.
enum ClassBehavior {
  static func make(_ owner: ScriptClass) -> TypeBehavior {
    var behavior = TypeBehavior()
    nonisolated(unsafe) let owner = owner  // A session's classes stay on its thread.
    if let method = owner.method(named: "ToString", parameterCount: 0) {
      nonisolated(unsafe) let method = method
      behavior.text = { try owner.call(method, this: $0, []).text() }
    } else if !owner.type.isAssignable(to: .exception) {
      let name = owner.ast.name
      behavior.text = { _ in name }
    }
    if let method = owner.method(named: "Equals", parameterCount: 1) {
      nonisolated(unsafe) let method = method
      behavior.equals = { try owner.call(method, this: $0, [$1]).isTrue }
    }
    if let method = owner.method(named: "CompareTo", parameterCount: 1) {
      nonisolated(unsafe) let method = method
      behavior.order = { left, right in
        guard case .int32(let order) = try owner.call(method, this: left, [right]) else { return nil }
        return Int(order)
      }
    }
    if let method = owner.method(named: "GetHashCode", parameterCount: 0) {
      nonisolated(unsafe) let method = method
      behavior.hash = { this in
        guard case .int32(let hash)? = try? owner.call(method, this: this, []) else { return 0 }
        return Int(hash)
      }
    }
    return behavior
  }
}

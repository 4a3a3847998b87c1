/// What a type does beside its members.
package struct TypeBehavior: Sendable {
  /// `ToString()` in the invariant culture.
  package var text: (@Sendable (Value) throws -> String)?
  package var equals: (@Sendable (Value, Value) throws -> Bool)?
  /// Negative, zero or positive; nil where the two cannot be compared.
  package var order: (@Sendable (Value, Value) throws -> Int?)?
  package var hash: (@Sendable (Value) -> Int)?
  /// Whether the value counts as true; every object does unless its type says otherwise.
  package var isTrue: (@Sendable (Value) -> Bool)?
  /// A value of the type from text, as a cast does it; throws `NetException` (a .NET exception's type and message).
  package var parse: (@Sendable (String) throws -> Value)?
  /// A value of the type from a value of another type; nil where there is no such conversion.
  package var convert: (@Sendable (Value, PSType) throws -> Value?)?
  /// `ToString(format)` of `IFormattable`, in the invariant culture where `isInvariant`.
  package var format: (@Sendable (_ value: Value, _ format: String, _ isInvariant: Bool) throws -> String)?

  /// Calls the body with each element until it returns false; nil where the type is no collection.
  package var elements: (@Sendable (Value, (Value) throws -> Bool) throws -> Void)?
  /// Whether a pipeline passes the collection whole, as it does dictionaries and XML nodes.
  package var isKeptWhole = false
  package var count: (@Sendable (Value) -> Int)?
  /// The element at an index or key.
  package var getElement: (@Sendable (_ value: Value, _ index: Value) throws -> Value)?
  package var setElement: (@Sendable (_ value: Value, _ index: Value, _ new: Value) throws -> Void)?
  /// Properties of one object that its type does not declare, as XML nodes have them.
  package var ownProperty: (@Sendable (Value, Symbol) throws -> Value?)?
  package var setOwnProperty: (@Sendable (Value, Symbol, Value) throws -> Bool)?
  package var ownPropertyNames: (@Sendable (Value) -> [String])?

  package init() {}
}

/// A .NET type declared once: its names, its members with the signatures `Get-Member` prints, and Swift bodies.
///
/// The declaration serves dispatch, overload choice, `Get-Member`, completion and the error texts of failed calls.
/// Members are made when the type is first touched, never at start.
package struct TypeDeclaration: Sendable {
  package let fullName: String
  package let accelerators: [String]
  package let kind: TypeKind
  package let baseName: String?
  package let interfaces: [String]
  let enumCases: [(String, Int64)]
  let enumUnderlying: TypeCode
  let code: TypeCode
  let build: @Sendable (PSType) -> (members: [MemberDeclaration], behavior: TypeBehavior)

  /// Declares a type whose values are `T`: a subclass of `PSObject`, a boxed Swift value, or a case of `Value`.
  package init<T>(
    _ fullName: String, accelerators: [String] = [], kind: TypeKind = .reference, code: TypeCode = .object,
    base: String? = nil, interfaces: [String] = [], of type: T.Type,
    members: @escaping @Sendable (inout MemberList<T>) -> Void
  ) {
    self.fullName = fullName
    self.accelerators = accelerators
    self.kind = kind
    self.code = code
    baseName = base
    self.interfaces = interfaces
    enumCases = []
    enumUnderlying = .int32
    build = { type in
      var list = MemberList<T>(type: type)
      members(&list)
      return (list.members, list.behavior)
    }
  }

  /// Declares a type that has static members only.
  package init(
    staticClass fullName: String, accelerators: [String] = [],
    members: @escaping @Sendable (inout MemberList<Value>) -> Void
  ) {
    self.init(fullName, accelerators: accelerators, kind: .staticClass, of: Value.self, members: members)
  }

  /// Declares a type by name and place only.
  package init(
    _ fullName: String, accelerators: [String] = [], kind: TypeKind = .reference, base: String? = nil,
    interfaces: [String] = []
  ) {
    self.init(
      fullName, accelerators: accelerators, kind: kind, base: base, interfaces: interfaces, of: PSObject.self
    ) { _ in }
  }

  /// Declares an enumeration.
  package init(
    enumeration fullName: String, accelerators: [String] = [], isFlags: Bool = false, underlying: TypeCode = .int32,
    _ cases: [(String, Int64)]
  ) {
    self.fullName = fullName
    self.accelerators = accelerators
    kind = .enumeration(isFlags: isFlags)
    code = .object
    baseName = "System.Enum"
    interfaces = []
    enumCases = cases
    enumUnderlying = underlying
    build = { _ in ([], TypeBehavior()) }
  }

  /// Declares the members of a class that a script made.
  package init(
    scriptClass fullName: String,
    build: @escaping @Sendable (PSType) -> (members: [MemberDeclaration], behavior: TypeBehavior)
  ) {
    self.fullName = fullName
    accelerators = []
    kind = .reference
    code = .object
    baseName = nil
    interfaces = []
    enumCases = []
    enumUnderlying = .int32
    self.build = build
  }

  func makeType() -> PSType {
    let base: PSType?
    if let baseName {
      base = PSType.named(baseName)
    } else {
      switch kind {
      case .structure: base = .valueType
      case .interface: base = nil
      default: base = .object
      }
    }
    return PSType(
      fullName, kind: kind, code: code, base: base, interfaces: interfaces, enumCases: enumCases,
      enumUnderlying: enumUnderlying)
  }
}

/// Which class of object stands behind `.object`, for dispatch without a cast.
package enum ObjectKind: UInt8, Sendable {
  case wrapped, array, hashtable, custom, number, enumeration, scriptBlock, type, error, list, other
}

/// The root of everything a `Value` refers to: a .NET object as scripts see it.
///
/// Subclasses, which all live in this target, say what they are by overriding; the defaults are those of a plain .NET
/// object. Other targets make objects with `Box` and a declared type. Members added by a script (`Add-Member`) live in
/// `extended`, whatever the class.
package class PSObject {
  package final let kind: ObjectKind
  /// Members and type names a script added to this one object; nil for nearly all.
  package final var extended: ExtendedMembers?

  package init(kind: ObjectKind = .other) { self.kind = kind }

  /// The .NET type the object reports.
  package var type: PSType { .object }

  /// The names by which formatting and extended types know the object, most specific first.
  package var typeNames: [String] { type.ancestorNames }

  /// The object's text as `ToString()` gives it in the invariant culture.
  package func text() throws -> String {
    if let text = try type.declaredText(of: .object(self)) { return text }
    return type.fullName
  }

  /// A property that exists on this object only, not on its type; nil where there is none.
  package func ownProperty(_ name: Symbol) throws -> Value? { nil }

  /// Sets a property that exists on this object only; false where there is none.
  package func setOwnProperty(_ name: Symbol, _ value: Value) throws -> Bool { false }

  /// The names of the properties that exist on this object only, in order.
  package var ownPropertyNames: [String] { [] }

  /// Whether a pipeline takes the object apart into its elements.
  package var isEnumerable: Bool { false }

  /// Calls `body` with each element until it returns false.
  package func forEachElement(_ body: (Value) throws -> Bool) throws {}

  /// The number of elements; nil where the object is no collection.
  package var elementCount: Int? { nil }

  /// The element at an index or key; nil where the object cannot be indexed.
  package func element(at index: Value) throws -> Value? { nil }

  /// Sets the element at an index or key; false where the object cannot be indexed.
  package func setElement(at index: Value, _ value: Value) throws -> Bool { false }

  /// .NET's `Equals`: identity unless the type says otherwise.
  package func equals(_ other: Value) throws -> Bool {
    if let answer = try type.declaredEquality(.object(self), other) { return answer }
    if case .object(let object) = other.base { return object === self }
    return false
  }

  /// .NET's `IComparable`: negative, zero or positive; nil where the two cannot be compared.
  package func compare(_ other: Value) throws -> Int? { try type.declaredOrder(.object(self), other) }

  /// A hash that agrees with `equals`.
  package func hashCode() throws -> Int {
    if let hash = type.declaredHash(of: .object(self)) { return hash }
    return ObjectIdentifier(self).hashValue
  }
}

/// A value of a primitive type to which a script added members.
package final class WrappedValue: PSObject {
  package let wrapped: Value
  /// How the number was written as an argument, which is what a string parameter gets; nil for all else.
  package let literalText: String?

  package init(_ value: Value, literalText: String? = nil) {
    wrapped = value
    self.literalText = literalText
    super.init(kind: .wrapped)
  }

  package override var type: PSType { wrapped.type }
  package override func text() throws -> String { try literalText ?? wrapped.text() }
  package override func equals(_ other: Value) throws -> Bool { try wrapped.netEquals(other) }
  package override func compare(_ other: Value) throws -> Int? { try wrapped.netCompare(other) }
  package override func hashCode() throws -> Int { try wrapped.netHash() }
}

/// A Swift value as an object of a declared type.
///
/// Everything it can do is the type's declaration: its members, and the `TypeBehavior` for what operators ask. A Swift
/// class as payload makes an object with identity and state, a struct one that is a value.
package final class Box<T>: PSObject {
  package var payload: T
  private let boxType: PSType

  package init(_ payload: T, _ type: PSType) {
    self.payload = payload
    boxType = type
    super.init(kind: .other)
  }

  private var behavior: TypeBehavior { boxType.members.behavior }

  package override var type: PSType { boxType }
  package override var isEnumerable: Bool { behavior.elements != nil && !behavior.isKeptWhole }
  package override var elementCount: Int? { behavior.count?(.object(self)) }

  package override func forEachElement(_ body: (Value) throws -> Bool) throws {
    try behavior.elements?(.object(self), body)
  }
  package override func element(at index: Value) throws -> Value? { try behavior.getElement?(.object(self), index) }
  package override func setElement(at index: Value, _ value: Value) throws -> Bool {
    guard let set = behavior.setElement else { return false }
    try set(.object(self), index, value)
    return true
  }
  package override func ownProperty(_ name: Symbol) throws -> Value? { try behavior.ownProperty?(.object(self), name) }
  package override func setOwnProperty(_ name: Symbol, _ value: Value) throws -> Bool {
    try behavior.setOwnProperty?(.object(self), name, value) ?? false
  }
  package override var ownPropertyNames: [String] { behavior.ownPropertyNames?(.object(self)) ?? [] }
}

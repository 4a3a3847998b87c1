/// What a variable, a pipeline or an expression holds.
///
/// ShellObjects is the layer of values: `Value` and the classes behind `.object`, their types and members
/// (`Types`), the one conversion table (`Conversion`), arithmetic and comparison (`Operators`), and error records
/// (`Errors`). It knows neither syntax nor engine. Read `Value`, `PSObject`, `PSType`, `TypeDeclaration`,
/// `ObjectModel` in this order.
///
/// The frequent .NET types are cases of their own, so that a loop over numbers allocates nothing; every other type is
/// a subclass of `PSObject`.
package enum Value {
  /// A slot to which nothing was assigned; never leaves the engine.
  case unset
  /// A slot that holds a constrained, attributed or referenced variable; never leaves the engine.
  case cell(VariableCell)
  /// The result of a command without output; null to operators, no object at all to pipelines.
  case void
  case null
  case bool(Bool)
  /// One UTF-16 code unit, as in .NET; may be half of a surrogate pair.
  case char(UInt16)
  case int32(Int32)
  case int64(Int64)
  case double(Double)
  case string(String)
  case object(PSObject)
}

extension Value {
  /// Whether the value is null to a script: null, no output, or nothing assigned.
  @inline(__always) package var isNull: Bool {
    switch self {
    case .null, .void, .unset: true
    default: false
    }
  }

  @inline(__always) package var isUnset: Bool {
    if case .unset = self { true } else { false }
  }

  @inline(__always) package var isVoid: Bool {
    if case .void = self { true } else { false }
  }

  /// The object behind `.object`; nil for every other case.
  @inline(__always) package var object: PSObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The value without a wrapper that carries members added by a script.
  @inline(__always) package var base: Value {
    if case .object(let object) = self, object.kind == .wrapped { return wrappedBase(object) }
    return self
  }

  @inline(never) private func wrappedBase(_ object: PSObject) -> Value {
    (object as? WrappedValue)?.wrapped ?? self
  }

  /// The string behind the value, wrapped or not; nil where it is no string.
  package var string: String? {
    if case .string(let text) = base { text } else { nil }
  }

  /// The object of this class behind the value; nil where it is another kind.
  package func object<T: PSObject>(as type: T.Type) -> T? {
    if case .object(let object) = base { object as? T } else { nil }
  }

  /// The Swift value that a `Box` carries; nil where it is another kind.
  package func payload<T>(_ type: T.Type) -> T? {
    if case .object(let object) = base { (object as? Box<T>)?.payload } else { nil }
  }
}

/// A Swift type that becomes a `Value` by itself, so that members of declared types can return it.
package protocol ValueRepresentable: SendableMetatype {
  var value: Value { get }
}

extension Value: ValueRepresentable {
  package var value: Value { self }

  package init(_ array: [Value]) { self = .object(PSArray(array)) }
  package init(strings: [String]) { self = .object(PSArray(strings.map { .string($0) }, elementType: .string)) }
}

extension Bool: ValueRepresentable { package var value: Value { .bool(self) } }
extension String: ValueRepresentable { package var value: Value { .string(self) } }
extension Int32: ValueRepresentable { package var value: Value { .int32(self) } }
extension Int64: ValueRepresentable { package var value: Value { .int64(self) } }
extension Double: ValueRepresentable { package var value: Value { .double(self) } }
extension UInt16: ValueRepresentable { package var value: Value { .object(NumberObject(.uint16(self))) } }
extension UInt8: ValueRepresentable { package var value: Value { .object(NumberObject(.uint8(self))) } }
extension Int8: ValueRepresentable { package var value: Value { .object(NumberObject(.int8(self))) } }
extension Int16: ValueRepresentable { package var value: Value { .object(NumberObject(.int16(self))) } }
extension UInt32: ValueRepresentable { package var value: Value { .object(NumberObject(.uint32(self))) } }
extension UInt64: ValueRepresentable { package var value: Value { .object(NumberObject(.uint64(self))) } }
extension Float: ValueRepresentable { package var value: Value { .object(NumberObject(.single(self))) } }

/// Swift's word is .NET's Int32 where it fits: counts, lengths and indices.
extension Int: ValueRepresentable {
  package var value: Value { Int32(exactly: self).map { .int32($0) } ?? .int64(Int64(self)) }
}

extension Optional: ValueRepresentable where Wrapped: ValueRepresentable {
  package var value: Value { self?.value ?? .null }
}

extension PSObject: ValueRepresentable {
  package var value: Value { .object(self) }
}

/// What sort of member a declaration introduces.
package enum MemberKind: Sendable {
  case constructor, property, method, staticProperty, staticMethod
  /// An extended member of a type file: an alias or computed property.
  case aliasProperty, codeProperty
}

/// The arguments of a member call, already converted to the types of the chosen signature.
package struct Arguments {
  package let values: [Value]
  package let typeArguments: [PSType]

  package init(_ values: [Value], typeArguments: [PSType] = []) {
    self.values = values
    self.typeArguments = typeArguments
  }

  package var count: Int { values.count }

  package subscript(_ index: Int) -> Value { index < values.count ? values[index] : .null }

  package func string(_ index: Int) -> String { self[index].string ?? "" }
  /// Nil where the argument is null.
  package func optionalString(_ index: Int) -> String? { self[index].string }
  package func bool(_ index: Int) -> Bool { if case .bool(let flag) = self[index].base { flag } else { false } }
  package func char(_ index: Int) -> UInt16 { if case .char(let unit) = self[index].base { unit } else { 0 } }

  package func int(_ index: Int) -> Int { Int(truncatingIfNeeded: int64(index)) }

  package func int64(_ index: Int) -> Int64 {
    switch self[index].base {
    case .int32(let number): Int64(number)
    case .int64(let number): number
    case .char(let unit): Int64(unit)
    case .object(let object as EnumObject): object.number
    case .object(let object as NumberObject): object.payload.int64 ?? 0
    default: 0
    }
  }

  package func double(_ index: Int) -> Double {
    switch self[index].base {
    case .double(let number): number
    case .int32(let number): Double(number)
    case .int64(let number): Double(number)
    case .object(let object as NumberObject): object.payload.double
    default: 0
    }
  }

  /// The elements of an array or collection argument.
  package func elements(_ index: Int) -> [Value] { (try? self[index].enumerated()) ?? [] }

  package func object<T: PSObject>(_ index: Int, _ type: T.Type) -> T? { self[index].object(as: type) }
  package func payload<T>(_ index: Int, _ type: T.Type) -> T? { self[index].payload(type) }
}

/// A member of a declared type: its signature as `Get-Member` prints it, and what it does.
package struct MemberDeclaration: Sendable {
  package let kind: MemberKind
  package let name: String
  package let signature: Signature
  /// Whether `Get-Member` and formatting leave it out: `hidden` in a class.
  package var isHidden = false
  package let get: (@Sendable (Value) throws -> Value)?
  package let set: (@Sendable (Value, Value) throws -> Void)?
  package let call: (@Sendable (Value, Arguments) throws -> Value)?

  package init(
    _ kind: MemberKind, _ signature: Signature, get: (@Sendable (Value) throws -> Value)? = nil,
    set: (@Sendable (Value, Value) throws -> Void)? = nil, call: (@Sendable (Value, Arguments) throws -> Value)? = nil
  ) {
    self.kind = kind
    name = signature.name
    self.signature = signature
    self.get = get
    self.set = set
    self.call = call
  }
}

/// Collects the members of a type whose values are `T`.
///
/// A signature is written as PowerShell prints it: `string Substring(int startIndex, int length)`,
/// `double TotalSeconds {get;}`; `T`, `TKey` and `TValue` stand for the arguments of a generic type.
package struct MemberList<T> {
  /// The type being built: the instance `List[int]`, not its definition.
  package let type: PSType
  package private(set) var members: [MemberDeclaration] = []
  package var behavior = TypeBehavior()

  init(type: PSType) { self.type = type }

  private static var extract: @Sendable (Value) throws -> T {
    { value in
      if let value = value.extract(T.self) { return value }
      throw NetException(
        "System.InvalidOperationException", "Operation is not valid due to the current state of the object.")
    }
  }

  package mutating func constructor<R: ValueRepresentable>(
    _ signature: String, _ body: @escaping @Sendable (Arguments) throws -> R
  ) {
    members.append(
      MemberDeclaration(.constructor, Signature(signature, in: type), call: { _, a in try body(a).value }))
  }

  package mutating func property<R: ValueRepresentable>(
    _ signature: String, _ get: @escaping @Sendable (T) throws -> R
  ) {
    let extract = Self.extract
    members.append(
      MemberDeclaration(.property, Signature(signature, in: type), get: { try get(extract($0)).value }))
  }

  package mutating func property<R: ValueRepresentable>(
    _ signature: String, _ get: @escaping @Sendable (T) throws -> R,
    set: @escaping @Sendable (T, Value) throws -> Void
  ) {
    let extract = Self.extract
    members.append(
      MemberDeclaration(
        .property, Signature(signature, in: type), get: { try get(extract($0)).value },
        set: { try set(extract($0), $1) }))
  }

  package mutating func method<R: ValueRepresentable>(
    _ signature: String, _ body: @escaping @Sendable (T, Arguments) throws -> R
  ) {
    let extract = Self.extract
    members.append(
      MemberDeclaration(.method, Signature(signature, in: type), call: { try body(extract($0), $1).value }))
  }

  package mutating func staticProperty<R: ValueRepresentable>(
    _ signature: String, _ get: @escaping @Sendable () throws -> R
  ) {
    members.append(MemberDeclaration(.staticProperty, Signature(signature, in: type), get: { _ in try get().value }))
  }

  /// A static property that a script can set: `[Environment]::CurrentDirectory = '/tmp'`.
  package mutating func staticProperty<R: ValueRepresentable>(
    _ signature: String, _ get: @escaping @Sendable () throws -> R, set: @escaping @Sendable (Value) throws -> Void
  ) {
    members.append(
      MemberDeclaration(
        .staticProperty, Signature(signature, in: type), get: { _ in try get().value }, set: { try set($1) }))
  }

  package mutating func staticMethod<R: ValueRepresentable>(
    _ signature: String, _ body: @escaping @Sendable (Arguments) throws -> R
  ) {
    members.append(
      MemberDeclaration(.staticMethod, Signature(signature, in: type), call: { _, a in try body(a).value }))
  }

  /// An alias property of PowerShell's own type data: `Count = Length`.
  package mutating func alias(_ name: String, _ target: String) {
    let symbol = Symbol(target)
    members.append(
      MemberDeclaration(
        .aliasProperty, Signature("\(name) = \(target)", in: type), get: { try $0.property(symbol) }))
  }

  /// A computed property of PowerShell's own type data.
  package mutating func codeProperty<R: ValueRepresentable>(
    _ signature: String, _ get: @escaping @Sendable (T) throws -> R
  ) {
    let extract = Self.extract
    members.append(
      MemberDeclaration(.codeProperty, Signature(signature, in: type), get: { try get(extract($0)).value }))
  }
}

extension Value {
  /// The Swift value of this type behind the value; nil where it is another.
  func extract<T>(_ type: T.Type) -> T? {
    if T.self == Value.self { return self as? T }
    switch base {
    case .string(let text): return text as? T
    case .int32(let number): return number as? T
    case .int64(let number): return number as? T
    case .double(let number): return number as? T
    case .bool(let flag): return flag as? T
    case .char(let unit): return unit as? T
    case .object(let object): return (object as? Box<T>)?.payload ?? object as? T
    case .unset, .cell, .void, .null: return nil
    }
  }
}

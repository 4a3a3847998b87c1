import Synchronization

/// What the engine asks first about a type.
package enum TypeCode: UInt8, Sendable {
  case object, string, char, boolean
  case sbyte, byte, int16, uint16, int32, uint32, int64, uint64, single, double, decimal
  case bigInteger, dateTime

  /// Whether it is a whole number that fits 64 bits.
  package var isInteger: Bool { rawValue >= TypeCode.sbyte.rawValue && rawValue <= TypeCode.uint64.rawValue }
  package var isNumeric: Bool { rawValue >= TypeCode.sbyte.rawValue && rawValue <= TypeCode.decimal.rawValue }
}

/// What sort of type a declaration introduces.
package enum TypeKind: Sendable {
  case reference, structure, interface, staticClass, enumeration(isFlags: Bool)
}

/// A .NET type as scripts meet it: its name, its ancestry, and (through its declaration) its members.
///
/// One instance stands for one type, so types are compared by identity.
// Why unchecked: every stored property is set before the type is published, except the two caches, which are behind
// locks of their own; types made by a script's `class` stay on the thread of their session.
package final class PSType: @unchecked Sendable {
  /// The name as `ToString()` gives it: `System.Collections.Generic.List`1[System.Int32]`.
  package let fullName: String
  package let kind: TypeKind
  package let code: TypeCode
  package let base: PSType?
  package let interfaceNames: [String]
  /// The element type of an array type.
  package let elementType: PSType?
  package let rank: Int
  package let genericDefinition: String?
  package let genericArguments: [PSType]
  /// Names and numbers of an enumeration in declared order.
  package let enumCases: [(name: String, number: Int64)]
  package let enumUnderlying: TypeCode
  /// The class a script declared; nil for every other type.
  package var scriptClass: AnyObject?
  /// The members of a class that a script declared; nil for types that the registry declares.
  package var ownDeclaration: TypeDeclaration?

  private let memberTable = AtomicLazyReference<MemberTable>()
  private let arrayTypeCache = AtomicLazyReference<PSType>()

  package init(
    _ fullName: String, kind: TypeKind = .reference, code: TypeCode = .object, base: PSType?,
    interfaces: [String] = [], elementType: PSType? = nil, rank: Int = 0, genericDefinition: String? = nil,
    genericArguments: [PSType] = [], enumCases: [(String, Int64)] = [], enumUnderlying: TypeCode = .int32
  ) {
    self.fullName = fullName
    self.kind = kind
    self.code = code
    self.base = base
    interfaceNames = interfaces
    self.elementType = elementType
    self.rank = rank
    self.genericDefinition = genericDefinition
    self.genericArguments = genericArguments
    self.enumCases = enumCases.map { (name: $0.0, number: $0.1) }
    self.enumUnderlying = enumUnderlying
  }

  /// The name without its namespace, as `.Name` gives it.
  package var name: String {
    var stem = fullName[...]
    if elementType == nil, let bracket = stem.firstIndex(of: "[") { stem = stem[..<bracket] }
    if let dot = stem.lastIndex(of: ".") { stem = stem[stem.index(after: dot)...] }
    if let plus = stem.lastIndex(of: "+") { stem = stem[stem.index(after: plus)...] }
    return String(stem)
  }

  package var namespace: String? {
    let stem = fullName.prefix { $0 != "[" }
    return stem.lastIndex(of: ".").map { String(stem[..<$0]) }
  }

  package var isEnum: Bool { if case .enumeration = kind { true } else { false } }
  package var isFlags: Bool { if case .enumeration(true) = kind { true } else { false } }
  package var isArray: Bool { elementType != nil }
  package var isInterface: Bool { if case .interface = kind { true } else { false } }
  package var isValueType: Bool {
    switch kind {
    case .structure, .enumeration: true
    default: false
    }
  }

  /// The one-dimensional array of this type.
  package var arrayType: PSType {
    if let known = arrayTypeCache.load() { return known }
    return arrayTypeCache.storeIfNil(TypeRegistry.arrayType(of: self, rank: 1))
  }

  /// Names from this type up to System.Object, as `PSTypeNames` gives them.
  package var ancestorNames: [String] {
    var names: [String] = []
    var current: PSType? = self
    while let type = current {
      names.append(type.fullName)
      current = type.base
    }
    return names
  }

  /// Whether a value of this type can stand where `other` is asked for, without conversion.
  package func isAssignable(to other: PSType) -> Bool {
    if self === other || other === PSType.object { return true }
    var current: PSType? = self
    while let type = current {
      if type === other { return true }
      for name in type.interfaceNames where interface(name, is: other) { return true }
      current = type.base
    }
    if let elementType, let wanted = other.elementType, rank == other.rank, !elementType.isValueType {
      return elementType.isAssignable(to: wanted)
    }
    return false
  }

  private func interface(_ name: String, is other: PSType) -> Bool {
    if name.equalsName(other.fullName) { return true }
    // Why: an interface of a generic type is declared by its definition, `IEnumerable`1`.
    guard let definition = other.genericDefinition, name.equalsName(definition) else { return false }
    let own = elementType.map { [$0] } ?? genericArguments
    return own.isEmpty || zip(own, other.genericArguments).allSatisfy { $0 === $1 }
  }

  // MARK: Members

  /// The members declared for the type and its ancestors; made on first use.
  package var members: MemberTable {
    if let known = memberTable.load() { return known }
    // Why asked before: a table built while the .NET types are not registered would be empty for good.
    let isComplete = TypeRegistry.isPopulated
    let made = MemberTable.build(for: self)
    return isComplete ? memberTable.storeIfNil(made) : made
  }

  package func declaredText(of value: Value) throws -> String? { try members.behavior.text?(value) }
  package func declaredEquality(_ a: Value, _ b: Value) throws -> Bool? { try members.behavior.equals?(a, b) }
  package func declaredOrder(_ a: Value, _ b: Value) throws -> Int? { try members.behavior.order?(a, b) }
  package func declaredHash(of value: Value) -> Int? { members.behavior.hash?(value) }

  // MARK: Enumerations

  /// The text of a number of this enumeration: a name, names joined by `, `, or the number.
  package func enumText(_ number: Int64) -> String {
    if let match = enumCases.first(where: { $0.number == number }) { return match.name }
    guard isFlags, number != 0 else { return String(number) }
    var rest = UInt64(bitPattern: number)
    var names: [String] = []
    for (name, bits) in enumCases.sorted(by: { UInt64(bitPattern: $0.number) > UInt64(bitPattern: $1.number) })
    where bits != 0 && rest & UInt64(bitPattern: bits) == UInt64(bitPattern: bits) {
      names.insert(name, at: 0)
      rest &= ~UInt64(bitPattern: bits)
    }
    return rest == 0 ? names.joined(separator: ", ") : String(number)
  }

  package func enumNumber(named name: String) -> Int64? {
    enumCases.first { $0.name.equalsName(name) }?.number
  }
}

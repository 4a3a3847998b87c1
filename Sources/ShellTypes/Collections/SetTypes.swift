import ShellObjects

/// The state behind a HashSet or SortedSet.
final class SetState {
  let type: PSType
  let elementType: PSType?
  var table: KeyTable
  let order: ((Value, Value) throws -> Int)?
  private(set) var version = 0

  init(_ type: PSType, isCaseSensitive: Bool, order: ((Value, Value) throws -> Int)?) {
    self.type = type
    elementType = type.genericArguments.first.flatMap { $0 === PSType.object ? nil : $0 }
    table = KeyTable(isCaseSensitive: isCaseSensitive)
    self.order = order
  }

  var values: [Value] { table.liveEntries.map(\.key) }

  /// True where the element is new.
  @discardableResult func insert(_ element: Value) throws -> Bool {
    guard try table.find(element) == nil else { return false }
    version &+= 1
    guard let order else { return try table.set(element, .null) }
    let place = try StableSort.search(values, element, order)
    if place >= 0 { return false }
    try table.insert(element, .null, at: ~place)
    return true
  }

  @discardableResult func remove(_ element: Value) throws -> Bool {
    version &+= 1
    return try table.remove(element) != nil
  }

  func contains(_ element: Value) throws -> Bool { try table.find(element) != nil }

  func removeAll() {
    version &+= 1
    table.removeAll()
  }

  /// A set of the same kind from other elements.
  func making(_ elements: [Value]) throws -> SetState {
    let made = SetState(type, isCaseSensitive: table.isCaseSensitive, order: order)
    for element in elements { try made.insert(element) }
    return made
  }
}

/// HashSet`1 and SortedSet`1.
enum SetTypes {
  static let declarations: [TypeDeclaration] = [
    make("System.Collections.Generic.HashSet`1", isSorted: false),
    make("System.Collections.Generic.SortedSet`1", isSorted: true),
  ]

  private static func make(_ name: String, isSorted: Bool) -> TypeDeclaration {
    TypeDeclaration(
      name,
      interfaces: [
        "System.Collections.Generic.ISet`1", "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.IEnumerable`1", "System.Collections.IEnumerable",
      ] + (isSorted ? ["System.Collections.ICollection"] : []), of: SetState.self
    ) { t in
      addConstructors(&t, name, isSorted: isSorted)
      addMembers(&t, name)
      addAlgebra(&t)
      addComparisons(&t)
      if isSorted {
        t.property("T Max {get;}") { $0.values.last ?? .null }
        t.property("T Min {get;}") { $0.values.first ?? .null }
        t.method("System.Collections.Generic.IEnumerable[T] Reverse()") { this, _ in
          PSArray(this.values.reversed(), elementType: this.elementType ?? .object)
        }
      }
      addBehavior(&t, isSorted: isSorted)
    }
  }

  private static func addBehavior(_ t: inout MemberList<SetState>, isSorted: Bool) {
    let type = t.type
    let element = type.genericArguments.first ?? .object
    t.behavior.elements = { value, body in
      guard let set = value.payload(SetState.self) else { return }
      let version = set.version
      for element in set.values {
        if set.version != version {
          throw NetException.invalidOperation("Collection was modified; enumeration operation may not execute.")
        }
        if try !body(element) { return }
      }
    }
    t.behavior.count = { $0.payload(SetState.self)?.table.count ?? 0 }
    t.behavior.convert = { value, wanted in
      guard wanted === type, value.isEnumerable else { return nil }
      var order: ((Value, Value) throws -> Int)?
      if isSorted { order = ValueComparer.order }
      let set = SetState(type, isCaseSensitive: true, order: order)
      for one in try value.enumerated() { try set.insert(try one.converted(to: element)) }
      return .object(Box(set, type))
    }
  }

  private static func addConstructors(_ t: inout MemberList<SetState>, _ name: String, isSorted: Bool) {
    let type = t.type
    let comparer =
      isSorted ? "System.Collections.Generic.IComparer[T]" : "System.Collections.Generic.IEqualityComparer[T]"
    @Sendable func made(_ elements: [Value], _ a: Arguments, _ comparer: Int?) throws -> Value {
      var order: ((Value, Value) throws -> Int)?
      if isSorted {
        order = ValueComparer.order
        if let comparer { order = try a.order(comparer) }
      }
      let isCaseSensitive = comparer.map { a.isCaseSensitive($0) } ?? true
      let set = SetState(type, isCaseSensitive: isCaseSensitive, order: order)
      for element in elements { try set.insert(element) }
      return .object(Box(set, type))
    }
    t.constructor("\(name) new()") { a in try made([], a, nil) }
    t.constructor("\(name) new(System.Collections.Generic.IEnumerable[T] collection)") { a in
      try Ranges.notNull(a[0], "collection")
      return try made(a.elements(0), a, nil)
    }
    t.constructor("\(name) new(\(comparer) comparer)") { a in try made([], a, 0) }
    t.constructor("\(name) new(System.Collections.Generic.IEnumerable[T] collection, \(comparer) comparer)") { a in
      try Ranges.notNull(a[0], "collection")
      return try made(a.elements(0), a, 1)
    }
    if !isSorted {
      t.constructor("\(name) new(int capacity)") { a in try made([], a, nil) }
      t.constructor("\(name) new(int capacity, \(comparer) comparer)") { a in try made([], a, 1) }
    }
  }

  private static func addMembers(_ t: inout MemberList<SetState>, _ name: String) {
    t.method("bool Add(T item)") { this, a in try this.insert(a[0]) }
    t.method("void Clear()") { this, _ in
      this.removeAll()
      return Value.void
    }
    t.method("bool Contains(T item)") { this, a in try this.contains(a[0]) }
    t.method("void CopyTo(T[] array)") { this, a in try ArrayCopy.copy(this.values, a, target: 0, at: 0) }
    t.method("void CopyTo(T[] array, int arrayIndex)") { this, a in
      try ArrayCopy.copy(this.values, a, target: 0, at: a.int(1))
    }
    t.method("int EnsureCapacity(int capacity)") { this, a in max(a.int(0), this.table.count) }
    t.method("\(name)+Enumerator[T] GetEnumerator()") { this, _ in
      let version = this.version
      return Enumerator.value(this.values, "System.Collections.Generic.HashSet`1+Enumerator") {
        this.version != version
      }
    }
    t.method("bool Remove(T item)") { this, a in try this.remove(a[0]) }
    t.method("int RemoveWhere(System.Predicate[T] match)") { this, a in
      let call = try a.delegate(0, "match")
      var count = 0
      for element in this.values where try call.call(element).isTrue {
        try this.remove(element)
        count += 1
      }
      return count
    }
    t.method("void TrimExcess()") { _, _ in Value.void }
    t.method("bool TryGetValue(T equalValue, [ref] T actualValue)") { this, a in
      let found = try this.values.first { try this.making([$0]).contains(a[0]) }
      try a.setReference(1, found ?? .null)
      return found != nil
    }
    t.property("int Count {get;}") { $0.table.count }
    t.property("System.Collections.Generic.IEqualityComparer[T] Comparer {get;}") {
      $0.table.isCaseSensitive ? TextComparison.ordinal : .ordinalIgnoreCase
    }
  }

  private static func addAlgebra(_ t: inout MemberList<SetState>) {
    let other = "System.Collections.Generic.IEnumerable[T] other"
    t.method("void ExceptWith(\(other))") { this, a in
      try Ranges.notNull(a[0], "other")
      for element in a.elements(0) { try this.remove(element) }
      return Value.void
    }
    t.method("void IntersectWith(\(other))") { this, a in
      try Ranges.notNull(a[0], "other")
      let kept = try this.making(a.elements(0))
      for element in this.values where try !kept.contains(element) { try this.remove(element) }
      return Value.void
    }
    t.method("void SymmetricExceptWith(\(other))") { this, a in
      try Ranges.notNull(a[0], "other")
      for element in try this.making(a.elements(0)).values where try !this.remove(element) { try this.insert(element) }
      return Value.void
    }
    t.method("void UnionWith(\(other))") { this, a in
      try Ranges.notNull(a[0], "other")
      for element in a.elements(0) { try this.insert(element) }
      return Value.void
    }
  }

  private static func addComparisons(_ t: inout MemberList<SetState>) {
    @Sendable func isSubset(_ a: SetState, _ b: SetState) throws -> Bool {
      try a.values.allSatisfy { try b.contains($0) }
    }
    let tests: [(String, @Sendable (SetState, SetState) throws -> Bool)] = [
      ("IsSubsetOf", { try isSubset($0, $1) }), ("IsSupersetOf", { try isSubset($1, $0) }),
      ("IsProperSubsetOf", { try isSubset($0, $1) && $0.table.count < $1.table.count }),
      ("IsProperSupersetOf", { try isSubset($1, $0) && $1.table.count < $0.table.count }),
      ("Overlaps", { a, b in try a.values.contains { try b.contains($0) } }),
      ("SetEquals", { try isSubset($0, $1) && $0.table.count == $1.table.count }),
    ]
    for (name, test) in tests {
      t.method("bool \(name)(System.Collections.Generic.IEnumerable[T] other)") { this, a in
        try Ranges.notNull(a[0], "other")
        return try test(this, try this.making(a.elements(0)))
      }
    }
  }
}

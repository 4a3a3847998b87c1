import ShellObjects

/// Hashtable, OrderedDictionary, Dictionary`2 and the sorted dictionaries: one table, several faces.
enum DictionaryTypes {
  static let declarations: [TypeDeclaration] =
    [hashtable, ordered, orderedHashtable, dictionary, concurrent] + sorted + [entry, pair] + KeyCollection.declarations

  private static let interfaces = [
    "System.Collections.IDictionary", "System.Collections.ICollection", "System.Collections.IEnumerable",
    "System.ICloneable",
  ]
  private static let genericInterfaces =
    interfaces + [
      "System.Collections.Generic.IDictionary`2", "System.Collections.Generic.IReadOnlyDictionary`2",
    ]

  // MARK: Shared members

  private static func checkNew(_ table: PSHashtable, _ key: Value) throws {
    try Ranges.notNull(key, "key")
    if table.isReadOnly { throw NetException.notSupported("The OrderedDictionary is readonly and cannot be modified.") }
    guard try table.table.find(key) != nil else { return }
    let shown = try key.netText()
    throw NetException.argument(
      "Item has already been added. Key in dictionary: '\(shown)'  Key being added: '\(shown)'")
  }

  /// Add, Clear, Contains, Remove, Item, Keys, Values and Count with keys and values of any type.
  private static func addPlainMembers(_ t: inout MemberList<PSHashtable>, enumerator: String) {
    t.method("void Add(System.Object key, System.Object value)") { this, a in
      try checkNew(this, a[0])
      try this.store(a[0], a[1])
      return Value.void
    }
    t.method("void Clear()") { this, _ in
      this.table.removeAll()
      return Value.void
    }
    t.method("bool Contains(System.Object key)") { this, a in
      try Ranges.notNull(a[0], "key")
      return try this.table.find(a[0]) != nil
    }
    t.method("void CopyTo(array array, int arrayIndex)") { this, a in
      try ArrayCopy.copy(this.dictionaryEntries(), a, target: 0, at: a.int(1))
    }
    t.method("System.Collections.IDictionaryEnumerator GetEnumerator()") { this, _ in
      let version = this.version
      return Enumerator.value(this.dictionaryEntries(), enumerator) { this.version != version }
    }
    t.method("void Remove(System.Object key)") { this, a in
      try Ranges.notNull(a[0], "key")
      try this.table.remove(a[0])
      return Value.void
    }
    t.method("System.Object Item(System.Object key) {get;set;}") { this, a in try this.table.find(a[0]) ?? .null }
    addCounts(&t)
  }

  private static func addCounts(_ t: inout MemberList<PSHashtable>) {
    t.property("int Count {get;}") { $0.table.count }
    t.property("bool IsFixedSize {get;}") { $0.isReadOnly }
    t.property("bool IsReadOnly {get;}") { $0.isReadOnly }
    t.property("bool IsSynchronized {get;}") { _ in false }
    t.property("System.Collections.ICollection Keys {get;}") { KeyCollection(table: $0, isKeys: true) }
    t.property("System.Object SyncRoot {get;}") { $0 }
    t.property("System.Collections.ICollection Values {get;}") { KeyCollection(table: $0, isKeys: false) }
  }

  private static func containsValue(_ table: PSHashtable, _ value: Value) throws -> Bool {
    try table.values.contains { try $0.netEquals(value) }
  }

  private static func fill(_ made: PSHashtable, _ source: Value) throws -> PSHashtable {
    guard let source = source.object(as: PSHashtable.self) else { throw NetException.argumentNull("d") }
    for entry in source.table.liveEntries { try made.store(entry.key, entry.value) }
    return made
  }

  // MARK: Hashtable

  private static let hashtable = TypeDeclaration(
    "System.Collections.Hashtable", accelerators: ["hashtable"], interfaces: interfaces, of: PSHashtable.self
  ) { t in
    // A constructed table tells cases apart; only the literal does not.
    t.constructor("hashtable new()") { _ in PSHashtable(isCaseSensitive: true) }
    t.constructor("hashtable new(System.Collections.IDictionary d)") { a in
      try fill(PSHashtable(isCaseSensitive: true), a[0])
    }
    t.constructor("hashtable new(int capacity)") { a in
      try Ranges.nonNegative(a.int(0), "capacity")
      return PSHashtable(isCaseSensitive: true)
    }
    t.constructor("hashtable new(System.Collections.IEqualityComparer equalityComparer)") { a in
      PSHashtable(isCaseSensitive: a.isCaseSensitive(0))
    }
    t.constructor("hashtable new(int capacity, System.Collections.IEqualityComparer equalityComparer)") { a in
      PSHashtable(isCaseSensitive: a.isCaseSensitive(1))
    }
    t.constructor(
      "hashtable new(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)"
    ) { a in
      try fill(PSHashtable(isCaseSensitive: a.isCaseSensitive(1)), a[0])
    }
    addPlainMembers(&t, enumerator: "System.Collections.Hashtable+HashtableEnumerator")
    t.method("System.Object Clone()") { this, _ in this.copy() }
    t.method("bool ContainsKey(System.Object key)") { this, a in
      try Ranges.notNull(a[0], "key")
      return try this.table.find(a[0]) != nil
    }
    t.method("bool ContainsValue(System.Object value)") { this, a in try containsValue(this, a[0]) }
    t.staticMethod("static hashtable Synchronized(hashtable table)") { a in a[0] }
    t.behavior.convert = { value, wanted in
      guard wanted === PSType.hashtable, let source = value.object(as: PSHashtable.self) else { return nil }
      return .object(try fill(PSHashtable(), .object(source)))
    }
  }

  // MARK: OrderedDictionary

  private static let ordered = makeOrdered("System.Collections.Specialized.OrderedDictionary", ["ordered"])
  private static let orderedHashtable = makeOrdered("System.Management.Automation.OrderedHashtable", [])

  private static func makeOrdered(_ name: String, _ accelerators: [String]) -> TypeDeclaration {
    TypeDeclaration(
      name, accelerators: accelerators, interfaces: interfaces + ["System.Collections.Specialized.IOrderedDictionary"],
      of: PSHashtable.self
    ) { t in
      let type = t.type
      t.constructor("ordered new()") { _ in PSHashtable(type, isCaseSensitive: true) }
      t.constructor("ordered new(System.Collections.IEqualityComparer comparer)") { a in
        PSHashtable(type, isCaseSensitive: a.isCaseSensitive(0))
      }
      t.constructor("ordered new(int capacity)") { _ in PSHashtable(type, isCaseSensitive: true) }
      t.constructor("ordered new(int capacity, System.Collections.IEqualityComparer comparer)") { a in
        PSHashtable(type, isCaseSensitive: a.isCaseSensitive(1))
      }
      addPlainMembers(&t, enumerator: "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator")
      t.method("ordered AsReadOnly()") { this, _ in
        let copy = this.copy()
        copy.isReadOnly = true
        return copy
      }
      t.method("void Insert(int index, System.Object key, System.Object value)") { this, a in
        guard (0...this.table.count).contains(a.int(0)) else {
          throw NetException.outOfRange(
            "index ('\(a.int(0))') must be less than or equal to '\(this.table.count)'.", "index", actual: a[0])
        }
        try checkNew(this, a[1])
        try this.table.insert(a[1], a[2], at: a.int(0))
        return Value.void
      }
      t.method("void RemoveAt(int index)") { this, a in
        guard (0..<this.table.count).contains(a.int(0)) else {
          throw NetException.outOfRange(
            "index ('\(a.int(0))') must be less than '\(this.table.count)'.", "index", actual: a[0])
        }
        try this.table.remove(this.table.liveEntries[a.int(0)].key)
        return Value.void
      }
      t.method("System.Object Item(int index) {get;set;}") { this, a in
        guard (0..<this.table.count).contains(a.int(0)) else { throw Ranges.index("index") }
        return this.table.liveEntries[a.int(0)].value
      }
    }
  }

  // MARK: Dictionary`2

  private static let dictionary = makeGeneric(
    "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.Dictionary`2+Enumerator", isSorted: false)
  private static let concurrent = makeGeneric(
    "System.Collections.Concurrent.ConcurrentDictionary`2", "System.Collections.Generic.Dictionary`2+Enumerator",
    isSorted: false)

  private static let sorted: [TypeDeclaration] = [
    makeGeneric(
      "System.Collections.Generic.SortedDictionary`2", "System.Collections.Generic.SortedDictionary`2+Enumerator",
      isSorted: true),
    makeGeneric(
      "System.Collections.Generic.SortedList`2", "System.Collections.Generic.SortedList`2+Enumerator", isSorted: true),
    TypeDeclaration("System.Collections.SortedList", interfaces: interfaces, of: PSHashtable.self) { t in
      let type = t.type
      @Sendable func made(isCaseSensitive: Bool = true) -> PSHashtable {
        let table = PSHashtable(type, isCaseSensitive: isCaseSensitive)
        table.keyOrder = ValueComparer(ignoresCase: !isCaseSensitive).order
        return table
      }
      t.constructor("System.Collections.SortedList new()") { _ in made() }
      t.constructor("System.Collections.SortedList new(int initialCapacity)") { _ in made() }
      t.constructor("System.Collections.SortedList new(System.Collections.IComparer comparer)") { a in
        made(isCaseSensitive: a.isCaseSensitive(0))
      }
      t.constructor("System.Collections.SortedList new(System.Collections.IDictionary d)") { a in try fill(made(), a[0])
      }
      addPlainMembers(&t, enumerator: "System.Collections.SortedList+SortedListEnumerator")
      t.method("System.Object Clone()") { this, _ in this.copy() }
      t.method("bool ContainsKey(System.Object key)") { this, a in try this.table.find(a[0]) != nil }
      t.method("bool ContainsValue(System.Object value)") { this, a in try containsValue(this, a[0]) }
      addPositions(&t, key: "System.Object", value: "System.Object", keyGetter: "GetKey", valueGetter: "GetByIndex")
      t.method("System.Collections.IList GetKeyList()") { this, _ in PSArray(this.keys) }
      t.method("System.Collections.IList GetValueList()") { this, _ in PSArray(this.values) }
    },
  ]

  private static func addPositions(
    _ t: inout MemberList<PSHashtable>, key: String, value: String, keyGetter: String, valueGetter: String
  ) {
    @Sendable func entry(_ table: PSHashtable, _ index: Int) throws -> KeyTable.Entry {
      guard (0..<table.table.count).contains(index) else { throw Ranges.index("index") }
      return table.table.liveEntries[index]
    }
    t.method("\(key) \(keyGetter)(int index)") { this, a in try entry(this, a.int(0)).key }
    t.method("\(value) \(valueGetter)(int index)") { this, a in try entry(this, a.int(0)).value }
    t.method("int IndexOfKey(\(key) key)") { this, a in try ListMembers.first(this.keys[...], a[0]) ?? -1 }
    t.method("int IndexOfValue(\(value) value)") { this, a in try ListMembers.first(this.values[...], a[0]) ?? -1 }
    t.method("void RemoveAt(int index)") { this, a in
      try this.table.remove(try entry(this, a.int(0)).key)
      return Value.void
    }
  }

  private static func makeGeneric(_ name: String, _ enumerator: String, isSorted: Bool) -> TypeDeclaration {
    TypeDeclaration(name, interfaces: genericInterfaces, of: PSHashtable.self) { t in
      let type = t.type
      @Sendable func made(isCaseSensitive: Bool = true) -> PSHashtable {
        let arguments = type.genericArguments
        let table = PSHashtable(
          type, isCaseSensitive: isCaseSensitive, keyType: arguments.first ?? .object,
          valueType: arguments.last ?? .object)
        if isSorted { table.keyOrder = ValueComparer(ignoresCase: !isCaseSensitive).order }
        return table
      }
      addGenericConstructors(&t, name, isSorted: isSorted, made)
      addGenericMembers(&t, name, enumerator)
      if name.contains("SortedList") {
        addPositions(&t, key: "TKey", value: "TValue", keyGetter: "GetKeyAtIndex", valueGetter: "GetValueAtIndex")
      }
    }
  }

  private static func addGenericConstructors(
    _ t: inout MemberList<PSHashtable>, _ name: String, isSorted: Bool,
    _ made: @escaping @Sendable (Bool) -> PSHashtable
  ) {
    let comparer =
      isSorted ? "System.Collections.Generic.IComparer[TKey]" : "System.Collections.Generic.IEqualityComparer[TKey]"
    t.constructor("\(name) new()") { _ in made(true) }
    t.constructor("\(name) new(\(comparer) comparer)") { a in made(a.isCaseSensitive(0)) }
    t.constructor("\(name) new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)") { a in
      try Ranges.notNull(a[0], "dictionary")
      return try fill(made(true), a[0])
    }
    t.constructor("\(name) new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, \(comparer) comparer)") {
      a in
      try Ranges.notNull(a[0], "dictionary")
      return try fill(made(a.isCaseSensitive(1)), a[0])
    }
    if !name.contains("SortedDictionary") {
      t.constructor("\(name) new(int capacity)") { a in
        try Ranges.nonNegative(a.int(0), "capacity")
        return made(true)
      }
      t.constructor("\(name) new(int capacity, \(comparer) comparer)") { a in made(a.isCaseSensitive(1)) }
    }
  }

  private static func addGenericMembers(_ t: inout MemberList<PSHashtable>, _ name: String, _ enumerator: String) {
    let suffix = name.contains("SortedList") ? " (Parameter 'key')" : ""
    t.method("void Add(TKey key, TValue value)") { this, a in
      try Ranges.notNull(a[0], "key")
      guard try this.table.find(a[0]) == nil else {
        let shown =
          name.contains("SortedDictionary") ? "[\(try a[0].netText()), \(try a[1].netText())]" : try a[0].netText()
        throw NetException.argument("An item with the same key has already been added. Key: \(shown)\(suffix)")
      }
      try this.store(a[0], a[1])
      return Value.void
    }
    t.method("void Clear()") { this, _ in
      this.table.removeAll()
      return Value.void
    }
    t.method("bool ContainsKey(TKey key)") { this, a in
      try Ranges.notNull(a[0], "key")
      return try this.table.find(a[0]) != nil
    }
    t.method("bool ContainsValue(TValue value)") { this, a in try containsValue(this, a[0]) }
    t.method("int EnsureCapacity(int capacity)") { this, a in max(a.int(0), this.table.count) }
    t.method("\(enumerator)[TKey,TValue] GetEnumerator()") { this, _ in
      let version = this.version
      return Enumerator.value(this.dictionaryEntries(), enumerator) { this.version != version }
    }
    t.method("bool Remove(TKey key)") { this, a in
      try Ranges.notNull(a[0], "key")
      return try this.table.remove(a[0]) != nil
    }
    t.method("bool Remove(TKey key, [ref] TValue value)") { this, a in
      let removed = try this.table.remove(a[0])
      try a.setReference(1, removed ?? .null)
      return removed != nil
    }
    t.method("void TrimExcess()") { _, _ in Value.void }
    t.method("bool TryAdd(TKey key, TValue value)") { this, a in
      guard try this.table.find(a[0]) == nil else { return false }
      try this.store(a[0], a[1])
      return true
    }
    t.method("bool TryGetValue(TKey key, [ref] TValue value)") { this, a in
      let found = try this.table.find(a[0])
      let fallback: Value =
        (this.valueType?.isValueType ?? false) ? try Value.int32(0).converted(to: this.valueType ?? .int32) : .null
      try a.setReference(1, found ?? fallback)
      return found != nil
    }
    if name.contains("Concurrent") {
      t.method("bool TryRemove(TKey key, [ref] TValue value)") { this, a in
        let removed = try this.table.remove(a[0])
        try a.setReference(1, removed ?? .null)
        return removed != nil
      }
      t.method("TValue GetOrAdd(TKey key, TValue value)") { this, a in
        if let found = try this.table.find(a[0]) { return found }
        try this.store(a[0], a[1])
        return a[1]
      }
      t.property("bool IsEmpty {get;}") { $0.table.count == 0 }
    }
    t.method("TValue Item(TKey key) {get;set;}") { this, a in
      guard let found = try this.table.find(a[0]) else {
        throw NetException(
          "System.Collections.Generic.KeyNotFoundException",
          "The given key '\(try a[0].netText())' was not present in the dictionary.")
      }
      return found
    }
    t.property("int Count {get;}") { $0.table.count }
    t.property("System.Object Comparer {get;}") {
      $0.table.isCaseSensitive ? TextComparison.ordinal : .ordinalIgnoreCase
    }
    t.property("\(name)+KeyCollection[TKey,TValue] Keys {get;}") { KeyCollection(table: $0, isKeys: true) }
    t.property("\(name)+ValueCollection[TKey,TValue] Values {get;}") { KeyCollection(table: $0, isKeys: false) }
  }

  // MARK: Entries

  private static let entry = TypeDeclaration(
    "System.Collections.DictionaryEntry", kind: .structure, of: DictionaryEntryObject.self
  ) { t in
    t.constructor("System.Collections.DictionaryEntry new(System.Object key, System.Object value)") { a in
      DictionaryEntryObject(a[0], a[1])
    }
    t.alias("Name", "Key")
    t.property("System.Object Key {get;set;}") { $0.key }
    t.property("System.Object Value {get;set;}") { $0.entryValue }
  }

  private static let pair = TypeDeclaration(
    "System.Collections.Generic.KeyValuePair`2", kind: .structure, of: DictionaryEntryObject.self
  ) { t in
    let type = t.type
    t.constructor("System.Collections.Generic.KeyValuePair[TKey,TValue] new(TKey key, TValue value)") { a in
      DictionaryEntryObject(a[0], a[1], type)
    }
    t.property("TKey Key {get;}") { $0.key }
    t.property("TValue Value {get;}") { $0.entryValue }
    t.method("string ToString()") { this, _ in try this.text() }
  }
}

/// The keys or the values of a dictionary, as a view that follows it.
struct KeyCollection: ValueRepresentable {
  let table: PSHashtable
  let isKeys: Bool

  var value: Value {
    let arguments = table.type.genericArguments
    let stem = (table.type.genericDefinition ?? table.type.fullName) + (isKeys ? "+KeyCollection" : "+ValueCollection")
    if arguments.isEmpty { return .object(Box(self, PSType.named(stem))) }
    return .object(Box(self, TypeRegistry.genericType(stem, arguments) ?? PSType.named(stem)))
  }

  static let declarations: [TypeDeclaration] = [
    "System.Collections.Hashtable", "System.Collections.Specialized.OrderedDictionary",
    "System.Management.Automation.OrderedHashtable", "System.Collections.SortedList",
    "System.Collections.Generic.Dictionary`2", "System.Collections.Concurrent.ConcurrentDictionary`2",
    "System.Collections.Generic.SortedDictionary`2", "System.Collections.Generic.SortedList`2",
  ].flatMap { stem in
    ["+KeyCollection", "+ValueCollection"].map { part in
      TypeDeclaration(
        stem + part, interfaces: ["System.Collections.ICollection", "System.Collections.IEnumerable"],
        of: KeyCollection.self
      ) { t in
        t.property("int Count {get;}") { $0.table.table.count }
        t.property("bool IsSynchronized {get;}") { _ in false }
        t.property("System.Object SyncRoot {get;}") { $0.table }
        t.method("void CopyTo(array array, int arrayIndex)") { this, a in
          try ArrayCopy.copy(this.isKeys ? this.table.keys : this.table.values, a, target: 0, at: a.int(1))
        }
        t.method("bool Contains(System.Object item)") { this, a in
          try ListMembers.first((this.isKeys ? this.table.keys : this.table.values)[...], a[0]) != nil
        }
        t.method("System.Collections.IEnumerator GetEnumerator()") { this, _ in
          let version = this.table.version
          return Enumerator.value(
            this.isKeys ? this.table.keys : this.table.values, "System.Collections.EnumeratorObject"
          ) {
            this.table.version != version
          }
        }
        t.behavior.count = { $0.payload(KeyCollection.self)?.table.table.count ?? 0 }
        t.behavior.elements = { value, body in
          guard let view = value.payload(KeyCollection.self) else { return }
          let version = view.table.version
          for element in view.isKeys ? view.table.keys : view.table.values {
            if view.table.version != version {
              throw NetException.invalidOperation("Collection was modified; enumeration operation may not execute.")
            }
            if try !body(element) { return }
          }
        }
        t.behavior.getElement = { value, index in
          guard let view = value.payload(KeyCollection.self) else { return .null }
          let all = view.isKeys ? view.table.keys : view.table.values
          return try index.arrayIndex(count: all.count).map { all[$0] } ?? .null
        }
      }
    }
  }
}

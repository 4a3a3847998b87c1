import ShellObjects

/// ArrayList, List`1, Collection`1 and their read-only relative.
enum ListTypes {
  static let declarations: [TypeDeclaration] = [arrayList, list, collection, readOnly]

  private static let interfaces = [
    "System.Collections.IList", "System.Collections.ICollection", "System.Collections.IEnumerable", "System.ICloneable",
  ]
  private static let genericInterfaces =
    interfaces + [
      "System.Collections.Generic.IList`1", "System.Collections.Generic.ICollection`1",
      "System.Collections.Generic.IEnumerable`1", "System.Collections.Generic.IReadOnlyList`1",
      "System.Collections.Generic.IReadOnlyCollection`1",
    ]

  /// A list from a collection, as a cast makes it; nil for a single value.
  private static func addConversion(_ t: inout MemberList<ListObject>) {
    let type = t.type
    let element = type.genericArguments.first
    t.behavior.convert = { value, wanted in
      guard wanted === type, value.isEnumerable else { return nil }
      let elements = try value.enumerated()
      guard let element, element !== PSType.object else { return .object(ListObject(elements, type)) }
      var converted: [Value] = []
      for value in elements {
        guard let one = try? value.converted(to: element) else { return nil }
        converted.append(one)
      }
      return .object(ListObject(converted, type, elementType: element))
    }
  }

  // MARK: ArrayList

  private static let arrayName = "System.Collections.ArrayList"

  private static let arrayList = TypeDeclaration(
    "System.Collections.ArrayList", interfaces: interfaces, of: ListObject.self
  ) {
    t in
    let type = t.type
    t.constructor("\(arrayName) new()") { _ in ListObject([], type) }
    t.constructor("\(arrayName) new(System.Collections.ICollection c)") { a in
      try Ranges.notNull(a[0], "c")
      return ListObject(a.elements(0), type)
    }
    t.constructor("\(arrayName) new(int capacity)") { a in
      if a.int(0) < 0 { throw NetException.outOfRange("'capacity' must be non-negative.", "capacity") }
      return ListObject([], type)
    }
    ListMembers(
      element: "System.Object", collection: "System.Collections.ICollection", typeName: arrayName, removeAnswers: false,
      valueName: "value", collectionName: "c"
    ).add(&t)
    t.method("System.Object Clone()") { this, _ in ListObject(this.elements, type) }
    t.method("System.Collections.IEnumerator GetEnumerator()") { this, _ in
      enumerator(this, "System.Collections.ArrayList+ArrayListEnumeratorSimple")
    }
    t.method("void SetRange(int index, System.Collections.ICollection c)") { this, a in
      let new = a.elements(1)
      this.elements.replaceSubrange(try ListMembers.range(a.int(0), new.count, this.elements.count), with: new)
      return Value.void
    }
    t.method("array ToArray(type type)") { this, a in
      guard let element = a.object(0, TypeObject.self)?.represented else { throw NetException.argumentNull("type") }
      return PSArray(try this.elements.map { try cast($0, to: element) }, elementType: element)
    }
    t.method("void TrimToSize()") { _, _ in Value.void }
    t.property("bool IsFixedSize {get;}") { $0.isReadOnly }
    t.property("bool IsReadOnly {get;}") { $0.isReadOnly }
    t.property("bool IsSynchronized {get;}") { _ in false }
    t.property("System.Object SyncRoot {get;}") { $0 }
    addStatics(&t)
    addConversion(&t)
  }

  private static func cast(_ value: Value, to type: PSType) throws -> Value {
    guard value.type.isAssignable(to: type) else {
      throw NetException(
        "System.InvalidCastException",
        "Unable to cast object of type '\(value.type.fullName)' to type '\(type.fullName)'.")
    }
    return value
  }

  private static func enumerator(_ list: ListObject, _ typeName: String) -> Value {
    let count = list.elements.count
    return Enumerator.value(list.elements, typeName) { list.elements.count != count }
  }

  private static func addStatics(_ t: inout MemberList<ListObject>) {
    let type = t.type
    t.staticMethod("static \(arrayName) Adapter(System.Collections.IList list)") { a in ListObject(a.elements(0), type)
    }
    for name in ["FixedSize", "ReadOnly"] {
      t.staticMethod("static \(arrayName) \(name)(\(arrayName) list)") { a in
        let list = ListObject(a.elements(0), type)
        list.isReadOnly = true
        return list
      }
    }
    t.staticMethod("static \(arrayName) Repeat(System.Object value, int count)") { a in
      try Ranges.nonNegative(a.int(1), "count")
      return ListObject(Array(repeating: a[0], count: a.int(1)), type)
    }
    // Why: one session is one thread, so the list itself is as good as a synchronized one.
    t.staticMethod("static \(arrayName) Synchronized(\(arrayName) list)") { a in a[0] }
  }

  // MARK: List`1

  private static let list = TypeDeclaration(
    "System.Collections.Generic.List`1", interfaces: genericInterfaces, of: ListObject.self
  ) { t in
    let type = t.type
    let element = type.genericArguments.first ?? .object
    let name = "System.Collections.Generic.List[T]"
    let stored = element === PSType.object ? nil : element
    t.constructor("\(name) new()") { _ in ListObject([], type, elementType: stored) }
    t.constructor("\(name) new(System.Collections.Generic.IEnumerable[T] collection)") { a in
      try Ranges.notNull(a[0], "collection")
      return ListObject(a.elements(0), type, elementType: stored)
    }
    t.constructor("\(name) new(int capacity)") { a in
      if a.int(0) < 0 { throw NetException.outOfRange("Non-negative number required.", "capacity") }
      return ListObject([], type, elementType: stored)
    }
    ListMembers(
      element: element.fullName, collection: "System.Collections.Generic.IEnumerable[\(element.fullName)]",
      typeName: type.fullName,
      removeAnswers: true, valueName: "item", collectionName: "collection"
    ).add(&t)
    ListPredicates.add(&t)
    t.method("System.Collections.Generic.List`1+Enumerator[T] GetEnumerator()") { this, _ in
      enumerator(this, "System.Collections.Generic.List`1+Enumerator")
    }
    t.method("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()") { this, _ in
      let readOnly = TypeRegistry.genericType("System.Collections.ObjectModel.ReadOnlyCollection`1", [element]) ?? type
      let made = ListObject(this.elements, readOnly, elementType: stored)
      made.isReadOnly = true
      return made
    }
    t.method("int EnsureCapacity(int capacity)") { this, a in max(this.elements.count, a.int(0)) }
    t.method("\(name) Slice(int start, int length)") { this, a in
      ListObject(
        Array(this.elements[try ListMembers.range(a.int(0), a.int(1), this.elements.count)]), type, elementType: stored)
    }
    t.method("void TrimExcess()") { _, _ in Value.void }
    addConversion(&t)
  }

  // MARK: Collection`1 and ReadOnlyCollection`1

  private static let collection = make("System.Collections.ObjectModel.Collection`1", isReadOnly: false)
  private static let readOnly = make("System.Collections.ObjectModel.ReadOnlyCollection`1", isReadOnly: true)

  private static func make(_ name: String, isReadOnly: Bool) -> TypeDeclaration {
    TypeDeclaration(name, interfaces: genericInterfaces, of: ListObject.self) { t in
      let type = t.type
      let element = type.genericArguments.first ?? .object
      let stored = element === PSType.object ? nil : element
      if !isReadOnly { t.constructor("\(name) new()") { _ in ListObject([], type, elementType: stored) } }
      t.constructor("\(name) new(System.Collections.Generic.IList[T] list)") { a in
        try Ranges.notNull(a[0], "list")
        let made = ListObject(a.elements(0), type, elementType: stored)
        made.isReadOnly = isReadOnly
        return made
      }
      if !isReadOnly {
        t.method("void Add(T item)") { this, a in
          this.elements.append(a[0])
          return Value.void
        }
        t.method("void Clear()") { this, _ in
          this.elements.removeAll()
          return Value.void
        }
        t.method("void Insert(int index, T item)") { this, a in
          try ListMembers.place(a.int(0), this.elements.count, allowsEnd: true)
          this.elements.insert(a[1], at: a.int(0))
          return Value.void
        }
        t.method("bool Remove(T item)") { this, a in
          guard let place = try ListMembers.first(this.elements[...], a[0]) else { return false }
          this.elements.remove(at: place)
          return true
        }
        t.method("void RemoveAt(int index)") { this, a in
          try ListMembers.place(a.int(0), this.elements.count)
          this.elements.remove(at: a.int(0))
          return Value.void
        }
        addConversion(&t)
      }
      t.method("bool Contains(T item)") { this, a in try ListMembers.first(this.elements[...], a[0]) != nil }
      t.method("void CopyTo(T[] array, int index)") { this, a in
        try ArrayCopy.copy(this.elements, a, target: 0, at: a.int(1))
      }
      t.method("System.Collections.Generic.IEnumerator[T] GetEnumerator()") { this, _ in
        enumerator(this, "System.Collections.Generic.List`1+Enumerator")
      }
      t.method("int IndexOf(T item)") { this, a in try ListMembers.first(this.elements[...], a[0]) ?? -1 }
      t.method("T Item(int index) {get;set;}") { this, a in
        try ListMembers.place(a.int(0), this.elements.count)
        return this.elements[a.int(0)]
      }
      t.property("int Count {get;}") { $0.elements.count }
    }
  }
}

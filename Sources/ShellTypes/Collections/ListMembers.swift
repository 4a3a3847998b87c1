import ShellObjects

/// The members that ArrayList, List and Collection share, by the names of their parameters and types.
struct ListMembers {
  /// The element type in signatures: `System.Object`, or the argument of a generic list.
  let element: String
  /// The type of a collection argument.
  let collection: String
  let typeName: String
  /// What Remove answers: `bool` for generic lists, nothing for an ArrayList.
  let removeAnswers: Bool
  /// The names of the parameters for a value and for a collection.
  let valueName: String
  let collectionName: String

  func add(_ t: inout MemberList<ListObject>) {
    addChanges(&t)
    addRanges(&t)
    addSearch(&t)
    addOrder(&t)
    addCopies(&t)
  }

  static func check(_ list: ListObject) throws {
    if list.isReadOnly { throw NetException.notSupported("Collection is read-only.") }
  }

  static func place(_ index: Int, _ count: Int, allowsEnd: Bool = false) throws {
    guard index >= 0, index < count || (allowsEnd && index == count) else {
      throw Ranges.index("index", allowsEnd: allowsEnd)
    }
  }

  static func range(_ start: Int, _ count: Int, _ length: Int) throws -> Range<Int> {
    try Ranges.nonNegative(start, "index")
    try Ranges.nonNegative(count, "count")
    guard count <= length - start else {
      throw NetException.argument(
        "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
      )
    }
    return start..<start + count
  }

  private func addChanges(_ t: inout MemberList<ListObject>) {
    let (element, valueName) = (element, valueName)
    t.method("\(removeAnswers ? "void" : "int") Add(\(element) \(valueName))") { this, a in
      try Self.check(this)
      this.elements.append(a[0])
      return Value.int32(Int32(truncatingIfNeeded: this.elements.count - 1))
    }
    t.method("void Clear()") { this, _ in
      try Self.check(this)
      this.elements.removeAll()
      return Value.void
    }
    t.method("void Insert(int index, \(element) \(valueName))") { this, a in
      try Self.check(this)
      try Self.place(a.int(0), this.elements.count, allowsEnd: true)
      this.elements.insert(a[1], at: a.int(0))
      return Value.void
    }
    t.method("\(removeAnswers ? "bool" : "void") Remove(\(element) \(removeAnswers ? "item" : "obj"))") { this, a in
      try Self.check(this)
      guard let place = try Self.first(this.elements[...], a[0]) else { return false }
      this.elements.remove(at: place)
      return true
    }
    t.method("void RemoveAt(int index)") { this, a in
      try Self.check(this)
      try Self.place(a.int(0), this.elements.count)
      this.elements.remove(at: a.int(0))
      return Value.void
    }
    t.method("\(element) Item(int index) {get;set;}") { this, a in
      try Self.place(a.int(0), this.elements.count)
      return this.elements[a.int(0)]
    }
  }

  private func addRanges(_ t: inout MemberList<ListObject>) {
    let name = collectionName
    t.method("void AddRange(\(collection) \(name))") { this, a in
      try Self.check(this)
      try Ranges.notNull(a[0], name)
      this.elements += a.elements(0)
      return Value.void
    }
    t.method("void InsertRange(int index, \(collection) \(name))") { this, a in
      try Self.check(this)
      try Ranges.notNull(a[1], name)
      try Self.place(a.int(0), this.elements.count, allowsEnd: true)
      this.elements.insert(contentsOf: a.elements(1), at: a.int(0))
      return Value.void
    }
    t.method("void RemoveRange(int index, int count)") { this, a in
      try Self.check(this)
      this.elements.removeSubrange(try Self.range(a.int(0), a.int(1), this.elements.count))
      return Value.void
    }
    t.method("\(typeName) GetRange(int index, int count)") { this, a in
      let range = try Self.range(a.int(0), a.int(1), this.elements.count)
      return ListObject(Array(this.elements[range]), this.type, elementType: this.elementType)
    }
  }

  static func first(_ values: ArraySlice<Value>, _ wanted: Value) throws -> Int? {
    for index in values.indices where try values[index].netEquals(wanted) { return index }
    return nil
  }

  static func last(_ values: ArraySlice<Value>, _ wanted: Value) throws -> Int? {
    for index in values.indices.reversed() where try values[index].netEquals(wanted) { return index }
    return nil
  }

  private func addSearch(_ t: inout MemberList<ListObject>) {
    let start = removeAnswers ? "index" : "startIndex"
    t.method("bool Contains(\(element) item)") { this, a in try Self.first(this.elements[...], a[0]) != nil }
    t.method("int IndexOf(\(element) \(valueName))") { this, a in try Self.first(this.elements[...], a[0]) ?? -1 }
    t.method("int IndexOf(\(element) \(valueName), int \(start))") { this, a in
      guard (0...this.elements.count).contains(a.int(1)) else { throw Ranges.index(start, allowsEnd: true) }
      return try Self.first(this.elements[a.int(1)...], a[0]) ?? -1
    }
    t.method("int IndexOf(\(element) \(valueName), int \(start), int count)") { this, a in
      let range = try Ranges.search(a.int(1), a.int(2), this.elements.count)
      return try Self.first(this.elements[range], a[0]) ?? -1
    }
    t.method("int LastIndexOf(\(element) \(valueName))") { this, a in try Self.last(this.elements[...], a[0]) ?? -1 }
    t.method("int LastIndexOf(\(element) \(valueName), int \(start))") { this, a in
      try Self.last(try Self.backwards(this, a.int(1), a.int(1) + 1, start), a[0]) ?? -1
    }
    t.method("int LastIndexOf(\(element) \(valueName), int \(start), int count)") { this, a in
      try Self.last(try Self.backwards(this, a.int(1), a.int(2), start), a[0]) ?? -1
    }
    let comparer = removeAnswers ? "System.Collections.Generic.IComparer[\(element)]" : "System.Collections.IComparer"
    t.method("int BinarySearch(\(element) \(valueName))") { this, a in
      try StableSort.search(this.elements, a[0], ValueComparer.order)
    }
    t.method("int BinarySearch(\(element) \(valueName), \(comparer) comparer)") { this, a in
      try StableSort.search(this.elements, a[0], try a.order(1))
    }
  }

  private static func backwards(
    _ list: ListObject, _ start: Int, _ count: Int, _ name: String
  ) throws -> ArraySlice<Value> {
    if list.elements.isEmpty { return [] }
    guard start >= 0, start < list.elements.count else { throw Ranges.index(name) }
    guard count >= 0, count <= start + 1 else { throw Ranges.index("count", allowsEnd: true) }
    return list.elements[start - count + 1...start]
  }

  private func addOrder(_ t: inout MemberList<ListObject>) {
    let comparer = removeAnswers ? "System.Collections.Generic.IComparer[\(element)]" : "System.Collections.IComparer"
    t.method("void Reverse()") { this, _ in
      try Self.check(this)
      this.elements.reverse()
      return Value.void
    }
    t.method("void Reverse(int index, int count)") { this, a in
      let range = try Self.range(a.int(0), a.int(1), this.elements.count)
      this.elements.replaceSubrange(range, with: this.elements[range].reversed())
      return Value.void
    }
    t.method("void Sort()") { this, _ in
      try Self.check(this)
      this.elements = try StableSort.sorted(this.elements, ValueComparer.order)
      return Value.void
    }
    t.method("void Sort(\(comparer) comparer)") { this, a in
      this.elements = try StableSort.sorted(this.elements, try a.order(0))
      return Value.void
    }
    t.method("void Sort(int index, int count, \(comparer) comparer)") { this, a in
      let range = try Self.range(a.int(0), a.int(1), this.elements.count)
      this.elements.replaceSubrange(range, with: try StableSort.sorted(Array(this.elements[range]), try a.order(2)))
      return Value.void
    }
  }

  private func addCopies(_ t: inout MemberList<ListObject>) {
    let array = removeAnswers ? "\(element)[]" : "array"
    t.method("void CopyTo(\(array) array)") { this, a in try ArrayCopy.copy(this.elements, a, target: 0, at: 0) }
    t.method("void CopyTo(\(array) array, int arrayIndex)") { this, a in
      try ArrayCopy.copy(this.elements, a, target: 0, at: a.int(1))
    }
    t.method("void CopyTo(int index, \(array) array, int arrayIndex, int count)") { this, a in
      let range = try Self.range(a.int(0), a.int(3), this.elements.count)
      return try ArrayCopy.copy(Array(this.elements[range]), a, target: 1, at: a.int(2))
    }
    t.method("\(element)[] ToArray()") { this, _ in
      PSArray(this.elements, elementType: this.elementType ?? .object)
    }
    t.property("int Count {get;}") { $0.elements.count }
    t.property("int Capacity {get;set;}") {
      max($0.elements.count, $0.elements.isEmpty ? 0 : 4)
    } set: { this, new in
      guard new.integer(Int.self) >= this.elements.count else {
        throw NetException.outOfRange("capacity was less than the current size.", "value")
      }
    }
  }
}

/// Copying elements into an array that the caller gives.
enum ArrayCopy {
  static func copy(_ values: [Value], _ a: Arguments, target: Int, at place: Int) throws -> Value {
    guard let array = a.object(target, PSArray.self) else { throw NetException.argumentNull("destinationArray") }
    try Ranges.nonNegative(place, "destinationIndex")
    guard values.count <= array.elements.count - place else {
      throw NetException.argument(
        "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
        "destinationArray")
    }
    for (offset, value) in values.enumerated() {
      array.elements[place + offset] = try cast(value, to: array.elementType)
    }
    return .void
  }

  /// A value as an element of an array; numbers widen, other types must fit.
  static func cast(_ value: Value, to type: PSType) throws -> Value {
    if type === PSType.object || value.type === type || value.type.isAssignable(to: type) { return value }
    if value.isNull, !type.isValueType { return value }
    if ConversionRank.between(value.type, type) == .numericImplicit { return try value.converted(to: type) }
    throw NetException(
      "System.InvalidCastException",
      "At least one element in the source array could not be cast down to the destination array type.")
  }
}

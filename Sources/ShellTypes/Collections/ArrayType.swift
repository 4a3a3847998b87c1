import ShellObjects

/// System.Array: the members of every array, and its statics.
enum ArrayType {
  static let declaration = TypeDeclaration(
    "System.Array", accelerators: ["array"],
    interfaces: [
      "System.ICloneable", "System.Collections.IList", "System.Collections.ICollection",
      "System.Collections.IEnumerable",
    ], of: PSArray.self
  ) { t in
    addMembers(&t)
    addAccess(&t)
    addCopying(&t)
    addOrdering(&t)
    addSearching(&t)
    addDelegates(&t)
  }

  private static let outside = NetException(
    "System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
  private static let fixedSize = NetException.notSupported("Collection was of a fixed size.")

  private static func addMembers(_ t: inout MemberList<PSArray>) {
    t.alias("Count", "Length")
    t.property("int Length {get;}") { $0.elements.count }
    t.property("long LongLength {get;}") { Int64($0.elements.count) }
    t.property("int Rank {get;}") { _ in 1 }
    t.property("System.Object SyncRoot {get;}") { $0 }
    t.property("bool IsReadOnly {get;}") { _ in false }
    t.property("bool IsFixedSize {get;}") { _ in true }
    t.property("bool IsSynchronized {get;}") { _ in false }
    t.method("System.Object Clone()") { this, _ in PSArray(this.elements, elementType: this.elementType) }
    t.method("System.Collections.IEnumerator GetEnumerator()") { this, _ in
      Enumerator.value(this.elements, "System.ArrayEnumerator")
    }
    t.method("int GetLength(int dimension)") { this, a in
      try dimension(a.int(0))
      return this.elements.count
    }
    t.method("long GetLongLength(int dimension)") { this, a in
      try dimension(a.int(0))
      return Int64(this.elements.count)
    }
    t.method("int GetLowerBound(int dimension)") { _, a in
      try dimension(a.int(0))
      return 0
    }
    t.method("int GetUpperBound(int dimension)") { this, a in
      try dimension(a.int(0))
      return this.elements.count - 1
    }
    t.method("void Initialize()") { _, _ in Value.void }
    // The members of IList that arrays have for PowerShell.
    t.method("int Add(System.Object value)") { _, _ -> Value in throw fixedSize }
    t.method("void Insert(int index, System.Object value)") { _, _ -> Value in throw fixedSize }
    t.method("void Remove(System.Object value)") { _, _ -> Value in throw fixedSize }
    t.method("void RemoveAt(int index)") { _, _ -> Value in throw fixedSize }
    t.method("void Clear()") { this, _ in
      let empty = try defaultValue(this.elementType)
      this.elements = Array(repeating: empty, count: this.elements.count)
      return Value.void
    }
    t.method("bool Contains(System.Object value)") { this, a in try ListMembers.first(this.elements[...], a[0]) != nil }
    t.method("int IndexOf(System.Object value)") { this, a in try ListMembers.first(this.elements[...], a[0]) ?? -1 }
  }

  private static func dimension(_ number: Int) throws {
    if number != 0 {
      throw NetException("System.IndexOutOfRangeException", "Array does not have that many dimensions.")
    }
  }

  /// What an element of a new array holds.
  static func defaultValue(_ type: PSType) throws -> Value {
    if type.isEnum { return .object(EnumObject(0, type)) }
    if type.code == .string { return .null }
    if type.code.isNumeric || type.code == .boolean || type.code == .char { return try Value.null.converted(to: type) }
    guard type.isValueType, let empty = type.members.constructors.first(where: { $0.signature.parameters.isEmpty })
    else { return .null }
    return try empty.call?(.null, Arguments([])) ?? .null
  }

  private static func addAccess(_ t: inout MemberList<PSArray>) {
    for type in ["int", "long"] {
      t.method("System.Object GetValue(\(type) index)") { this, a in
        guard this.elements.indices.contains(a.int(0)) else { throw outside }
        return this.elements[a.int(0)]
      }
      t.method("void SetValue(System.Object value, \(type) index)") { this, a in
        guard this.elements.indices.contains(a.int(1)) else { throw outside }
        guard let stored = try? ArrayCopy.cast(a[0], to: this.elementType) else {
          throw NetException("System.InvalidCastException", "Object cannot be stored in an array of this type.")
        }
        this.elements[a.int(1)] = stored
        return Value.void
      }
      t.method("void CopyTo(array array, \(type) index)") { this, a in
        try ArrayCopy.copy(this.elements, a, target: 0, at: a.int(1))
      }
    }
    t.method("System.Object Get(int index)") { this, a in
      guard this.elements.indices.contains(a.int(0)) else { throw outside }
      return this.elements[a.int(0)]
    }
    t.method("void Set(int index, System.Object value)") { this, a in
      guard this.elements.indices.contains(a.int(0)) else { throw outside }
      this.elements[a.int(0)] = try a[1].converted(to: this.elementType)
      return Value.void
    }
    t.staticMethod("static array CreateInstance(type elementType, int length)") { a in
      guard let type = a.object(0, TypeObject.self)?.represented else { throw NetException.argumentNull("elementType") }
      try Ranges.nonNegative(a.int(1), "length")
      return PSArray(Array(repeating: try defaultValue(type), count: a.int(1)), elementType: type)
    }
    t.staticMethod("static T[] Empty[T]()") { a in PSArray([], elementType: a.typeArguments.first ?? .object) }
  }

  private static func array(_ a: Arguments, _ index: Int, _ name: String = "array") throws -> PSArray {
    guard let array = a.object(index, PSArray.self) else { throw NetException.argumentNull(name) }
    return array
  }

  private static func addCopying(_ t: inout MemberList<PSArray>) {
    for type in ["int", "long"] {
      t.staticMethod("static void Copy(array sourceArray, array destinationArray, \(type) length)") { a in
        try copy(a, from: 0, target: 1, at: 0, count: a.int(2))
      }
      t.staticMethod(
        "static void Copy(array sourceArray, \(type) sourceIndex, array destinationArray, \(type) destinationIndex, \(type) length)"
      ) { a in try copy(a, from: a.int(1), target: 2, at: a.int(3), count: a.int(4)) }
    }
    t.staticMethod(
      "static void ConstrainedCopy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)"
    ) { a in try copy(a, from: a.int(1), target: 2, at: a.int(3), count: a.int(4)) }
    t.staticMethod("static void Clear(array array)") { a in
      let array = try array(a, 0)
      array.elements = Array(repeating: try defaultValue(array.elementType), count: array.elements.count)
      return Value.void
    }
    t.staticMethod("static void Clear(array array, int index, int length)") { a in
      let array = try array(a, 0)
      guard a.int(1) >= 0, a.int(2) >= 0, a.int(2) <= array.elements.count - a.int(1) else { throw outside }
      let empty = try defaultValue(array.elementType)
      for index in a.int(1)..<a.int(1) + a.int(2) { array.elements[index] = empty }
      return Value.void
    }
    t.staticMethod("static void Fill[T](T[] array, T value)") { a in
      let array = try array(a, 0)
      array.elements = Array(repeating: try a[1].converted(to: array.elementType), count: array.elements.count)
      return Value.void
    }
    t.staticMethod("static void Fill[T](T[] array, T value, int startIndex, int count)") { a in
      let array = try array(a, 0)
      for index in try ListMembers.range(a.int(2), a.int(3), array.elements.count) {
        array.elements[index] = try a[1].converted(to: array.elementType)
      }
      return Value.void
    }
    t.staticMethod("static void Resize[T]([ref] T[] array, int newSize)") { a in
      try Ranges.nonNegative(a.int(1), "newSize")
      let old = a[0].object(as: ReferenceObject.self)?.cell.current.object(as: PSArray.self)
      let type = old?.elementType ?? .object
      let kept = old?.elements.prefix(a.int(1)) ?? []
      let rest = Array(repeating: try defaultValue(type), count: a.int(1) - kept.count)
      try a.setReference(0, .object(PSArray(kept + rest, elementType: type)))
      return Value.void
    }
  }

  private static func copy(_ a: Arguments, from start: Int, target: Int, at place: Int, count: Int) throws -> Value {
    let source = try array(a, 0, "sourceArray")
    guard a.object(target, PSArray.self) != nil else { throw NetException.argumentNull("destinationArray") }
    try Ranges.nonNegative(count, "length")
    try Ranges.nonNegative(start, "sourceIndex")
    guard count <= source.elements.count - start else {
      throw NetException.argument(
        "Source array was not long enough. Check the source index, length, and the array's lower bounds.", "sourceArray"
      )
    }
    return try ArrayCopy.copy(Array(source.elements[start..<start + count]), a, target: target, at: place)
  }

  // MARK: Order

  private static func addOrdering(_ t: inout MemberList<PSArray>) {
    t.staticMethod("static void Reverse(array array)") { a in
      try array(a, 0).elements.reverse()
      return Value.void
    }
    t.staticMethod("static void Reverse(array array, int index, int length)") { a in
      let array = try array(a, 0)
      let range = try ListMembers.range(a.int(1), a.int(2), array.elements.count)
      array.elements.replaceSubrange(range, with: array.elements[range].reversed())
      return Value.void
    }
    t.staticMethod("static void Sort(array array)") { a in try sort(a, nil, ValueComparer.order) }
    t.staticMethod("static void Sort(array array, System.Collections.IComparer comparer)") { a in
      try sort(a, nil, try a.order(1))
    }
    t.staticMethod("static void Sort(array array, int index, int length)") { a in
      try sort(a, (a.int(1), a.int(2)), ValueComparer.order)
    }
    t.staticMethod("static void Sort(array array, int index, int length, System.Collections.IComparer comparer)") { a in
      try sort(a, (a.int(1), a.int(2)), try a.order(3))
    }
    t.staticMethod("static void Sort[T](T[] array, System.Comparison[T] comparison)") { a in
      try sort(a, nil, try a.order(1))
    }
    t.staticMethod("static void Sort(array keys, array items)") { a in
      let keys = try array(a, 0, "keys")
      let items = try array(a, 1, "items")
      guard items.elements.count >= keys.elements.count else {
        throw NetException.argument("Keys array must not be longer than the items array.")
      }
      let places = try StableSort.sorted(keys.elements.indices.map { .int32(Int32(truncatingIfNeeded: $0)) }) {
        try ValueComparer.order(keys.elements[$0.integer()], keys.elements[$1.integer()])
      }
      let order = places.map { $0.integer(Int.self) }
      let moved = order.map { items.elements[$0] }
      keys.elements = order.map { keys.elements[$0] }
      items.elements.replaceSubrange(0..<moved.count, with: moved)
      return Value.void
    }
    t.staticMethod("static int BinarySearch(array array, System.Object value)") { a in
      try StableSort.search(try array(a, 0).elements, a[1], ValueComparer.order)
    }
    t.staticMethod("static int BinarySearch(array array, System.Object value, System.Collections.IComparer comparer)") {
      a in
      try StableSort.search(try array(a, 0).elements, a[1], try a.order(2))
    }
  }

  private static func sort(
    _ a: Arguments, _ part: (Int, Int)?, _ order: (Value, Value) throws -> Int
  ) throws -> Value {
    let array = try array(a, 0)
    guard let part else {
      array.elements = try StableSort.sorted(array.elements, order)
      return .void
    }
    let range = try ListMembers.range(part.0, part.1, array.elements.count)
    array.elements.replaceSubrange(range, with: try StableSort.sorted(Array(array.elements[range]), order))
    return .void
  }

  // MARK: Search

  private static func addSearching(_ t: inout MemberList<PSArray>) {
    t.staticMethod("static int IndexOf(array array, System.Object value)") { a in
      try ListMembers.first(try array(a, 0).elements[...], a[1]) ?? -1
    }
    t.staticMethod("static int IndexOf(array array, System.Object value, int startIndex)") { a in
      let array = try array(a, 0)
      guard (0...array.elements.count).contains(a.int(2)) else { throw Ranges.index("startIndex", allowsEnd: true) }
      return try ListMembers.first(array.elements[a.int(2)...], a[1]) ?? -1
    }
    t.staticMethod("static int IndexOf(array array, System.Object value, int startIndex, int count)") { a in
      let array = try array(a, 0)
      return try ListMembers.first(array.elements[try Ranges.search(a.int(2), a.int(3), array.elements.count)], a[1])
        ?? -1
    }
    t.staticMethod("static int LastIndexOf(array array, System.Object value)") { a in
      try ListMembers.last(try array(a, 0).elements[...], a[1]) ?? -1
    }
    t.staticMethod("static int LastIndexOf(array array, System.Object value, int startIndex)") { a in
      let array = try array(a, 0)
      guard array.elements.indices.contains(a.int(2)) else { throw Ranges.index("startIndex") }
      return try ListMembers.last(array.elements[...a.int(2)], a[1]) ?? -1
    }
  }

  private static func addDelegates(_ t: inout MemberList<PSArray>) {
    let match = "T[] array, System.Predicate[T] match"
    t.staticMethod("static bool Exists[T](\(match))") { a in
      let call = try a.delegate(1, "match")
      return try array(a, 0).elements.contains { try call.call($0).isTrue }
    }
    t.staticMethod("static T Find[T](\(match))") { a in
      let call = try a.delegate(1, "match")
      return try array(a, 0).elements.first { try call.call($0).isTrue }
    }
    t.staticMethod("static T FindLast[T](\(match))") { a in
      let call = try a.delegate(1, "match")
      return try array(a, 0).elements.last { try call.call($0).isTrue }
    }
    t.staticMethod("static T[] FindAll[T](\(match))") { a in
      let call = try a.delegate(1, "match")
      let array = try array(a, 0)
      return PSArray(try array.elements.filter { try call.call($0).isTrue }, elementType: array.elementType)
    }
    t.staticMethod("static int FindIndex[T](\(match))") { a in
      let call = try a.delegate(1, "match")
      return try array(a, 0).elements.firstIndex { try call.call($0).isTrue } ?? -1
    }
    t.staticMethod("static int FindLastIndex[T](\(match))") { a in
      let call = try a.delegate(1, "match")
      return try array(a, 0).elements.lastIndex { try call.call($0).isTrue } ?? -1
    }
    t.staticMethod("static void ForEach[T](T[] array, System.Action[T] action)") { a in
      let call = try a.delegate(1, "action")
      for element in try array(a, 0).elements { _ = try call.call(element) }
      return Value.void
    }
    t.staticMethod("static bool TrueForAll[T](\(match))") { a in
      let call = try a.delegate(1, "match")
      return try array(a, 0).elements.allSatisfy { try call.call($0).isTrue }
    }
    t.staticMethod(
      "static TOutput[] ConvertAll[TInput, TOutput](TInput[] array, System.Converter[TInput,TOutput] converter)"
    ) { a in
      let call = try a.delegate(1, "converter")
      return PSArray(try array(a, 0).elements.map { try call.call($0) }, elementType: a.typeArguments.last ?? .object)
    }
    t.staticMethod("static System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly[T](T[] array)") { a in
      let array = try array(a, 0)
      let type = TypeRegistry.genericType("System.Collections.ObjectModel.ReadOnlyCollection`1", [array.elementType])
      let made = ListObject(array.elements, type ?? .arrayBase)
      made.isReadOnly = true
      return made
    }
  }
}

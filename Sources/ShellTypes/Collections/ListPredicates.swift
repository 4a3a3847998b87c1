import ShellObjects

/// The members of List`1 that take a delegate.
enum ListPredicates {
  static func add(_ t: inout MemberList<ListObject>) {
    addFind(&t)
    addFindIndex(&t)
    let type = t.type
    t.method("System.Collections.Generic.List[TOutput] ConvertAll[TOutput](System.Converter[T,TOutput] converter)") {
      this, a in
      let call = try a.delegate(0, "converter")
      let made = try this.elements.map { try call.call($0) }
      let element = a.typeArguments.first ?? .object
      return ListObject(made, TypeRegistry.genericType("System.Collections.Generic.List`1", [element]) ?? type)
    }
    t.method("void ForEach(System.Action[T] action)") { this, a in
      let call = try a.delegate(0, "action")
      for element in this.elements { _ = try call.call(element) }
      return Value.void
    }
    t.method("int RemoveAll(System.Predicate[T] match)") { this, a in
      let call = try a.delegate(0, "match")
      let kept = try this.elements.filter { try !call.call($0).isTrue }
      let removed = this.elements.count - kept.count
      this.elements = kept
      return removed
    }
    t.method("void Sort(System.Comparison[T] comparison)") { this, a in
      this.elements = try StableSort.sorted(this.elements, try a.order(0))
      return Value.void
    }
    t.method("bool TrueForAll(System.Predicate[T] match)") { this, a in
      let call = try a.delegate(0, "match")
      return try this.elements.allSatisfy { try call.call($0).isTrue }
    }
  }

  private static func addFind(_ t: inout MemberList<ListObject>) {
    let type = t.type
    let element = type.genericArguments.first ?? .object
    @Sendable func missing() throws -> Value { element.isValueType ? try Value.int32(0).converted(to: element) : .null }
    t.method("bool Exists(System.Predicate[T] match)") { this, a in
      let call = try a.delegate(0, "match")
      return try this.elements.contains { try call.call($0).isTrue }
    }
    t.method("T Find(System.Predicate[T] match)") { this, a in
      let call = try a.delegate(0, "match")
      return try this.elements.first { try call.call($0).isTrue } ?? missing()
    }
    t.method("T FindLast(System.Predicate[T] match)") { this, a in
      let call = try a.delegate(0, "match")
      return try this.elements.last { try call.call($0).isTrue } ?? missing()
    }
    t.method("System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)") { this, a in
      let call = try a.delegate(0, "match")
      return ListObject(try this.elements.filter { try call.call($0).isTrue }, type, elementType: this.elementType)
    }
  }

  private static func addFindIndex(_ t: inout MemberList<ListObject>) {
    @Sendable func find(_ values: ArraySlice<Value>, _ call: DelegateCall, isLast: Bool) throws -> Int {
      let found =
        isLast ? try values.lastIndex { try call.call($0).isTrue } : try values.firstIndex { try call.call($0).isTrue }
      return found ?? -1
    }
    t.method("int FindIndex(System.Predicate[T] match)") { this, a in
      try find(this.elements[...], try a.delegate(0, "match"), isLast: false)
    }
    t.method("int FindIndex(int startIndex, System.Predicate[T] match)") { this, a in
      guard (0...this.elements.count).contains(a.int(0)) else { throw Ranges.index("startIndex", allowsEnd: true) }
      return try find(this.elements[a.int(0)...], try a.delegate(1, "match"), isLast: false)
    }
    t.method("int FindIndex(int startIndex, int count, System.Predicate[T] match)") { this, a in
      let range = try Ranges.search(a.int(0), a.int(1), this.elements.count)
      return try find(this.elements[range], try a.delegate(2, "match"), isLast: false)
    }
    t.method("int FindLastIndex(System.Predicate[T] match)") { this, a in
      try find(this.elements[...], try a.delegate(0, "match"), isLast: true)
    }
    t.method("int FindLastIndex(int startIndex, System.Predicate[T] match)") { this, a in
      guard this.elements.indices.contains(a.int(0)) else { throw Ranges.index("startIndex") }
      return try find(this.elements[...a.int(0)], try a.delegate(1, "match"), isLast: true)
    }
  }
}

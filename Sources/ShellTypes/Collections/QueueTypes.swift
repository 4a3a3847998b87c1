import ShellObjects

/// The state behind a queue or stack: elements in the order they come out.
final class Line {
  private var storage: [Value] = []
  private var head = 0
  let isStack: Bool
  private(set) var version = 0

  init(isStack: Bool, _ elements: [Value] = []) {
    self.isStack = isStack
    storage = elements
  }

  var count: Int { storage.count - head }

  /// A queue's first element first, a stack's last one first.
  var values: [Value] { isStack ? storage.reversed() : Array(storage[head...]) }

  var next: Value? { isStack ? storage.last : head < storage.count ? storage[head] : nil }

  func put(_ value: Value) {
    version &+= 1
    storage.append(value)
  }

  func take() -> Value? {
    version &+= 1
    if isStack { return storage.popLast() }
    guard head < storage.count else { return nil }
    let value = storage[head]
    storage[head] = .null
    head += 1
    if head > 32, head * 2 > storage.count {
      storage.removeFirst(head)
      head = 0
    }
    return value
  }

  func removeAll() {
    version &+= 1
    storage.removeAll()
    head = 0
  }

  func copy() -> Line { Line(isStack: isStack, isStack ? storage : values) }
}

/// Queue, Stack, their generic forms and the concurrent ones.
enum QueueTypes {
  static let declarations: [TypeDeclaration] = [
    make("System.Collections.Queue", isStack: false), make("System.Collections.Stack", isStack: true),
    make("System.Collections.Generic.Queue`1", isStack: false),
    make("System.Collections.Generic.Stack`1", isStack: true),
    make("System.Collections.Concurrent.ConcurrentQueue`1", isStack: false),
    make("System.Collections.Concurrent.ConcurrentStack`1", isStack: true),
    make("System.Collections.Concurrent.ConcurrentBag`1", isStack: true),
  ]

  private static func make(_ name: String, isStack: Bool) -> TypeDeclaration {
    let isGeneric = name.hasSuffix("`1")
    let interfaces = ["System.Collections.ICollection", "System.Collections.IEnumerable"]
    return TypeDeclaration(
      name, interfaces: interfaces + (isGeneric ? ["System.Collections.Generic.IEnumerable`1"] : ["System.ICloneable"]),
      of: Line.self
    ) { t in
      let element = isGeneric ? "T" : "System.Object"
      addConstructors(&t, name, isStack: isStack, isGeneric: isGeneric)
      addFlow(&t, name, element, isStack: isStack)
      addCollection(&t, name, element, isGeneric: isGeneric)
      t.behavior.count = { $0.payload(Line.self)?.count ?? 0 }
      t.behavior.elements = { value, body in
        guard let line = value.payload(Line.self) else { return }
        let version = line.version
        for element in line.values {
          if line.version != version {
            throw NetException.invalidOperation("Collection was modified; enumeration operation may not execute.")
          }
          if try !body(element) { return }
        }
      }
    }
  }

  private static func addConstructors(_ t: inout MemberList<Line>, _ name: String, isStack: Bool, isGeneric: Bool) {
    let type = t.type
    let element = type.genericArguments.first
    t.constructor("\(name) new()") { _ in Value.object(Box(Line(isStack: isStack), type)) }
    t.constructor(
      "\(name) new(\(isGeneric ? "System.Collections.Generic.IEnumerable[T] collection" : "System.Collections.ICollection col"))"
    ) {
      a in
      try Ranges.notNull(a[0], isGeneric ? "collection" : "col")
      return Value.object(Box(Line(isStack: isStack, a.elements(0)), type))
    }
    t.constructor("\(name) new(int capacity)") { a in
      try Ranges.nonNegative(a.int(0), "capacity")
      return Value.object(Box(Line(isStack: isStack), type))
    }
    t.behavior.convert = { value, wanted in
      guard wanted === type, value.isEnumerable else { return nil }
      let elements = try value.enumerated()
      guard let element, element !== PSType.object else { return .object(Box(Line(isStack: isStack, elements), type)) }
      return .object(Box(Line(isStack: isStack, try elements.map { try $0.converted(to: element) }), type))
    }
  }

  private static func addFlow(_ t: inout MemberList<Line>, _ name: String, _ element: String, isStack: Bool) {
    let empty = NetException.invalidOperation(isStack ? "Stack empty." : "Queue empty.")
    let isConcurrent = name.contains("Concurrent")
    let put = name.contains("Bag") ? "Add" : isStack ? "Push" : "Enqueue"
    let take = isStack ? "Pop" : "Dequeue"
    let parameter = element == "T" ? "item" : "obj"
    t.method("void \(put)(\(element) \(parameter))") { this, a in
      this.put(a[0])
      return Value.void
    }
    if !isConcurrent {
      t.method("\(element) \(take)()") { this, _ in
        guard let value = this.take() else { throw empty }
        return value
      }
      t.method("\(element) Peek()") { this, _ in
        guard let value = this.next else { throw empty }
        return value
      }
    }
    if element == "T" {
      t.method("bool Try\(name.contains("Bag") ? "Take" : take)([ref] T result)") { this, a in
        let value = this.take()
        try a.setReference(0, value ?? .null)
        return value != nil
      }
      t.method("bool TryPeek([ref] T result)") { this, a in
        try a.setReference(0, this.next ?? .null)
        return this.next != nil
      }
    }
    if isConcurrent { t.property("bool IsEmpty {get;}") { $0.count == 0 } }
  }

  private static func addCollection(_ t: inout MemberList<Line>, _ name: String, _ element: String, isGeneric: Bool) {
    let type = t.type
    let arrayElement = type.genericArguments.first ?? .object
    t.method("void Clear()") { this, _ in
      this.removeAll()
      return Value.void
    }
    t.method("bool Contains(\(element) \(isGeneric ? "item" : "obj"))") { this, a in
      try ListMembers.first(this.values[...], a[0]) != nil
    }
    t.method("void CopyTo(\(isGeneric ? "T[] array, int arrayIndex" : "array array, int index"))") { this, a in
      try ArrayCopy.copy(this.values, a, target: 0, at: a.int(1))
    }
    t.method("System.Collections.IEnumerator GetEnumerator()") { this, _ in
      let version = this.version
      return Enumerator.value(this.values, "System.Collections.EnumeratorObject") { this.version != version }
    }
    t.method("\(element)[] ToArray()") { this, _ in PSArray(this.values, elementType: arrayElement) }
    t.property("int Count {get;}") { $0.count }
    if isGeneric {
      t.method("void TrimExcess()") { _, _ in Value.void }
      t.method("int EnsureCapacity(int capacity)") { this, a in max(a.int(0), this.count) }
    } else {
      t.method("System.Object Clone()") { this, _ in Value.object(Box(this.copy(), type)) }
      t.property("bool IsSynchronized {get;}") { _ in false }
      t.property("System.Object SyncRoot {get;}") { Value.object(Box($0, type)) }
      t.staticMethod("static \(name) Synchronized(\(name) \(name.contains("Stack") ? "stack" : "queue"))") { a in a[0] }
    }
  }
}

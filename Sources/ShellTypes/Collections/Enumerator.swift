import ShellObjects

/// What `GetEnumerator()` gives: a position in a list of values.
final class Enumerator {
  let values: [Value]
  private var position = -1
  /// Whether the collection changed since; asked at every step.
  private let isStale: () -> Bool

  init(_ values: [Value], isStale: @escaping () -> Bool = { false }) {
    self.values = values
    self.isStale = isStale
  }

  static func value(_ values: [Value], _ typeName: String, isStale: @escaping () -> Bool = { false }) -> Value {
    .object(Box(Enumerator(values, isStale: isStale), PSType.named(typeName)))
  }

  func moveNext() throws -> Bool {
    if isStale() {
      throw NetException.invalidOperation("Collection was modified; enumeration operation may not execute.")
    }
    if position < values.count { position += 1 }
    return position < values.count
  }

  func current() throws -> Value {
    guard position >= 0 else {
      throw NetException.invalidOperation("Enumeration has not started. Call MoveNext.")
    }
    guard position < values.count else { throw NetException.invalidOperation("Enumeration already finished.") }
    return values[position]
  }

  func reset() { position = -1 }

  /// What is left, for a pipeline that takes the enumerator apart.
  var rest: ArraySlice<Value> { values[min(max(position + 1, 0), values.count)...] }
}

/// The enumerator types by the names that scripts see.
enum Enumerators {
  static let declarations: [TypeDeclaration] =
    [
      "System.CharEnumerator", "System.ArrayEnumerator", "System.Collections.ArrayList+ArrayListEnumeratorSimple",
      "System.Collections.Generic.List`1+Enumerator", "System.Collections.Generic.HashSet`1+Enumerator",
      "System.Collections.Generic.Queue`1+Enumerator", "System.Collections.Generic.Stack`1+Enumerator",
      "System.Collections.Queue+QueueEnumerator", "System.Collections.Stack+StackEnumerator",
      "System.Collections.EnumeratorObject",
    ].map { make($0) { _ in } }
    + [
      "System.Collections.Hashtable+HashtableEnumerator",
      "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator",
      "System.Collections.SortedList+SortedListEnumerator", "System.Collections.Generic.Dictionary`2+Enumerator",
      "System.Collections.Generic.SortedDictionary`2+Enumerator",
      "System.Collections.Generic.SortedList`2+Enumerator",
    ].map { make($0, addDictionaryMembers) }

  private static func make(
    _ name: String, _ more: @escaping @Sendable (inout MemberList<Enumerator>) -> Void
  ) -> TypeDeclaration {
    TypeDeclaration(
      name, interfaces: ["System.Collections.IEnumerator", "System.ICloneable", "System.IDisposable"],
      of: Enumerator.self
    ) { t in
      t.method("System.Object Clone()") { this, _ in Enumerator.value(this.values, name) }
      t.method("void Dispose()") { _, _ in Value.void }
      t.method("bool MoveNext()") { this, _ in try this.moveNext() }
      t.method("void Reset()") { this, _ in
        this.reset()
        return Value.void
      }
      t.property("System.Object Current {get;}") { try $0.current() }
      t.behavior.elements = { value, body in
        guard let enumerator = value.payload(Enumerator.self) else { return }
        while try enumerator.moveNext() {
          if try !body(enumerator.current()) { return }
        }
      }
      more(&t)
    }
  }

  @Sendable private static func addDictionaryMembers(_ t: inout MemberList<Enumerator>) {
    t.property("System.Collections.DictionaryEntry Entry {get;}") { try $0.current() }
    t.property("System.Object Key {get;}") { try $0.current().property("Key") }
    t.property("System.Object Value {get;}") { try $0.current().property("Value") }
    t.property("string Name {get;}") { try $0.current().property("Name") }
  }
}

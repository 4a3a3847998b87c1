/// An `IEnumerator`: `$input`, or what `GetEnumerator()` gives.
///
/// Consumed once unless reset.
package final class EnumeratorObject: PSObject {
  private let elements: [Value]
  private var position = -1

  private init(_ elements: [Value]) {
    self.elements = elements
    super.init()
  }

  package static func over(_ elements: [Value]) -> EnumeratorObject { EnumeratorObject(elements) }

  package override var type: PSType { PSType.named("System.Collections.ArrayList+ArrayListEnumeratorSimple") }
  package override var isEnumerable: Bool { true }

  package override func forEachElement(_ body: (Value) throws -> Bool) throws {
    while moveNext() { if try !body(elements[position]) { return } }
  }

  package var current: Value { position >= 0 && position < elements.count ? elements[position] : .null }

  package func moveNext() -> Bool {
    if position < elements.count { position += 1 }
    return position < elements.count
  }

  package func reset() { position = -1 }
}

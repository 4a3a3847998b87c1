/// A growable list: `List[T]`, `ArrayList`, `Collection[T]` and their like.
package final class ListObject: PSObject {
  package var elements: [Value]
  private let listType: PSType
  /// What elements are converted to; nil for lists of objects.
  package let elementType: PSType?
  package var isReadOnly = false

  package init(_ elements: [Value] = [], _ type: PSType, elementType: PSType? = nil) {
    self.elements = elements
    listType = type
    self.elementType = elementType
    super.init(kind: .list)
  }

  package override var type: PSType { listType }
  package override var isEnumerable: Bool { true }
  package override var elementCount: Int? { elements.count }
  package override func text() throws -> String { listType.fullName }

  package override func forEachElement(_ body: (Value) throws -> Bool) throws {
    let count = elements.count
    var index = 0
    while index < elements.count {
      if try !body(elements[index]) { return }
      if elements.count != count {
        throw NetException.invalidOperation("Collection was modified; enumeration operation may not execute.")
      }
      index += 1
    }
  }

  package override func element(at index: Value) throws -> Value? {
    guard let position = try index.arrayIndex(count: elements.count) else { return .null }
    return elements[position]
  }

  package override func setElement(at index: Value, _ value: Value) throws -> Bool {
    guard let position = try index.arrayIndex(count: elements.count) else {
      throw NetException.outOfRange(
        "Index was out of range. Must be non-negative and less than the size of the collection.", "index")
    }
    elements[position] = try elementType.map { try value.converted(to: $0) } ?? value
    return true
  }
}

/// A one-dimensional array: `object[]` or an array of a named element type.
package final class PSArray: PSObject {
  package var elements: [Value]
  package let elementType: PSType

  package init(_ elements: [Value] = [], elementType: PSType = .object) {
    self.elements = elements
    self.elementType = elementType
    super.init(kind: .array)
  }

  package override var type: PSType { elementType.arrayType }
  package override var isEnumerable: Bool { true }
  package override var elementCount: Int? { elements.count }
  package override func text() throws -> String { type.fullName }

  package override func forEachElement(_ body: (Value) throws -> Bool) throws {
    // Why: the array may be appended to while a script walks it; the copy is a retain.
    for element in elements where try !body(element) { return }
  }

  package override func element(at index: Value) throws -> Value? {
    guard let position = try index.arrayIndex(count: elements.count) else { return .null }
    return elements[position]
  }

  package override func setElement(at index: Value, _ value: Value) throws -> Bool {
    guard let position = try index.arrayIndex(count: elements.count) else { throw ShellError.indexOutOfRange(index) }
    elements[position] = elementType === PSType.object ? value : try value.converted(to: elementType)
    return true
  }

  package override func hashCode() throws -> Int { ObjectIdentifier(self).hashValue }
}

extension Value {
  /// The position in a list of `count` elements that an index means, negative ones from the end; nil outside.
  package func arrayIndex(count: Int) throws -> Int? {
    var index: Int
    switch self {
    case .int32(let number): index = Int(number)
    case .int64(let number): index = Int(number)
    default:
      guard case .int32(let number) = try converted(to: .int32) else { return nil }
      index = Int(number)
    }
    if index < 0 { index += count }
    return index >= 0 && index < count ? index : nil
  }

  /// The elements a pipeline would see: those of a collection, the value itself, or none for null from no output.
  package func enumerated() throws -> [Value] {
    switch self {
    case .void, .unset: return []
    case .object(let object) where object.isEnumerable:
      if let array = object as? PSArray { return array.elements }
      var all: [Value] = []
      try object.forEachElement {
        all.append($0)
        return true
      }
      return all
    default: return [self]
    }
  }

  /// Whether a pipeline takes the value apart.
  package var isEnumerable: Bool {
    if case .object(let object) = self { object.isEnumerable } else { false }
  }

  /// Nothing for no values, the value for one, an array for several: what a script gets from a command.
  package static func collected(_ values: [Value]) -> Value {
    switch values.count {
    case 0: .void
    case 1: values[0]
    default: .object(PSArray(values))
    }
  }
}

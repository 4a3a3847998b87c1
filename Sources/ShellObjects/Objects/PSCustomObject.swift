/// The names of an object's note properties in order; objects made by the same code share one.
package final class Shape {
  package let names: [String]
  package let symbols: [Symbol]
  private var successors: [String: Shape] = [:]

  package init(names: [String]) {
    self.names = names
    symbols = names.map { Symbol($0) }
  }

  package func index(of symbol: Symbol) -> Int? {
    for index in symbols.indices where symbols[index] == symbol { return index }
    return nil
  }

  /// The shape with one more name; the same one for the same spelling.
  package func adding(_ name: String) -> Shape {
    if let known = successors[name] { return known }
    let made = Shape(names: names + [name])
    successors[name] = made
    return made
  }
}

/// A `[pscustomobject]`: a bag of note properties in order.
package final class PSCustomObject: PSObject {
  package private(set) var shape: Shape
  package var values: [Value]

  package init(_ shape: Shape = Shape(names: []), _ values: [Value] = []) {
    self.shape = shape
    self.values = values
    super.init(kind: .custom)
  }

  package convenience init(_ pairs: KeyValuePairs<String, Value>) {
    self.init(Shape(names: pairs.map(\.key)), pairs.map(\.value))
  }

  package override var type: PSType { .customObject }
  package override var typeNames: [String] { extended?.typeNames ?? type.ancestorNames }
  package override var ownPropertyNames: [String] { shape.names }

  package override func ownProperty(_ name: Symbol) throws -> Value? { shape.index(of: name).map { values[$0] } }

  package override func setOwnProperty(_ name: Symbol, _ value: Value) throws -> Bool {
    guard let index = shape.index(of: name) else { return false }
    values[index] = value
    return true
  }

  /// Adds a note property, or replaces the value of the one with that name.
  package func set(_ name: String, _ value: Value) {
    if let index = shape.index(of: Symbol(name)) {
      values[index] = value
    } else {
      shape = shape.adding(name)
      values.append(value)
    }
  }

  package func remove(_ symbol: Symbol) {
    guard let index = shape.index(of: symbol) else { return }
    var names = shape.names
    names.remove(at: index)
    values.remove(at: index)
    shape = Shape(names: names)
  }

  package override func text() throws -> String {
    var parts: [String] = []
    for (name, value) in zip(shape.names, values) { parts.append("\(name)=\(try Self.memberText(value))") }
    for entry in extended?.entries ?? [] where entry.member.isProperty {
      parts.append("\(entry.name)=\(try Value.object(self).property(entry.symbol).text())")
    }
    return parts.isEmpty ? "" : "@{" + parts.joined(separator: "; ") + "}"
  }

  /// A property's value inside the text: collections by their type, nested custom objects not at all.
  private static func memberText(_ value: Value) throws -> String {
    guard case .object(let object) = value.base else { return try value.text() }
    if object.kind == .custom { return "" }
    return object.isEnumerable ? try object.text() : try value.text()
  }

  package func copy() -> PSCustomObject {
    let copy = PSCustomObject(shape, values)
    copy.extended = extended?.copy()
    return copy
  }
}

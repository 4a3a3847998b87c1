import ShellObjects

/// A receiver of pipeline objects: the next command, a collector or the console.
class Sink {
  func write(_ value: Value) throws {}

  /// Writes each element of a collection, or the value itself; nothing for no output.
  @inline(__always) final func writeEnumerated(_ value: Value) throws {
    switch value {
    case .object(let object): try writeObject(object)
    case .void, .unset: return
    default: try write(value)
    }
  }

  @inline(never) private func writeObject(_ object: PSObject) throws {
    guard object.isEnumerable else { return try write(.object(object)) }
    if object.kind == .array, let array = object as? PSArray {
      // An element that came of no output vanishes.
      for element in array.elements where !element.isVoid { try write(element) }
      return
    }
    try object.forEachElement {
      try self.write($0)
      return true
    }
  }
}

/// Keeps what is written: nothing, one object, or several.
final class Collector: Sink {
  private var first: Value = .unset
  private var all: [Value] = []

  override func write(_ value: Value) throws {
    if all.isEmpty {
      if first.isUnset {
        first = value
        return
      }
      all.append(first)
    }
    all.append(value)
  }

  /// What a script gets from a command: nothing, the one object, or an array.
  func take() -> Value {
    if !all.isEmpty {
      let elements = all
      all = []
      first = .unset
      return .object(PSArray(elements))
    }
    let value = first
    first = .unset
    return value.isUnset ? .void : value
  }

  func takeAll() -> [Value] {
    let elements = all.isEmpty ? (first.isUnset ? [] : [first]) : all
    all = []
    first = .unset
    return elements
  }
}

/// Swallows everything.
final class NullSink: Sink {}

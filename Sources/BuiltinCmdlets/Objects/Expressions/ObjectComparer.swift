import ShellObjects

/// The order in which `Sort-Object` and its like see values: PowerShell's comparison, then the order of the texts.
///
/// Never throws: values that cannot be compared are compared as text.
struct ObjectComparer {
  var isCaseSensitive = false

  /// Negative, zero or positive.
  func compare(_ a: Value, _ b: Value) -> Int {
    switch (a, b) {
    case (.int32(let x), .int32(let y)): return x < y ? -1 : x > y ? 1 : 0
    case (.string(let x), .string(let y)): return compareTexts(x, y)
    default: return compareSlow(a, b)
    }
  }

  func equal(_ a: Value, _ b: Value) -> Bool { compare(a, b) == 0 }

  private func compareTexts(_ x: String, _ y: String) -> Int {
    Collation.compare(x, y, ignoringCase: !isCaseSensitive)
  }

  private func compareSlow(_ a: Value, _ b: Value) -> Int {
    if a.isNull, b.isNull { return 0 }
    let left = a.base
    let right = b.base
    // Why: every custom object has the same .NET object underneath, so two of them are equal to the comparer.
    if left.object?.kind == .custom, right.object?.kind == .custom { return 0 }
    if Self.canTry(left, right), let order = try? Comparison.compare(left, right, ignoreCase: !isCaseSensitive) {
      return order
    }
    if let same = try? left.netEquals(right), same { return 0 }
    return compareTexts((try? a.text()) ?? "", (try? b.text()) ?? "")
  }

  /// Whether comparing is worth an attempt; collections and tables never succeed.
  private static func canTry(_ a: Value, _ b: Value) -> Bool {
    guard case .object(let object) = a else { return true }
    return object.kind != .hashtable && object.kind != .custom && !object.isEnumerable
  }
}

/// The values by which one object is ordered or grouped.
struct OrderKey {
  let object: Value
  /// One a property; nil where the object has no such property.
  let values: [Value?]
}

/// Compares the keys of objects property by property.
struct OrderKeyComparer {
  let comparer: ObjectComparer
  /// One a property; objects without properties have one key.
  let isDescending: [Bool]

  func compare(_ a: OrderKey, _ b: OrderKey) -> Int {
    for index in 0..<max(a.values.count, b.values.count) {
      guard index < a.values.count else { return -1 }
      guard index < b.values.count else { return 1 }
      let order = compare(a.values[index], b.values[index], index < isDescending.count && isDescending[index])
      if order != 0 { return order }
    }
    return 0
  }

  /// A property that is missing stands last, whatever the direction.
  private func compare(_ a: Value?, _ b: Value?, _ isDescending: Bool) -> Int {
    switch (a, b) {
    case (let x?, let y?):
      let order = comparer.compare(x, y)
      return isDescending ? -order : order
    case (nil, nil): return 0
    case (nil, _): return 1
    case (_, nil): return -1
    }
  }
}

extension Array {
  /// Sorts so that equal elements keep their order.
  mutating func sortStably(_ order: (Element, Element) -> Int) {
    let sorted = enumerated().sorted { a, b in
      let result = order(a.element, b.element)
      return result == 0 ? a.offset < b.offset : result < 0
    }
    self = sorted.map(\.element)
  }
}

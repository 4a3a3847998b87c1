import ShellObjects

/// The distinct ones of the objects it was given, in order of appearance.
struct UniqueObjects {
  let comparer: ObjectComparer
  private(set) var objects: [Value] = []
  /// Texts seen so far, to know most repetitions at once.
  private var texts: Set<String> = []

  init(comparer: ObjectComparer) { self.comparer = comparer }

  /// Keeps the object unless it is null or equals one before it.
  mutating func add(_ object: Value) {
    if object.isNull { return }
    if case .string(let text) = object, !texts.insert(text).inserted, objects.contains(where: { isSame($0, text) }) {
      return
    }
    if objects.contains(where: { isEqual($0, object) }) { return }
    objects.append(object)
  }

  private func isSame(_ object: Value, _ text: String) -> Bool {
    if case .string(let known) = object { known.isIdentical(to: text) } else { false }
  }

  private func isEqual(_ a: Value, _ b: Value) -> Bool {
    guard comparer.equal(a, b) else { return false }
    return Self.areNotesEqual(a, b, comparer)
  }

  /// Whether two selected objects have equal properties; objects that were not selected have none to compare.
  private static func areNotesEqual(_ a: Value, _ b: Value, _ comparer: ObjectComparer) -> Bool {
    guard let x = selection(a), let y = selection(b) else { return selection(a) == nil && selection(b) == nil }
    guard x.values.count == y.values.count else { return false }
    for (name, value) in zip(x.shape.names, x.values) {
      guard let other = try? y.ownProperty(Symbol(name)), comparer.equal(value, other) else { return false }
    }
    return true
  }

  private static func selection(_ value: Value) -> PSCustomObject? {
    guard let object = value.object(as: PSCustomObject.self),
      object.extended?.typeNames?.first?.hasPrefix("Selected.") == true
    else { return nil }
    return object
  }
}

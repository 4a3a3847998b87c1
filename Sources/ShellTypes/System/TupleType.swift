import ShellObjects

/// The items of a Tuple or ValueTuple.
final class Tuple: Sendable {
  // Why unchecked values: a tuple never leaves the thread of its session.
  nonisolated(unsafe) let items: [Value]
  init(_ items: [Value]) { self.items = items }
}

/// System.Tuple and System.ValueTuple with their generic forms.
enum TupleType {
  static let declarations: [TypeDeclaration] =
    [creator("System.Tuple"), creator("System.ValueTuple")]
    + (1...8).flatMap { [generic("System.Tuple", $0), generic("System.ValueTuple", $0)] }

  /// A ValueTuple of these items; its type follows theirs.
  static func valueTuple(_ items: [Value]) -> Value { make("System.ValueTuple", items) }

  private static func make(_ stem: String, _ items: [Value]) -> Value {
    let arguments = items.map(\.type)
    let type = TypeRegistry.genericType("\(stem)`\(items.count)", arguments) ?? PSType.named(stem)
    return .object(Box(Tuple(items), type))
  }

  private static func creator(_ stem: String) -> TypeDeclaration {
    TypeDeclaration(staticClass: stem) { t in
      for count in 1...8 {
        let names = (1...count).map { "T\($0)" }
        let parameters = names.enumerated().map { "\($1) item\($0 + 1)" }.joined(separator: ", ")
        t.staticMethod(
          "static \(stem)[\(names.joined(separator: ","))] Create[\(names.joined(separator: ", "))](\(parameters))"
        ) { a in
          // Why: the eighth item is the rest, a tuple of its own.
          guard count == 8, let last = a.values.last else { return make(stem, a.values) }
          return make(stem, Array(a.values.dropLast()) + [make(stem, [last])])
        }
      }
    }
  }

  private static func generic(_ stem: String, _ count: Int) -> TypeDeclaration {
    let isStructure = stem == "System.ValueTuple"
    return TypeDeclaration(
      "\(stem)`\(count)", kind: isStructure ? .structure : .reference,
      interfaces: ["System.IComparable", "System.Runtime.CompilerServices.ITuple"], of: Tuple.self
    ) { t in
      let type = t.type
      let names = type.genericArguments.map(\.fullName)
      if names.count == count {
        let parameters = names.enumerated().map { "\($1) item\($0 + 1)" }.joined(separator: ", ")
        t.constructor("\(stem) new(\(parameters))") { a in Value.object(Box(Tuple(a.values), type)) }
        for index in 0..<count {
          let name = index == 7 ? "Rest" : "Item\(index + 1)"
          t.property("\(names[index]) \(name) {get;}") { $0.items[index] }
        }
      }
      t.property("int Length {get;}") { flattened($0).count }
      t.method("string ToString()") { this, _ in try text(this) }
      t.method("bool Equals(System.Object obj)") { this, a in
        guard let other = a.payload(0, Tuple.self) else { return false }
        return try equal(this, other)
      }
      t.behavior.text = { value in try value.payload(Tuple.self).map { try text($0) } ?? "" }
      t.behavior.equals = { x, y in
        guard let x = x.payload(Tuple.self), let y = y.payload(Tuple.self) else { return false }
        return try equal(x, y)
      }
      t.behavior.hash = { value in
        (value.payload(Tuple.self)?.items ?? []).reduce(17) { $0 &* 31 &+ ((try? $1.netHash()) ?? 0) }
      }
      t.behavior.order = { x, y in
        guard let x = x.payload(Tuple.self), let y = y.payload(Tuple.self) else { return nil }
        for (a, b) in zip(x.items, y.items) {
          guard let order = try a.netCompare(b) else { return nil }
          if order != 0 { return order }
        }
        return 0
      }
    }
  }

  private static func equal(_ x: Tuple, _ y: Tuple) throws -> Bool {
    guard x.items.count == y.items.count else { return false }
    for (a, b) in zip(x.items, y.items) where try !a.netEquals(b) { return false }
    return true
  }

  private static func flattened(_ tuple: Tuple) -> [Value] {
    guard tuple.items.count == 8, let rest = tuple.items[7].payload(Tuple.self) else { return tuple.items }
    return Array(tuple.items.prefix(7)) + flattened(rest)
  }

  private static func text(_ tuple: Tuple) throws -> String {
    "(" + (try flattened(tuple).map { try $0.netText() }).joined(separator: ", ") + ")"
  }
}

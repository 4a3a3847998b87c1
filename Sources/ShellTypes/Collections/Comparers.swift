import ShellObjects

/// System.StringComparer and the comparers of `Comparer` and `EqualityComparer`.
enum Comparers {
  static let declarations: [TypeDeclaration] =
    [
      TypeDeclaration(
        "System.StringComparer",
        interfaces: [
          "System.Collections.IComparer", "System.Collections.IEqualityComparer",
          "System.Collections.Generic.IComparer`1", "System.Collections.Generic.IEqualityComparer`1",
        ], of: TextComparison.self
      ) { t in
        let shared: [(String, TextComparison)] = [
          ("CurrentCulture", .currentCulture), ("CurrentCultureIgnoreCase", .currentCultureIgnoreCase),
          ("InvariantCulture", .invariantCulture), ("InvariantCultureIgnoreCase", .invariantCultureIgnoreCase),
          ("Ordinal", .ordinal), ("OrdinalIgnoreCase", .ordinalIgnoreCase),
        ]
        for (name, comparison) in shared {
          t.staticProperty("static System.StringComparer \(name) {get;}") { comparison }
        }
        t.staticMethod("static System.StringComparer FromComparison(System.StringComparison comparisonType)") { a in
          try TextComparison(a, 0)
        }
        t.method("int Compare(System.Object x, System.Object y)") { this, a in
          try this.order(a[0].netText(), a[1].netText())
        }
        t.method("int Compare(string x, string y)") { this, a in this.order(a.string(0), a.string(1)) }
        t.method("bool Equals(string x, string y)") { this, a in this.equal(a.string(0), a.string(1)) }
        t.method("int GetHashCode(string obj)") { this, a in
          let text = this.ignoresCase ? SimpleCase.upper(a.string(0)) : a.string(0)
          return try Int32(truncatingIfNeeded: Value.string(text).netHash())
        }
      },
      make("System.Collections.Comparer", ["Default", "DefaultInvariant"]),
      make("System.Collections.CaseInsensitiveComparer", ["Default", "DefaultInvariant"], ignoresCase: true),
      make("System.Collections.Generic.Comparer`1", ["Default"]),
      make("System.Collections.Generic.EqualityComparer`1", ["Default"]),
    ]

  private static func make(_ name: String, _ shared: [String], ignoresCase: Bool = false) -> TypeDeclaration {
    TypeDeclaration(
      name,
      interfaces: [
        "System.Collections.IComparer", "System.Collections.IEqualityComparer",
        "System.Collections.Generic.IComparer`1",
        "System.Collections.Generic.IEqualityComparer`1",
      ], of: ValueComparer.self
    ) { t in
      let type = t.type
      for property in shared {
        t.staticProperty("static \(name) \(property) {get;}") {
          Value.object(Box(ValueComparer(ignoresCase: ignoresCase), type))
        }
      }
      t.method("int Compare(System.Object x, System.Object y)") { this, a in try this.order(a[0], a[1]) }
      t.method("bool Equals(System.Object x, System.Object y)") { _, a in try a[0].netEquals(a[1]) }
    }
  }
}

extension TextComparison: ValueRepresentable {
  var value: Value { .object(Box(self, PSType.named("System.StringComparer"))) }
}

/// The order of any two values by `IComparable`.
struct ValueComparer: Sendable {
  let ignoresCase: Bool

  func order(_ x: Value, _ y: Value) throws -> Int {
    if ignoresCase, let a = x.string, let b = y.string { return Collation.compare(a, b, ignoringCase: true) }
    return try Self.order(x, y)
  }

  /// Null first; throws InvalidOperationException for values that cannot be compared.
  static func order(_ x: Value, _ y: Value) throws -> Int {
    if x.isNull || y.isNull { return x.isNull ? (y.isNull ? 0 : -1) : 1 }
    guard x.type === y.type, let order = try x.netCompare(y) else {
      throw NetException.invalidOperation("Failed to compare two elements in the array.")
    }
    return order
  }
}

extension Arguments {
  /// The order that a comparer argument means; the values' own for null.
  func order(_ index: Int) throws -> (Value, Value) throws -> Int {
    if let text = payload(index, TextComparison.self) { return { text.order(try $0.netText(), try $1.netText()) } }
    if let comparer = payload(index, ValueComparer.self) { return comparer.order }
    if let call = payload(index, DelegateCall.self) {
      return { try call.call($0, $1).converted(to: .int32).integer(Int.self) }
    }
    return ValueComparer.order
  }

  /// Whether an equality comparer argument tells cases apart; the dictionary's default for null.
  func isCaseSensitive(_ index: Int) -> Bool { !(payload(index, TextComparison.self)?.ignoresCase ?? false) }
}

/// A sort that keeps the order of equals and passes errors on.
enum StableSort {
  static func sorted(_ values: [Value], _ order: (Value, Value) throws -> Int) throws -> [Value] {
    guard values.count > 1 else { return values }
    let middle = values.count / 2
    let left = try sorted(Array(values[..<middle]), order)
    let right = try sorted(Array(values[middle...]), order)
    var result: [Value] = []
    result.reserveCapacity(values.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if try order(left[i], right[j]) <= 0 {
        result.append(left[i])
        i += 1
      } else {
        result.append(right[j])
        j += 1
      }
    }
    return result + left[i...] + right[j...]
  }

  /// The place of a value in a sorted list; the complement of where it would go when absent.
  static func search(_ values: [Value], _ wanted: Value, _ order: (Value, Value) throws -> Int) throws -> Int {
    var low = 0
    var high = values.count - 1
    while low <= high {
      let middle = (low + high) / 2
      let found = try order(values[middle], wanted)
      if found == 0 { return middle }
      if found < 0 { low = middle + 1 } else { high = middle - 1 }
    }
    return ~low
  }
}

import ShellObjects

/// System.Object: the members every value has.
enum ObjectType {
  static let declaration = TypeDeclaration("System.Object", accelerators: ["object"], of: Value.self) { t in
    t.constructor("System.Object new()") { _ in PlainObject() }
    t.method("bool Equals(System.Object obj)") { this, a in try this.netEquals(a[0]) }
    t.method("int GetHashCode()") { this, _ in try Int32(truncatingIfNeeded: this.netHash()) }
    t.method("type GetType()") { this, _ in TypeObject(this.type) }
    t.method("string ToString()") { this, _ in try this.netText() }
    t.staticMethod("static bool Equals(System.Object objA, System.Object objB)") { a in try a[0].netEquals(a[1]) }
    t.staticMethod("static bool ReferenceEquals(System.Object objA, System.Object objB)") { a in
      switch (a[0].base, a[1].base) {
      case (.object(let x), .object(let y)): return x === y
      case (let x, let y): return x.isNull && y.isNull
      }
    }
  }
}

/// A `[object]::new()`.
final class PlainObject: ValueRepresentable {
  var value: Value { .object(Box(self, .object)) }
}

/// System.DBNull's one value.
struct DBNull: Sendable {
  static var value: Value { .object(Box(DBNull(), PSType.named("System.DBNull"))) }

  static let declaration = TypeDeclaration("System.DBNull", interfaces: ["System.IConvertible"], of: DBNull.self) { t in
    t.staticProperty("static System.DBNull Value {get;}") { DBNull.value }
    t.method("System.TypeCode GetTypeCode()") { _, _ in EnumObject(2, PSType.named("System.TypeCode")) }
    t.method("string ToString()") { _, _ in "" }
    t.behavior.text = { _ in "" }
    t.behavior.isTrue = { _ in false }
    t.behavior.equals = { $1.payload(DBNull.self) != nil && $0.payload(DBNull.self) != nil }
    t.behavior.hash = { _ in 0 }
  }
}

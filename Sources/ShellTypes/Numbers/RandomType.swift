import ShellObjects

/// The state behind a System.Random.
private final class RandomState {
  var source: RandomSource
  init(_ source: RandomSource) { self.source = source }
}

/// System.Random.
enum RandomType {
  static let declaration = TypeDeclaration("System.Random", of: RandomState.self) { t in
    t.constructor("System.Random new()") { _ in make(RandomSource()) }
    t.constructor("System.Random new(int Seed)") { a in make(RandomSource(seed: a.integer(0))) }
    t.staticProperty("static System.Random Shared {get;}") { make(RandomSource()) }
    addNumbers(&t)
    addCollections(&t)
  }

  private static func make(_ source: RandomSource) -> Value {
    .object(Box(RandomState(source), PSType.named("System.Random")))
  }

  private static func addNumbers(_ t: inout MemberList<RandomState>) {
    t.method("int Next()") { this, _ in this.source.next() }
    t.method("int Next(int maxValue)") { this, a in
      try Ranges.nonNegative(a.int(0), "maxValue")
      return this.source.next(0, a.integer(0, Int32.self))
    }
    t.method("int Next(int minValue, int maxValue)") { this, a in
      try order(a.int64(0), a.int64(1))
      return this.source.next(a.integer(0, Int32.self), a.integer(1, Int32.self))
    }
    t.method("long NextInt64()") { this, _ in this.source.next(0, Int64.max) }
    t.method("long NextInt64(long maxValue)") { this, a in
      try Ranges.nonNegative(a.int(0), "maxValue")
      return this.source.next(0, a.int64(0))
    }
    t.method("long NextInt64(long minValue, long maxValue)") { this, a in
      try order(a.int64(0), a.int64(1))
      return this.source.next(a.int64(0), a.int64(1))
    }
    t.method("double NextDouble()") { this, _ in this.source.nextDouble() }
    t.method("float NextSingle()") { this, _ in Float(this.source.nextDouble()) }
  }

  private static func order(_ low: Int64, _ high: Int64) throws {
    guard low <= high else {
      throw NetException.outOfRange("'minValue' cannot be greater than maxValue.", "minValue")
    }
  }

  private static func addCollections(_ t: inout MemberList<RandomState>) {
    t.method("void NextBytes(byte[] buffer)") { this, a in
      guard let target = a.object(0, PSArray.self) else { throw NetException.argumentNull("buffer") }
      target.elements = this.source.bytes(target.elements.count).map { $0.value }
      return Value.void
    }
    t.method("void Shuffle[T](T[] values)") { this, a in
      guard let target = a.object(0, PSArray.self) else { throw NetException.argumentNull("values") }
      this.source.shuffle(&target.elements)
      return Value.void
    }
    t.method("T[] GetItems[T](T[] choices, int length)") { this, a in
      guard let choices = a.object(0, PSArray.self) else { throw NetException.argumentNull("choices") }
      try Ranges.nonNegative(a.int(1), "length")
      if choices.elements.isEmpty { throw NetException.argument("Span may not be empty.", "choices") }
      let picked = (0..<a.int(1)).map { _ in
        choices.elements[Int(this.source.next(0, Int32(truncatingIfNeeded: choices.elements.count)))]
      }
      return Value.object(PSArray(picked, elementType: choices.elementType))
    }
    t.method("string GetHexString(int stringLength, bool lowercase = False)") { this, a in
      let bytes = this.source.bytes((max(0, a.int(0)) + 1) / 2)
      return String(Hexadecimal.text(bytes, isUpper: !a.bool(1)).prefix(max(0, a.int(0))))
    }
  }
}

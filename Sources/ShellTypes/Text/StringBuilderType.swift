import ShellObjects

/// The state behind a System.Text.StringBuilder.
final class StringBuilder: ValueRepresentable {
  var text: String
  var capacity: Int
  let maximum: Int

  init(_ text: String = "", capacity: Int = 16, maximum: Int = Int(Int32.max)) {
    self.text = text
    self.capacity = max(capacity == 0 ? 16 : capacity, text.utf16.count)
    self.maximum = maximum
  }

  var length: Int { text.utf16.count }
  var value: Value { .object(Box(self, PSType.named("System.Text.StringBuilder"))) }

  func append(_ more: String) throws {
    if maximum < Int(Int32.max), length + more.utf16.count > maximum {
      throw NetException.outOfRange("The length cannot be greater than the capacity.", "valueCount")
    }
    text += more
    grow()
  }

  func set(_ new: String) {
    text = new
    grow()
  }

  private func grow() {
    guard text.utf8.count > capacity, length > capacity else { return }
    while capacity < length { capacity = min(capacity * 2, maximum) }
  }
}

/// System.Text.StringBuilder.
enum StringBuilderType {
  static let declaration = TypeDeclaration("System.Text.StringBuilder", of: Holder.self) { t in
    addConstructors(&t)
    addAppend(&t)
    addFormat(&t)
    addInsert(&t)
    addEdits(&t)
    addReading(&t)
    t.behavior.text = { $0.payload(StringBuilder.self)?.text ?? "" }
    t.behavior.getElement = { value, index in
      guard let builder = value.payload(StringBuilder.self) else { return .null }
      guard let unit = UTF16Text.unit(builder.text, at: index.integer(Int.self)) else { throw outside }
      return .char(unit)
    }
    t.behavior.setElement = { value, index, new in
      guard let builder = value.payload(StringBuilder.self) else { return }
      try set(builder, index.integer(Int.self), try new.converted(to: .char))
    }
  }

  /// The box itself, so that calls can return the very same object.
  typealias Holder = Box<StringBuilder>

  private static let outside = NetException(
    "System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
  private static let name = "System.Text.StringBuilder"

  private static func addConstructors(_ t: inout MemberList<Holder>) {
    t.constructor("\(name) new()") { _ in StringBuilder() }
    t.constructor("\(name) new(int capacity)") { a in
      try Ranges.nonNegative(a.int(0), "capacity")
      return StringBuilder(capacity: a.int(0))
    }
    t.constructor("\(name) new(int capacity, int maxCapacity)") { a in
      guard a.int(0) <= a.int(1) else {
        throw NetException.outOfRange("Capacity exceeds maximum capacity.", "capacity")
      }
      try Ranges.positive(a.int(1), "maxCapacity")
      return StringBuilder(capacity: a.int(0), maximum: a.int(1))
    }
    t.constructor("\(name) new(string value)") { a in StringBuilder(a.string(0)) }
    t.constructor("\(name) new(string value, int capacity)") { a in StringBuilder(a.string(0), capacity: a.int(1)) }
    t.constructor("\(name) new(string value, int startIndex, int length, int capacity)") { a in
      try Ranges.nonNegative(a.int(1), "startIndex")
      try Ranges.nonNegative(a.int(2), "length")
      guard let part = UTF16Text.substring(a.string(0), a.int(1)..<a.int(1) + a.int(2)) else {
        throw NetException.outOfRange("Index and length must refer to a location within the string.", "length")
      }
      return StringBuilder(part, capacity: a.int(3))
    }
  }

  private static func addAppend(_ t: inout MemberList<Holder>) {
    for type in [
      "System.Object", "bool", "byte", "char", "char[]", "decimal", "double", "float", "int", "long", "sbyte", "short",
      "string", "uint", "ulong", "ushort", "System.Text.StringBuilder",
    ] {
      t.method("\(name) Append(\(type) value)") { this, a in
        try this.payload.append(try shown(a[0]))
        return this
      }
    }
    t.method("\(name) Append(char value, int repeatCount)") { this, a in
      try Ranges.nonNegative(a.int(1), "repeatCount")
      try this.payload.append(String(decoding: repeatElement(a.char(0), count: a.int(1)), as: UTF16.self))
      return this
    }
    for (type, count) in [("string", "count"), ("char[]", "charCount"), ("System.Text.StringBuilder", "count")] {
      t.method("\(name) Append(\(type) value, int startIndex, int \(count))") { this, a in
        try this.payload.append(try part(try shown(a[0]), a.int(1), a.int(2), count))
        return this
      }
    }
    t.method("\(name) AppendLine()") { this, _ in
      try this.payload.append("\n")
      return this
    }
    t.method("\(name) AppendLine(string value)") { this, a in
      try this.payload.append(a.string(0) + "\n")
      return this
    }
    for separator in ["char", "string"] {
      for values in ["System.Object", "string"] {
        t.method("\(name) AppendJoin(\(separator) separator, Params \(values)[] values)") { this, a in
          let all = try a.elements(1).map { try $0.netText() }
          try this.payload.append(all.joined(separator: a[0].charOrString))
          return this
        }
      }
    }
  }

  /// What Append adds for a value: the characters of a `char[]`, the text of anything else.
  private static func shown(_ value: Value) throws -> String {
    if let array = value.object(as: PSArray.self), array.elementType === PSType.char {
      return String(decoding: array.elements.map { $0.integer(UInt16.self) }, as: UTF16.self)
    }
    return try value.netText()
  }

  private static func part(_ text: String, _ start: Int, _ count: Int, _ name: String) throws -> String {
    try Ranges.nonNegative(count, name)
    guard start >= 0, let part = UTF16Text.substring(text, start..<start + count) else {
      throw Ranges.index("startIndex", allowsEnd: true)
    }
    return part
  }

  private static func addFormat(_ t: inout MemberList<Holder>) {
    let objects = [
      "System.Object arg0", "System.Object arg0, System.Object arg1",
      "System.Object arg0, System.Object arg1, System.Object arg2",
    ]
    for parameters in objects {
      t.method("\(name) AppendFormat(string format, \(parameters))") { this, a in
        try this.payload.append(try CompositeFormat.text(a.string(0), Array(a.values.dropFirst()), .current))
        return this
      }
      t.method("\(name) AppendFormat(System.IFormatProvider provider, string format, \(parameters))") { this, a in
        try this.payload.append(try CompositeFormat.text(a.string(1), Array(a.values.dropFirst(2)), a.culture(0)))
        return this
      }
    }
    t.method("\(name) AppendFormat(string format, Params System.Object[] args)") { this, a in
      try Ranges.notNull(a[1], "args")
      try this.payload.append(try CompositeFormat.text(a.string(0), a.elements(1), .current))
      return this
    }
    t.method("\(name) AppendFormat(System.IFormatProvider provider, string format, Params System.Object[] args)") {
      this, a in
      try Ranges.notNull(a[2], "args")
      try this.payload.append(try CompositeFormat.text(a.string(1), a.elements(2), a.culture(0)))
      return this
    }
  }

  private static func addInsert(_ t: inout MemberList<Holder>) {
    for type in [
      "System.Object", "bool", "byte", "char", "char[]", "decimal", "double", "float", "int", "long", "sbyte", "short",
      "string", "uint", "ulong", "ushort",
    ] {
      t.method("\(name) Insert(int index, \(type) value)") { this, a in
        try insert(this.payload, a.int(0), try shown(a[1]))
        return this
      }
    }
    t.method("\(name) Insert(int index, string value, int count)") { this, a in
      try Ranges.nonNegative(a.int(2), "count")
      try insert(this.payload, a.int(0), String(repeating: a.string(1), count: a.int(2)))
      return this
    }
  }

  private static func insert(_ builder: StringBuilder, _ place: Int, _ text: String) throws {
    let length = builder.length
    guard place >= 0, place <= length, let head = UTF16Text.substring(builder.text, 0..<place),
      let tail = UTF16Text.substring(builder.text, place..<length)
    else { throw Ranges.index("index", allowsEnd: true) }
    builder.set(head + text + tail)
  }

  private static func addEdits(_ t: inout MemberList<Holder>) {
    t.method("\(name) Clear()") { this, _ in
      this.payload.text = ""
      return this
    }
    t.method("\(name) Remove(int startIndex, int length)") { this, a in
      let (start, count, length) = (a.int(0), a.int(1), this.payload.length)
      try Ranges.nonNegative(count, "length")
      try Ranges.nonNegative(start, "startIndex")
      guard count <= length - start, let head = UTF16Text.substring(this.payload.text, 0..<start),
        let tail = UTF16Text.substring(this.payload.text, start + count..<length)
      else { throw Ranges.index("length", allowsEnd: true) }
      this.payload.text = head + tail
      return this
    }
    for type in ["char", "string"] {
      let (old, new) = type == "char" ? ("oldChar", "newChar") : ("oldValue", "newValue")
      t.method("\(name) Replace(\(type) \(old), \(type) \(new))") { this, a in
        this.payload.set(try StringType.replaced(this.payload.text, a[0].charOrString, a[1].charOrString, .ordinal))
        return this
      }
      t.method("\(name) Replace(\(type) \(old), \(type) \(new), int startIndex, int count)") { this, a in
        let (start, count, length) = (a.int(2), a.int(3), this.payload.length)
        guard start >= 0, start <= length else { throw Ranges.index("startIndex", allowsEnd: true) }
        guard count >= 0, count <= length - start else { throw Ranges.index("count", allowsEnd: true) }
        func part(_ range: Range<Int>) -> String { UTF16Text.substring(this.payload.text, range) ?? "" }
        let middle = try StringType.replaced(
          part(start..<start + count), a[0].charOrString, a[1].charOrString, .ordinal)
        this.payload.set(part(0..<start) + middle + part(start + count..<length))
        return this
      }
    }
  }

  private static func addReading(_ t: inout MemberList<Holder>) {
    t.method("string ToString()") { this, _ in this.payload.text }
    t.method("string ToString(int startIndex, int length)") { this, a in
      try Ranges.nonNegative(a.int(0), "startIndex")
      try Ranges.nonNegative(a.int(1), "length")
      guard let part = UTF16Text.substring(this.payload.text, a.int(0)..<a.int(0) + a.int(1)) else {
        throw NetException.outOfRange("Index and length must refer to a location within the string.", "length")
      }
      return part
    }
    t.method("bool Equals(System.Text.StringBuilder sb)") { this, a in
      a.payload(0, StringBuilder.self).map { $0.text.isIdentical(to: this.payload.text) } ?? false
    }
    t.method("int EnsureCapacity(int capacity)") { this, a in
      this.payload.capacity = max(this.payload.capacity, a.int(0))
      return this.payload.capacity
    }
    t.method("char Chars(int index) {get;set;}") { this, a in
      guard let unit = UTF16Text.unit(this.payload.text, at: a.int(0)) else { throw outside }
      return Value.char(unit)
    }
    t.property("int Capacity {get;set;}") {
      $0.payload.capacity
    } set: { this, new in
      let wanted = new.integer(Int.self)
      guard wanted >= this.payload.length else {
        throw NetException.outOfRange("capacity was less than the current size.", "value")
      }
      this.payload.capacity = wanted
    }
    t.property("int MaxCapacity {get;}") { $0.payload.maximum }
    t.property("int Length {get;set;}") {
      $0.payload.length
    } set: { this, new in
      let (wanted, length) = (new.integer(Int.self), this.payload.length)
      try Ranges.nonNegative(wanted, "value")
      this.payload.set(
        wanted <= length
          ? UTF16Text.substring(this.payload.text, 0..<wanted) ?? ""
          : this.payload.text + String(repeating: "\0", count: min(wanted - length, Int(Int32.max))))
    }
  }

  private static func set(_ builder: StringBuilder, _ index: Int, _ new: Value) throws {
    var units = Array(builder.text.utf16)
    guard units.indices.contains(index) else { throw outside }
    units[index] = new.integer(UInt16.self)
    builder.text = String(decoding: units, as: UTF16.self)
  }
}

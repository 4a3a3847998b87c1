package import ShellObjects

/// A System.Version: two to four numbers; -1 where the third or fourth is missing.
package struct VersionValue: Hashable, Sendable {
  package let major: Int
  package let minor: Int
  package let build: Int
  package let revision: Int

  package init(_ major: Int, _ minor: Int, _ build: Int = -1, _ revision: Int = -1) {
    self.major = major
    self.minor = minor
    self.build = build
    self.revision = revision
  }

  var parts: [Int] { [major, minor, build, revision] }
  var count: Int { build < 0 ? 2 : revision < 0 ? 3 : 4 }

  /// The numbers joined by points.
  package var text: String { parts.prefix(count).map { String($0) }.joined(separator: ".") }

  func order(_ other: VersionValue) -> Int {
    for (x, y) in zip(parts, other.parts) where x != y { return x < y ? -1 : 1 }
    return 0
  }

  private static func component(_ text: String) throws -> Int32 {
    do { return try NumberParser.integer(text, as: Int32.self, culture: .invariant) } catch {
      let message = error.message(input: text, type: "Int32")
      throw error == .overflow ? NetException.overflow(message) : NetException.format(message)
    }
  }

  package static func parse(_ text: String) throws -> VersionValue {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count >= 2, pieces.count <= 4 else {
      throw NetException.argument("Version string portion was too short or too long.", "input")
    }
    let numbers = try pieces.map { piece in
      let number = try component(String(piece))
      try Ranges.nonNegative(Int(number), "input")
      return Int(number)
    }
    return VersionValue(
      numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : -1, numbers.count > 3 ? numbers[3] : -1)
  }
}

extension VersionValue: ValueRepresentable {
  package var value: Value { .object(Box(self, VersionType.type)) }
}

/// System.Version.
enum VersionType {
  static let type = PSType.named("System.Version")

  static let declaration = TypeDeclaration(
    "System.Version", accelerators: ["version"],
    interfaces: ["System.ICloneable", "System.IComparable", "System.IFormattable"],
    of: VersionValue.self
  ) { t in
    addConstructors(&t)
    addMembers(&t)
    t.staticMethod("static version Parse(string input)") { a in try VersionValue.parse(a.string(0)) }
    t.staticMethod("static bool TryParse(string input, [ref] version result)") { a in
      let parsed = try? VersionValue.parse(a.string(0))
      try a.setReference(1, parsed?.value ?? .null)
      return parsed != nil
    }
    t.behavior.text = { $0.payload(VersionValue.self)?.text ?? "" }
    t.behavior.parse = { try VersionValue.parse($0).value }
    t.behavior.equals = { $0.payload(VersionValue.self) == $1.payload(VersionValue.self) }
    t.behavior.hash = { $0.payload(VersionValue.self)?.hashValue ?? 0 }
    t.behavior.order = { x, y in
      guard let x = x.payload(VersionValue.self), let y = y.payload(VersionValue.self) else { return nil }
      return x.order(y)
    }
  }

  private static func addConstructors(_ t: inout MemberList<VersionValue>) {
    let names = ["major", "minor", "build", "revision"]
    t.constructor("version new()") { _ in VersionValue(0, 0) }
    for count in 2...4 {
      t.constructor("version new(\(names.prefix(count).map { "int \($0)" }.joined(separator: ", ")))") { a in
        for index in 0..<count { try Ranges.nonNegative(a.int(index), names[index]) }
        return VersionValue(a.int(0), a.int(1), count > 2 ? a.int(2) : -1, count > 3 ? a.int(3) : -1)
      }
    }
    t.constructor("version new(string version)") { a in try VersionValue.parse(a.string(0)) }
  }

  private static func addMembers(_ t: inout MemberList<VersionValue>) {
    t.method("System.Object Clone()") { this, _ in this }
    t.method("int CompareTo(System.Object version)") { this, a in
      if a[0].isNull { return 1 }
      guard let other = a.payload(0, VersionValue.self) else {
        throw NetException.argument("Object must be of type Version.", "version")
      }
      return this.order(other)
    }
    t.method("int CompareTo(version value)") { this, a in a.payload(0, VersionValue.self).map { this.order($0) } ?? 1 }
    t.method("bool Equals(version obj)") { this, a in this == a.payload(0, VersionValue.self) }
    t.method("string ToString()") { this, _ in this.text }
    t.method("string ToString(int fieldCount)") { this, a in
      guard (0...this.count).contains(a.int(0)) else {
        throw NetException.argument("Argument must be between 0 and \(this.count).", "fieldCount")
      }
      return this.parts.prefix(a.int(0)).map { String($0) }.joined(separator: ".")
    }
    t.property("int Major {get;}") { $0.major }
    t.property("int Minor {get;}") { $0.minor }
    t.property("int Build {get;}") { $0.build }
    t.property("int Revision {get;}") { $0.revision }
    t.property("short MajorRevision {get;}") { Int16(truncatingIfNeeded: $0.revision >> 16) }
    t.property("short MinorRevision {get;}") { Int16(truncatingIfNeeded: $0.revision & 0xFFFF) }
  }
}

package import ShellObjects

/// A SemanticVersion: three numbers and two labels; an absent label is nil.
package struct SemanticVersionValue: Hashable, Sendable {
  package let major: Int
  package let minor: Int
  package let patch: Int
  package let preRelease: String?
  package let build: String?

  package var text: String {
    "\(major).\(minor).\(patch)" + (preRelease.map { "-" + $0 } ?? "") + (build.map { "+" + $0 } ?? "")
  }

  /// The order of precedence; build labels do not count.
  func order(_ other: SemanticVersionValue) -> Int {
    for (x, y) in [(major, other.major), (minor, other.minor), (patch, other.patch)] where x != y {
      return x < y ? -1 : 1
    }
    switch (preRelease, other.preRelease) {
    case (nil, nil): return 0
    case (nil, _): return 1
    case (_, nil): return -1
    case (let x?, let y?): return Self.order(x, y)
    }
  }

  private static func order(_ x: String, _ y: String) -> Int {
    let (left, right) = (x.split(separator: "."), y.split(separator: "."))
    for (a, b) in zip(left, right) {
      switch (Int(a), Int(b)) {
      case (let m?, let n?): if m != n { return m < n ? -1 : 1 }
      case (_?, nil): return -1
      case (nil, _?): return 1
      case (nil, nil):
        let order = OrdinalText.compare(String(a), String(b))
        if order != 0 { return order < 0 ? -1 : 1 }
      }
    }
    return left.count < right.count ? -1 : left.count > right.count ? 1 : 0
  }

  package static func parse(_ text: String) throws -> SemanticVersionValue {
    let failure = NetException.argument(
      "Cannot process argument because the value of argument \"version\" is not valid. Change the value of the \"version\" argument and run the operation again.",
      "version")
    var rest = text[...]
    var build: String?
    var preRelease: String?
    if let plus = rest.firstIndex(of: "+") {
      build = String(rest[rest.index(after: plus)...])
      rest = rest[..<plus]
    }
    if let dash = rest.firstIndex(of: "-") {
      preRelease = String(rest[rest.index(after: dash)...])
      rest = rest[..<dash]
    }
    let pieces = rest.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = pieces.compactMap { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int32($0) : nil }
    guard (1...3).contains(pieces.count), numbers.count == pieces.count, isLabel(preRelease, isBuild: false),
      isLabel(build, isBuild: true)
    else { throw failure }
    func part(_ index: Int) -> Int { index < numbers.count ? Int(numbers[index]) : 0 }
    return SemanticVersionValue(major: part(0), minor: part(1), patch: part(2), preRelease: preRelease, build: build)
  }

  /// Whether each piece between points has letters, digits and dashes only, and no number begins with a zero.
  private static func isLabel(_ label: String?, isBuild: Bool) -> Bool {
    guard let label else { return true }
    return label.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { piece in
      let bytes = Array(piece.utf8)
      let isNumber = bytes.allSatisfy { (0x30...0x39).contains($0) }
      if bytes.isEmpty || (!isBuild && isNumber && bytes.count > 1 && bytes[0] == 0x30) { return false }
      return bytes.allSatisfy { (0x30...0x39).contains($0) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D }
    }
  }
}

extension SemanticVersionValue: ValueRepresentable {
  package var value: Value { .object(Box(self, PSType.named("System.Management.Automation.SemanticVersion"))) }
}

/// System.Management.Automation.SemanticVersion.
enum SemanticVersionType {
  static let declaration = TypeDeclaration(
    "System.Management.Automation.SemanticVersion", accelerators: ["semver"], interfaces: ["System.IComparable"],
    of: SemanticVersionValue.self
  ) { t in
    let type = t.type
    addConstructors(&t)
    addMembers(&t)
    t.behavior.text = { $0.payload(SemanticVersionValue.self)?.text ?? "" }
    t.behavior.parse = { try SemanticVersionValue.parse($0).value }
    t.behavior.convert = { value, wanted in
      if wanted === type, let version = value.payload(VersionValue.self) { return try semantic(version).value }
      if wanted === VersionType.type, let version = value.payload(SemanticVersionValue.self) {
        return VersionValue(version.major, version.minor, version.patch).value
      }
      return nil
    }
    t.behavior.equals = { $0.payload(SemanticVersionValue.self) == $1.payload(SemanticVersionValue.self) }
    t.behavior.hash = { $0.payload(SemanticVersionValue.self)?.hashValue ?? 0 }
    t.behavior.order = { x, y in
      guard let x = x.payload(SemanticVersionValue.self), let y = y.payload(SemanticVersionValue.self) else {
        return nil
      }
      return x.order(y)
    }
  }

  private static func semantic(_ version: VersionValue) throws -> SemanticVersionValue {
    if version.revision > 0 {
      throw NetException.argument("Cannot convert a version with a revision to a semantic version.", "version")
    }
    return SemanticVersionValue(
      major: version.major, minor: version.minor, patch: max(0, version.build), preRelease: nil, build: nil)
  }

  private static func addConstructors(_ t: inout MemberList<SemanticVersionValue>) {
    let names = ["int major", "int minor", "int patch"]
    @Sendable func make(_ a: Arguments, _ numbers: Int) throws -> SemanticVersionValue {
      for (index, name) in ["major", "minor", "patch"].prefix(numbers).enumerated() where a.int(index) < 0 {
        throw NetException.argument(
          "Cannot process argument because the value of argument \"\(name)\" is not valid. Change the value of the \"\(name)\" argument and run the operation again.",
          name)
      }
      let pre = a.optionalString(3).flatMap { $0.isEmpty ? nil : $0 }
      let build = a.optionalString(4).flatMap { $0.isEmpty ? nil : $0 }
      return SemanticVersionValue(
        major: a.int(0), minor: numbers > 1 ? a.int(1) : 0, patch: numbers > 2 ? a.int(2) : 0, preRelease: pre,
        build: build)
    }
    for count in 1...3 {
      t.constructor("semver new(\(names.prefix(count).joined(separator: ", ")))") { a in try make(a, count) }
    }
    t.constructor("semver new(int major, int minor, int patch, string label)") { a in try make(a, 3) }
    t.constructor("semver new(int major, int minor, int patch, string preReleaseLabel, string buildLabel)") { a in
      try make(a, 3)
    }
    t.constructor("semver new(string version)") { a in try SemanticVersionValue.parse(a.string(0)) }
    t.constructor("semver new(version version)") { a in
      try semantic(a.payload(0, VersionValue.self) ?? VersionValue(0, 0))
    }
  }

  private static func addMembers(_ t: inout MemberList<SemanticVersionValue>) {
    t.property("int Major {get;}") { $0.major }
    t.property("int Minor {get;}") { $0.minor }
    t.property("int Patch {get;}") { $0.patch }
    t.property("string PreReleaseLabel {get;}") { $0.preRelease }
    t.property("string BuildLabel {get;}") { $0.build }
    t.method("int CompareTo(System.Object version)") { this, a in
      if a[0].isNull { return 1 }
      guard let other = a.payload(0, SemanticVersionValue.self) else {
        throw NetException.argument("Object must be of type SemanticVersion.")
      }
      return this.order(other)
    }
    t.method("int CompareTo(semver value)") { this, a in
      a.payload(0, SemanticVersionValue.self).map { this.order($0) } ?? 1
    }
    t.method("bool Equals(semver other)") { this, a in this == a.payload(0, SemanticVersionValue.self) }
    t.method("string ToString()") { this, _ in this.text }
    t.staticMethod("static int Compare(semver versionA, semver versionB)") { a in
      guard let x = a.payload(0, SemanticVersionValue.self) else { return a[1].isNull ? 0 : -1 }
      return a.payload(1, SemanticVersionValue.self).map { x.order($0) } ?? 1
    }
    t.staticMethod("static semver Parse(string version)") { a in try SemanticVersionValue.parse(a.string(0)) }
    t.staticMethod("static bool TryParse(string version, [ref] semver result)") { a in
      let parsed = try? SemanticVersionValue.parse(a.string(0))
      try a.setReference(1, parsed?.value ?? .null)
      return parsed != nil
    }
  }
}

package import RegularExpressions
package import ShellObjects

/// A match as an object; a failed one where there is none.
package enum MatchObject {
  private static let type = PSType.named("System.Text.RegularExpressions.Match")

  package static func value(_ match: Match?) -> Value {
    guard let match else { return .object(Box(NoMatch(), type)) }
    return .object(Box(match, type))
  }
}

/// What `Match.Empty` and a failed search are.
struct NoMatch: Sendable {}

/// A Match or Group or Capture, by what it tells: the members read all three through this.
struct CaptureFacts {
  var isSuccess = false
  var value = ""
  var index = 0
  var length = 0
  var name = "0"

  init() {}

  init(_ match: Match, _ range: Range<Int>?, name: String) {
    self.name = name
    guard let range else { return }
    let place = match.utf16Range(of: range)
    isSuccess = true
    value = match.substring(range)
    index = place.lowerBound
    length = place.count
  }

  /// The facts of a value of one of the three types.
  init(_ value: Value) {
    if let match = value.payload(Match.self) {
      self.init(match, match.range, name: "0")
    } else if let group = value.payload(MatchGroup.self) {
      self.init(group.match, group.group?.range, name: group.name)
    } else if let capture = value.payload(MatchCapture.self) {
      self.init(capture.match, capture.range, name: "")
    } else {
      self.init()
    }
  }
}

/// A group of a match; the group is nil where the pattern has none of the name.
struct MatchGroup: ValueRepresentable {
  let match: Match
  let group: Group?
  let name: String
  var value: Value { .object(Box(self, PSType.named("System.Text.RegularExpressions.Group"))) }
}

/// One capture of a group.
struct MatchCapture: ValueRepresentable {
  let match: Match
  let range: Range<Int>
  var value: Value { .object(Box(self, PSType.named("System.Text.RegularExpressions.Capture"))) }
}

/// A MatchCollection, GroupCollection or CaptureCollection.
final class MatchList: ValueRepresentable {
  let elements: [Value]
  let names: [String]
  private let typeName: String

  init(_ matches: [Match]) {
    elements = matches.map { MatchObject.value($0) }
    names = []
    typeName = "System.Text.RegularExpressions.MatchCollection"
  }

  init(groupsOf match: Match) {
    let groups = match.groups
    // Why: the first group is the match itself.
    elements = groups.enumerated().map {
      $0.offset == 0
        ? MatchObject.value(match) : MatchGroup(match: match, group: $0.element, name: $0.element.name).value
    }
    names = groups.map(\.name)
    typeName = "System.Text.RegularExpressions.GroupCollection"
  }

  init(capturesOf match: Match, _ ranges: [Range<Int>]) {
    elements = ranges.map { MatchCapture(match: match, range: $0).value }
    names = []
    typeName = "System.Text.RegularExpressions.CaptureCollection"
  }

  var value: Value { .object(Box(self, PSType.named(typeName))) }

  /// The element at a number, or of a group's name; a failed group where a GroupCollection has none.
  func element(_ index: Value) throws -> Value {
    if let name = index.string, let place = names.firstIndex(where: { $0.isIdentical(to: name) }) {
      return elements[place]
    }
    let number = index.string.map { Int($0) ?? -1 } ?? index.integer(Int.self)
    if typeName.hasSuffix("GroupCollection") {
      if let place = names.firstIndex(of: String(number)) { return elements[place] }
      return .object(Box(NoMatch(), PSType.named("System.Text.RegularExpressions.Group")))
    }
    guard elements.indices.contains(number) else {
      throw NetException.outOfRange("Specified argument was out of the range of valid values.", "i")
    }
    return elements[number]
  }
}

/// Match, Group, Capture and their collections.
enum MatchTypes {
  private static let stem = "System.Text.RegularExpressions."

  static let declarations: [TypeDeclaration] = [
    capture, group, match, collection("MatchCollection", "Match"), collection("GroupCollection", "Group"),
    collection("CaptureCollection", "Capture"),
  ]

  private static let capture = TypeDeclaration(stem + "Capture", of: Value.self) { t in
    t.property("int Index {get;}") { CaptureFacts($0).index }
    t.property("int Length {get;}") { CaptureFacts($0).length }
    t.property("string Value {get;}") { CaptureFacts($0).value }
    t.method("string ToString()") { this, _ in CaptureFacts(this).value }
    t.behavior.text = { CaptureFacts($0).value }
  }

  private static func captures(_ value: Value) -> MatchList? {
    if let match = value.payload(Match.self) { return MatchList(capturesOf: match, [match.range]) }
    guard let group = value.payload(MatchGroup.self) else { return nil }
    return MatchList(capturesOf: group.match, group.group?.captures ?? [])
  }

  private static let group = TypeDeclaration(stem + "Group", base: stem + "Capture", of: Value.self) { t in
    t.property("bool Success {get;}") { CaptureFacts($0).isSuccess }
    t.property("string Name {get;}") { CaptureFacts($0).name }
    t.property("\(stem)CaptureCollection Captures {get;}") { captures($0)?.value ?? .null }
    t.property("int Index {get;}") { CaptureFacts($0).index }
    t.property("int Length {get;}") { CaptureFacts($0).length }
    t.property("string Value {get;}") { CaptureFacts($0).value }
  }

  private static let match = TypeDeclaration(stem + "Match", base: stem + "Group", of: Value.self) { t in
    t.staticProperty("static \(stem)Match Empty {get;}") { MatchObject.value(nil) }
    t.property("\(stem)GroupCollection Groups {get;}") { this in
      this.payload(Match.self).map { MatchList(groupsOf: $0).value } ?? MatchList([]).value
    }
    t.property("bool Success {get;}") { $0.payload(Match.self) != nil }
    t.property("string Name {get;}") { _ in "0" }
    t.property("\(stem)CaptureCollection Captures {get;}") { captures($0)?.value ?? MatchList([]).value }
    t.property("int Index {get;}") { CaptureFacts($0).index }
    t.property("int Length {get;}") { CaptureFacts($0).length }
    t.property("string Value {get;}") { CaptureFacts($0).value }
    t.method("\(stem)Match NextMatch()") { this, _ in MatchObject.value(try this.payload(Match.self)?.next()) }
    t.method("string Result(string replacement)") { this, a in
      guard let match = this.payload(Match.self) else {
        throw NetException.notSupported("Result cannot be called on a failed Match.")
      }
      return try match.expanding(a.string(0))
    }
  }

  private static func collection(_ name: String, _ element: String) -> TypeDeclaration {
    TypeDeclaration(
      stem + name,
      interfaces: [
        "System.Collections.IList", "System.Collections.ICollection", "System.Collections.IEnumerable",
        "System.Collections.Generic.IEnumerable`1",
      ], of: MatchList.self
    ) { t in
      t.property("int Count {get;}") { $0.elements.count }
      t.property("bool IsReadOnly {get;}") { _ in true }
      t.property("bool IsSynchronized {get;}") { _ in false }
      t.property("System.Object SyncRoot {get;}") { $0 }
      t.method("void CopyTo(array array, int arrayIndex)") { this, a in
        try ArrayCopy.copy(this.elements, a, target: 0, at: a.int(1))
      }
      t.method("System.Collections.IEnumerator GetEnumerator()") { this, _ in
        Enumerator.value(this.elements, "System.Collections.EnumeratorObject")
      }
      t.method("\(stem)\(element) Item(int i) {get;}") { this, a in try this.element(a[0]) }
      if name == "GroupCollection" {
        t.method("\(stem)Group Item(string groupname) {get;}") { this, a in try this.element(a[0]) }
        t.method("bool ContainsKey(string key)") { this, a in this.names.contains { $0.isIdentical(to: a.string(0)) } }
        t.method("bool TryGetValue(string key, [ref] \(stem)Group value)") { this, a in
          let isKnown = this.names.contains { $0.isIdentical(to: a.string(0)) }
          try a.setReference(1, isKnown ? try this.element(a[0]) : .null)
          return isKnown
        }
        t.property("System.Collections.Generic.IEnumerable[string] Keys {get;}") { Value(strings: $0.names) }
        t.property("System.Collections.Generic.IEnumerable[\(stem)Group] Values {get;}") { Value($0.elements) }
      }
      t.behavior.count = { $0.payload(MatchList.self)?.elements.count ?? 0 }
      t.behavior.elements = { value, body in
        for element in value.payload(MatchList.self)?.elements ?? [] where try !body(element) { return }
      }
      t.behavior.getElement = { value, index in
        guard let list = value.payload(MatchList.self) else { return .null }
        if index.string != nil || name == "GroupCollection" { return try list.element(index) }
        return try index.arrayIndex(count: list.elements.count).map { list.elements[$0] } ?? .null
      }
    }
  }
}

import ShellObjects

/// One group of `Group-Object`: the objects with equal keys.
final class ObjectGroup {
  private(set) var count = 0
  private(set) var objects: [Value] = []
  let values: [Value]
  private let keepsObjects: Bool
  private let key: OrderKey
  private let hasProperties: Bool

  init(_ key: OrderKey, keepsObjects: Bool, hasProperties: Bool) {
    self.key = key
    self.hasProperties = hasProperties
    self.keepsObjects = keepsObjects
    values = key.values.map { $0 ?? .null }
  }

  func add(_ entry: OrderKey) {
    count += 1
    if keepsObjects { objects.append(entry.object) }
  }

  func matches(_ entry: OrderKey, _ comparer: OrderKeyComparer) -> Bool { comparer.compare(key, entry) == 0 }

  /// The keys' texts, joined by commas; what is null or missing is left out.
  var name: String {
    values.filter { !$0.isNull }.map { value in
      // Why: an object that is its own key is shown as text, a property's collection with its elements apart.
      guard hasProperties, value.isEnumerable, let elements = try? value.enumerated() else { return Self.text(value) }
      return "{\(elements.map(Self.text).joined(separator: ", "))}"
    }.joined(separator: ", ")
  }

  private static func text(_ value: Value) -> String { (try? value.culturalText()) ?? "" }

  var collection: ListObject {
    let name = "System.Collections.ObjectModel.Collection"
    return ListObject(
      objects,
      TypeRegistry.genericType(name + "`1", [.psObject])
        ?? PSType.named("\(name)`1[System.Management.Automation.PSObject]"))
  }

  var value: Value { .object(Box(self, PSType.named(keepsObjects ? Self.typeName : Self.bareTypeName))) }

  static let typeName = "Microsoft.PowerShell.Commands.GroupInfo"
  static let bareTypeName = "Microsoft.PowerShell.Commands.GroupInfoNoElement"

  static let declarations: [TypeDeclaration] = [
    TypeDeclaration(typeName, of: ObjectGroup.self) { members in
      members.property("System.Collections.ArrayList Values {get;}") { group in
        ListObject(group.values, PSType.named("System.Collections.ArrayList"))
      }
      members.property("int Count {get;}") { $0.count }
      members.property("System.Collections.ObjectModel.Collection[psobject] Group {get;}") { $0.collection }
      members.property("string Name {get;}") { $0.name }
      members.behavior.text = { _ in typeName }
    },
    TypeDeclaration(bareTypeName, base: typeName, of: ObjectGroup.self) { members in
      members.behavior.text = { _ in bareTypeName }
    },
  ]
}

/// Puts keyed objects into groups.
enum ObjectGroups {
  /// Groups in the order of their keys where these can be sorted, otherwise of their first objects.
  static func make(
    _ entries: [OrderKey], _ comparer: OrderKeyComparer, isSorted: Bool, keepsObjects: Bool, hasProperties: Bool
  ) throws -> [ObjectGroup] {
    guard isSorted else { return unordered(entries, comparer, keepsObjects, hasProperties) }
    try refuseUnorderable(entries)
    var ordered = entries
    ordered.sortStably(comparer.compare)
    var groups: [ObjectGroup] = []
    for entry in ordered {
      if let last = groups.last, last.matches(entry, comparer) {
        last.add(entry)
      } else {
        groups.append(started(entry, keepsObjects, hasProperties))
      }
    }
    return groups
  }

  private static func unordered(
    _ entries: [OrderKey], _ comparer: OrderKeyComparer, _ keepsObjects: Bool, _ hasProperties: Bool
  ) -> [ObjectGroup] {
    var groups: [ObjectGroup] = []
    for entry in entries {
      if let match = groups.first(where: { $0.matches(entry, comparer) }) {
        match.add(entry)
      } else {
        groups.append(started(entry, keepsObjects, hasProperties))
      }
    }
    return groups
  }

  private static func started(_ entry: OrderKey, _ keepsObjects: Bool, _ hasProperties: Bool) -> ObjectGroup {
    let group = ObjectGroup(entry, keepsObjects: keepsObjects, hasProperties: hasProperties)
    group.add(entry)
    return group
  }

  /// Custom objects as keys have no order, which PowerShell says only here.
  private static func refuseUnorderable(_ entries: [OrderKey]) throws {
    guard entries.count > 1, case .object(let first as PSCustomObject)?? = entries.first?.values.first else { return }
    let other = try entries[1].values.first.flatMap { $0 }?.text() ?? ""
    let text = try first.text()
    throw ShellError(
      "System.Management.Automation.ExtendedTypeSystemException",
      "Cannot compare \"\(text)\" to \"\(other)\" because the objects are not the same type or the object \"\(text)\" does not implement \"IComparable\".",
      id: "PSObjectCompareTo", .notSpecified)
  }
}

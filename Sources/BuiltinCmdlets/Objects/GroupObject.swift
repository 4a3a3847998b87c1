import CmdletKit
import ShellObjects

/// `Group-Object`: groups objects that have equal properties.
struct GroupObject: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Group-Object", outputs: ["System.Collections.Hashtable", "Microsoft.PowerShell.Commands.GroupInfo"],
    synopsis: "Groups objects that have equal properties.",
    examples: [
      Example("Counts words by length.", code: "'a', 'bb', 'c' | Group-Object Length -NoElement")
    ])

  @Parameter("NoElement", help: "Leaves the objects out of the groups.")
  var noElement: Bool
  @Parameter("AsHashTable", .in("HashTable"), .alias("AHT"), help: "Gives a hashtable of groups.")
  var asHashTable: Bool
  @Parameter("AsString", .in("HashTable"), help: "Makes the keys of the hashtable text.")
  var asString: Bool
  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter("Property", .position(0), help: "The properties, or script blocks, to group by.")
  var property: [Value]
  @Parameter("Culture", help: "The culture that orders and shows text.")
  var culture: String?
  @Parameter("CaseSensitive", help: "Tells upper and lower case apart.")
  var caseSensitive: Bool

  private var entries: [OrderKey] = []
  private var keys = OrderKeys(properties: [])
  private var kinds: [PSType?] = []
  /// Whether some key has values of several types, which have no common order.
  private var isMixed = false

  mutating func begin(_ context: any CmdletContext) throws {
    if asString, !asHashTable {
      throw ShellError(
        "System.ArgumentException",
        "The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.",
        id: "ArgumentException", .invalidArgument)
    }
    keys = OrderKeys(properties: try property.filter { !$0.isNull }.map { try CalculatedProperty($0, for: .group) })
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound, !inputObject.isNull else { return }
    let key = try keys.key(for: inputObject, context)
    note(key)
    entries.append(key)
  }

  /// Remembers the types of the keys' values, to know whether they can be sorted.
  private mutating func note(_ key: OrderKey) {
    let types = key.values.map { value -> PSType? in
      guard let value, !value.isNull else { return nil }
      return value.base.type
    }
    if entries.isEmpty {
      kinds = types
      return
    }
    for (index, type) in types.enumerated() where index < kinds.count {
      guard let type else { continue }
      if let known = kinds[index], known !== type { isMixed = true }
      kinds[index] = kinds[index] ?? type
    }
  }

  mutating func end(_ context: any CmdletContext) throws {
    let comparer = OrderKeyComparer(comparer: ObjectComparer(isCaseSensitive: caseSensitive), isDescending: [])
    let groups = try ObjectGroups.make(
      entries, comparer, isSorted: !isMixed, keepsObjects: !noElement, hasProperties: !keys.properties.isEmpty)
    guard asHashTable else {
      for group in groups { try context.write(group.value) }
      return
    }
    if let table = try hashtable(groups, context) { try context.write(.object(table)) }
  }

  private func hashtable(_ groups: [ObjectGroup], _ context: any CmdletContext) throws -> PSHashtable? {
    let table = PSHashtable(.hashtable, isCaseSensitive: caseSensitive)
    for group in groups {
      let first = group.values.first ?? .null
      let key = asString ? .string(group.name) : first
      if key.isNull {
        let message =
          "The objects grouped by this property cannot be expanded because there is a key duplication. Provide a valid value for the property, and then try again."
        let error = ShellError("System.ArgumentException", message, id: message, .invalidArgument, target: group.value)
        try context.writeError(error.record)
        continue
      }
      try table.table.set(key.base, .object(group.collection))
    }
    return table
  }
}

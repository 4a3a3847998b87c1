/// A dictionary: `@{}`, `[ordered]@{}` or a generic `Dictionary`.
package final class PSHashtable: PSObject {
  package var table: KeyTable { didSet { version &+= 1 } }
  /// Rises with every change, so that a walk over the entries can tell of one.
  package private(set) var version = 0
  /// The order of the keys of a sorted dictionary; nil for those in order of insertion.
  package var keyOrder: ((Value, Value) throws -> Int)?
  private let tableType: PSType
  /// What a generic dictionary converts its keys and values to; nil for those of objects.
  package let keyType: PSType?
  package let valueType: PSType?
  package var isReadOnly = false

  package init(
    _ type: PSType = .hashtable, isCaseSensitive: Bool = false, keyType: PSType? = nil, valueType: PSType? = nil
  ) {
    table = KeyTable(isCaseSensitive: isCaseSensitive)
    tableType = type
    self.keyType = keyType
    self.valueType = valueType
    super.init(kind: .hashtable)
  }

  /// A hashtable with these entries in this order.
  package convenience init(_ pairs: KeyValuePairs<String, Value>) {
    self.init()
    for (key, value) in pairs { _ = try? table.set(.string(key), value) }
  }

  package override var type: PSType { tableType }
  package var isOrdered: Bool { tableType === PSType.orderedDictionary }
  package override var elementCount: Int? { table.count }
  package override func text() throws -> String { tableType.fullName }

  package var keys: [Value] { table.liveEntries.map(\.key) }
  package var values: [Value] { table.liveEntries.map(\.value) }

  package subscript(_ key: String) -> Value? { try? table.find(.string(key)) }

  package func set(_ key: String, _ value: Value) { _ = try? table.set(.string(key), value) }

  // Keys are properties to a script: $h.Name.
  package override func ownProperty(_ name: Symbol) throws -> Value? {
    guard table.count > 0 else { return nil }
    return try table.find(.string(name.text))
  }

  package override func setOwnProperty(_ name: Symbol, _ value: Value) throws -> Bool {
    // The spelling of a new key is the caller's, which `setProperty` passes by text.
    false
  }

  package override func element(at index: Value) throws -> Value? {
    if isOrdered, let position = try ordinal(index) {
      let entries = table.liveEntries
      return position >= 0 && position < entries.count ? entries[position].value : .null
    }
    let key = index.base
    if key.isNull { throw ShellError.nullIndex() }
    return try table.find(try keyType.map { try key.converted(to: $0) } ?? key) ?? .null
  }

  package override func setElement(at index: Value, _ value: Value) throws -> Bool {
    if isOrdered, let position = try ordinal(index) {
      guard position >= 0, position < table.count else { throw ShellError.indexOutOfRange(index) }
      table.setValue(at: position, value)
      return true
    }
    let key = index.base
    if key.isNull { throw ShellError.nullIndex() }
    try store(
      try keyType.map { try key.converted(to: $0) } ?? key, try valueType.map { try value.converted(to: $0) } ?? value)
    return true
  }

  /// Sets the value of a key, at its place where the dictionary is sorted.
  package func store(_ key: Value, _ value: Value) throws {
    guard let keyOrder, try table.find(key) == nil else {
      try table.set(key, value)
      return
    }
    let entries = table.liveEntries
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if try keyOrder(entries[middle].key, key) < 0 { low = middle + 1 } else { high = middle }
    }
    try table.insert(key, value, at: low)
  }

  private func ordinal(_ index: Value) throws -> Int? {
    if case .int32(let position) = index.base { Int(position) } else { nil }
  }

  package func copy() -> PSHashtable {
    let copy = PSHashtable(tableType, isCaseSensitive: table.isCaseSensitive, keyType: keyType, valueType: valueType)
    copy.table = table
    copy.keyOrder = keyOrder
    return copy
  }

  private var entryType: PSType {
    let arguments = tableType.genericArguments
    guard arguments.count == 2 else { return .dictionaryEntry }
    return TypeRegistry.genericType("System.Collections.Generic.KeyValuePair`2", arguments) ?? .dictionaryEntry
  }

  /// The entries as `GetEnumerator()` gives them.
  package func dictionaryEntries() -> [Value] {
    let type = entryType
    return table.liveEntries.map { .object(DictionaryEntryObject($0.key, $0.value, type)) }
  }
}

/// One entry of a dictionary: `Key`, `Value`, and `Name` for scripts.
package final class DictionaryEntryObject: PSObject {
  package let key: Value
  package let entryValue: Value
  private let entryType: PSType

  package init(_ key: Value, _ value: Value, _ type: PSType = .dictionaryEntry) {
    self.key = key
    entryValue = value
    entryType = type
    super.init()
  }

  package override var type: PSType { entryType }
  package override func text() throws -> String {
    "[\(try key.text()), \(try entryValue.text())]"
  }
}

/// A dictionary: `@{}`, `[ordered]@{}` or a generic `Dictionary`.
package final class PSHashtable: PSObject {
  package var table: KeyTable
  private let tableType: PSType
  /// What a generic dictionary converts its keys and values to; nil for those of objects.
  package let keyType: PSType?
  package let valueType: PSType?
  package var isReadOnly = false

  package init(_ type: PSType = .hashtable, isCaseSensitive: Bool = false, keyType: PSType? = nil, valueType: PSType? = nil) {
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
    try table.set(
      try keyType.map { try key.converted(to: $0) } ?? key, try valueType.map { try value.converted(to: $0) } ?? value)
    return true
  }

  private func ordinal(_ index: Value) throws -> Int? {
    if case .int32(let position) = index.base { Int(position) } else { nil }
  }

  package func copy() -> PSHashtable {
    let copy = PSHashtable(tableType, isCaseSensitive: table.isCaseSensitive, keyType: keyType, valueType: valueType)
    copy.table = table
    return copy
  }

  /// The entries as `GetEnumerator()` gives them.
  package func dictionaryEntries() -> [Value] {
    let type = keyType == nil ? PSType.dictionaryEntry : PSType.named("System.Collections.Generic.KeyValuePair`2")
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
    keyedByType ? "[\(try key.text()), \(try entryValue.text())]" : entryType.fullName
  }
  private var keyedByType: Bool { entryType !== PSType.dictionaryEntry }
}

import ShellObjects

/// What the formatter takes apart: collections, and dictionaries into their entries.
enum Enumeration {
  typealias Elements = ((Value) throws -> Bool) throws -> Void

  /// Walks the elements of a collection or dictionary; nil for every other value.
  static func elements(of value: Value) -> Elements? {
    guard case .object(let object) = value.base else { return nil }
    if let table = object as? PSHashtable {
      return { body in for entry in table.dictionaryEntries() where try !body(entry) { return } }
    }
    guard object.isEnumerable else { return nil }
    return { body in try object.forEachElement(body) }
  }
}

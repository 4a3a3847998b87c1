import Synchronization

/// An interned name: equal symbols are equal names without regard to case.
///
/// Variables, commands, members and hashtable shapes are found by symbol, so that no name is compared as text twice.
package struct Symbol: Hashable, Sendable {
  package let id: Int32

  package init(_ name: String) { self = SymbolTable.intern(name) }

  fileprivate init(id: Int32) { self.id = id }

  /// The name as it was first written anywhere.
  package var text: String { SymbolTable.text(of: self) }

  package static let underscore = Symbol("_")
  package static let args = Symbol("args")
  package static let input = Symbol("input")
  package static let this = Symbol("this")
}

private enum SymbolTable {
  struct State {
    var ids: [String: Int32] = [:]
    var names: [String] = []
  }

  static let state = Mutex(State())

  static func intern(_ name: String) -> Symbol {
    let folded = name.invariantFolded
    return state.withLock { state in
      if let id = state.ids[folded] { return Symbol(id: id) }
      let id = Int32(truncatingIfNeeded: state.names.count)
      state.names.append(name)
      state.ids[folded] = id
      return Symbol(id: id)
    }
  }

  static func text(of symbol: Symbol) -> String {
    state.withLock { Int(symbol.id) < $0.names.count ? $0.names[Int(symbol.id)] : "" }
  }
}

extension String {
  /// The name in the form under which case-insensitive names are equal; cheap for ASCII.
  package var invariantFolded: String {
    var copy = self
    let needsWork = copy.withUTF8 { bytes in bytes.contains { ($0 >= 0x41 && $0 <= 0x5A) || $0 >= 0x80 } }
    return needsWork ? lowercased() : self
  }

  /// Whether two names are equal without regard to case.
  package func equalsName(_ other: String) -> Bool {
    let left = utf8
    let right = other.utf8
    var i = left.startIndex
    var j = right.startIndex
    while i != left.endIndex, j != right.endIndex {
      let a = left[i]
      let b = right[j]
      if a != b {
        if a >= 0x80 || b >= 0x80 { return lowercased() == other.lowercased() }
        let lower = a | 0x20
        if lower != b | 0x20 || lower < 0x61 || lower > 0x7A { return false }
      }
      left.formIndex(after: &i)
      right.formIndex(after: &j)
    }
    return i == left.endIndex && j == right.endIndex
  }

  /// Whether two texts are the same code unit by code unit, which `==` does not ask.
  package func isIdentical(to other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

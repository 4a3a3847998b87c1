import ShellObjects
import ShellTypes

extension Value {
  /// The text in the current culture, as `ToString()` gives it.
  func culturalText() throws -> String {
    if isEnumerable { return try text() }
    if case .object(let object) = self, object.extended != nil { return try text() }
    return try formatted("", .current)
  }
}

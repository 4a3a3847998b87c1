import ShellObjects
import ShellTypes

extension Value {
  /// The text in the current culture, as `ToString()` gives it.
  func culturalText() throws -> String {
    if isEnumerable { return try text() }
    if case .object(let object) = self {
      if object.extended != nil || (object as? WrappedValue)?.literalText != nil { return try text() }
    }
    return try formatted("", .current)
  }
}

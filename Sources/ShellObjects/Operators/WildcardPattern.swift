/// A PowerShell wildcard: `*`, `?`, `[a-z]`, with backtick as the escape.
package struct WildcardPattern: Sendable {
  private enum Element: Sendable {
    case any
    case one
    case unit(UInt16)
    case set([ClosedRange<UInt16>])
  }

  private let elements: [Element]
  private let ignoreCase: Bool
  /// Whether the pattern holds a wildcard at all.
  package let hasWildcards: Bool

  /// Nil where a bracket is not closed, a set is empty or a range runs backwards.
  package init?(_ pattern: String, ignoreCase: Bool = true) {
    self.ignoreCase = ignoreCase
    var elements: [Element] = []
    var hasWildcards = false
    let units = Array((ignoreCase ? pattern.uppercased() : pattern).utf16)
    var index = 0
    while index < units.count {
      switch units[index] {
      case 0x60 where index + 1 < units.count:
        index += 1
        elements.append(.unit(units[index]))
      case 0x2A:
        hasWildcards = true
        if case .any? = elements.last {} else { elements.append(.any) }
      case 0x3F:
        hasWildcards = true
        elements.append(.one)
      case 0x5B:
        hasWildcards = true
        guard let (ranges, next) = Self.set(units, index + 1) else { return nil }
        elements.append(.set(ranges))
        index = next
      default: elements.append(.unit(units[index]))
      }
      index += 1
    }
    self.elements = elements
    self.hasWildcards = hasWildcards
  }

  /// The ranges of a bracket expression and the position of its `]`.
  private static func set(_ units: [UInt16], _ start: Int) -> ([ClosedRange<UInt16>], Int)? {
    var ranges: [ClosedRange<UInt16>] = []
    var index = start
    while index < units.count {
      var unit = units[index]
      if unit == 0x5D, index > start { return (ranges, index) }
      if unit == 0x60, index + 1 < units.count {
        index += 1
        unit = units[index]
      }
      if index + 2 < units.count, units[index + 1] == 0x2D, units[index + 2] != 0x5D {
        let upper = units[index + 2]
        guard unit <= upper else { return nil }
        ranges.append(unit...upper)
        index += 3
      } else {
        ranges.append(unit...unit)
        index += 1
      }
    }
    return nil
  }

  package func matches(_ text: String) -> Bool {
    let units = Array((ignoreCase ? text.uppercased() : text).utf16)
    var position = 0
    var element = 0
    var retryElement = -1
    var retryPosition = 0
    while position < units.count {
      if element < elements.count {
        if case .any = elements[element] {
          retryElement = element
          retryPosition = position
          element += 1
          continue
        }
        if matches(elements[element], units[position]) {
          element += 1
          position += 1
          continue
        }
      }
      guard retryElement >= 0 else { return false }
      retryPosition += 1
      position = retryPosition
      element = retryElement + 1
    }
    while element < elements.count {
      guard case .any = elements[element] else { return false }
      element += 1
    }
    return true
  }

  private func matches(_ element: Element, _ unit: UInt16) -> Bool {
    switch element {
    case .any, .one: true
    case .unit(let wanted): wanted == unit
    case .set(let ranges): ranges.contains { $0.contains(unit) }
    }
  }

  /// Whether a text holds a character that a wildcard would take specially.
  package static func containsWildcards(_ text: String) -> Bool {
    var escaped = false
    for unit in text.utf8 {
      if escaped {
        escaped = false
      } else if unit == 0x60 {
        escaped = true
      } else if unit == 0x2A || unit == 0x3F || unit == 0x5B {
        return true
      }
    }
    return false
  }

  /// The text with every special character escaped.
  package static func escape(_ text: String) -> String {
    var result = ""
    for character in text {
      if "*?[]".contains(character) { result.append("`") }
      result.append(character)
    }
    return result
  }

  package static func unescape(_ text: String) -> String {
    var result = ""
    var escaped = false
    for character in text {
      if !escaped, character == "`" { escaped = true; continue }
      if escaped, !"*?[]`".contains(character) { result.append("`") }
      result.append(character)
      escaped = false
    }
    if escaped { result.append("`") }
    return result
  }
}

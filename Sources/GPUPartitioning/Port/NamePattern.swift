/// A name as -VMName takes it: matched without regard to case, with the wildcards `*`, `?` and `[a-z]`.
///
/// A grave accent takes the meaning from the character after it.
package struct NamePattern: Equatable, Sendable {
  private enum Part: Equatable, Sendable {
    case character(Unicode.Scalar)
    case anything
    case one
    case oneOf([ClosedRange<Unicode.Scalar>])
  }

  /// As it was typed.
  package let text: String
  private let parts: [Part]

  package init(_ text: String) {
    self.text = text
    parts = NamePattern.parse(Array(text.lowercased().unicodeScalars))
  }

  /// Names exactly one thing: it has no wildcard.
  package var isLiteral: Bool {
    parts.allSatisfy { if case .character = $0 { true } else { false } }
  }

  package func matches(_ name: String) -> Bool {
    let scalars = Array(name.lowercased().unicodeScalars)
    var (part, position) = (0, 0)
    var retry: (part: Int, position: Int)?
    while position < scalars.count {
      if part < parts.count, parts[part] == .anything {
        retry = (part, position)
        part += 1
      } else if part < parts.count, accepts(parts[part], scalars[position]) {
        part += 1
        position += 1
      } else if let last = retry {
        retry = (last.part, last.position + 1)
        part = last.part + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .anything }
  }

  private func accepts(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
    switch part {
    case .character(let wanted): wanted == scalar
    case .anything: false
    case .one: true
    case .oneOf(let ranges): ranges.contains { $0.contains(scalar) }
    }
  }

  private static func parse(_ scalars: [Unicode.Scalar]) -> [Part] {
    var parts: [Part] = []
    var rest = scalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": if parts.last != .anything { parts.append(.anything) }
      case "?": parts.append(.one)
      case "`": parts.append(.character(rest.popFirst() ?? scalar))
      case "[":
        if let end = rest.firstIndex(of: "]"), end > rest.startIndex {
          parts.append(.oneOf(ranges(in: rest[..<end])))
          rest = rest[(end + 1)...]
        } else {
          parts.append(.character(scalar))
        }
      default: parts.append(.character(scalar))
      }
    }
    return parts
  }

  private static func ranges(in scalars: ArraySlice<Unicode.Scalar>) -> [ClosedRange<Unicode.Scalar>] {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var rest = scalars
    while let low = rest.popFirst() {
      if rest.first == "-", let high = rest.dropFirst().first, low <= high {
        rest = rest.dropFirst(2)
        ranges.append(low...high)
      } else {
        ranges.append(low...low)
      }
    }
    return ranges
  }
}

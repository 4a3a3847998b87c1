/// A key together with the modifiers that were held.
///
/// Letters carry Shift in their case: `Alt+F` is Alt with the capital letter. Named keys carry it as a modifier.
package struct KeyChord: Hashable, Sendable {
  /// The keys that no character stands for.
  package enum Key: Hashable, Sendable {
    case character(UInt32)
    case enter, tab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
  }

  /// The modifier keys a terminal can report.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package let key: Key
  package let modifiers: Modifiers

  /// Makes a chord; Shift on a letter becomes its capital.
  package init(_ key: Key, _ modifiers: Modifiers = []) {
    guard case .character(let scalar) = key, modifiers.contains(.shift) else {
      self.key = key
      self.modifiers = modifiers
      return
    }
    self.key = .character(scalar >= 0x61 && scalar <= 0x7A ? scalar - 32 : scalar)
    self.modifiers = modifiers.subtracting(.shift)
  }

  /// True for the keys that stop what goes on: Ctrl+c and Ctrl+g.
  var isInterrupt: Bool {
    modifiers == .control && (key == .character(0x63) || key == .character(0x67))
  }

  /// The scalar that the chord types: nil for a command key.
  package var typedScalar: UInt32? {
    guard modifiers.isEmpty, case .character(let scalar) = key, scalar >= 0x20, scalar != 0x7F else { return nil }
    return scalar
  }
}

/// Which function each key has.
package struct KeyMap {
  private var single: [KeyChord: EditFunction] = [:]
  private var double: [KeyChord: [KeyChord: EditFunction]] = [:]

  /// The keys of an edit mode before anybody changed them.
  static func standard(_ mode: EditMode) -> KeyMap {
    var map = KeyMap()
    let table =
      switch mode {
      case .windows: everywhere + windows
      case .emacs: everywhere + emacs
      case .vi: everywhere + vi
      }
    for (keys, function) in table { map.bind(keys, to: function) }
    if mode == .emacs { map.addEscapeForAlt() }
    return map
  }

  /// Binds a chord, or two with a comma between, to the function of a name; false when either does not exist.
  @discardableResult
  package mutating func bind(_ keys: String, to name: String) -> Bool {
    guard let chords = KeyChord.sequence(named: keys), let function = EditFunction.named(name) else { return false }
    set(chords, to: function)
    return true
  }

  /// Takes away what the keys are bound to; false when they are no keys.
  @discardableResult
  package mutating func unbind(_ keys: String) -> Bool {
    guard let chords = KeyChord.sequence(named: keys) else { return false }
    set(chords, to: nil)
    return true
  }

  /// The keys that are bound and the names of their functions, ordered by function.
  package var bindings: [(keys: String, function: String, group: String)] {
    let ones = single.map { ($0.key.name, $0.value) }
    let twos = double.flatMap { first in first.value.map { (first.key.name + "," + $0.key.name, $0.value) } }
    return (ones + twos).map { (keys: $0.0, function: $0.1.name, group: $0.1.group.rawValue) }
      .sorted { ($0.group, $0.function, $0.keys) < ($1.group, $1.function, $1.keys) }
  }

  var description: String {
    bindings.map { "\($0.keys): \($0.function)" }.joined(separator: "\n")
  }

  func function(for chord: KeyChord) -> EditFunction? { single[chord] }

  func function(for first: KeyChord, _ second: KeyChord) -> EditFunction? { double[first]?[second] }

  /// True when the chord waits for another.
  func isPrefix(_ chord: KeyChord) -> Bool { double[chord] != nil }

  private mutating func set(_ chords: [KeyChord], to function: EditFunction?) {
    guard let first = chords.first else { return }
    guard chords.count > 1 else { return single[first] = function }
    double[first, default: [:]][chords[1]] = function
    if double[first]?.isEmpty == true { double[first] = nil }
  }

  /// Makes Escape and then a key do what Alt and the key do.
  private mutating func addEscapeForAlt() {
    for (chord, function) in single where chord.modifiers.contains(.alt) {
      let plain = KeyChord(chord.key, chord.modifiers.subtracting(.alt))
      double[KeyChord(.escape), default: [:]][plain] = function
    }
  }
}

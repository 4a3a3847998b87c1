extension EditSession {
  /// Where a key leads.
  enum Route {
    /// The key has been dealt with.
    case done
    case function(EditFunction)
    /// The key types a character and nothing stands in the way.
    case text(UInt32)
    case unbound
  }

  /// Finds what a key does now; menus, searches and first keys of two deal with it here.
  func route(_ chord: KeyChord) -> Route {
    if handleModal(chord) { return .done }
    if let prefix = pendingPrefix {
      pendingPrefix = nil
      guard let function = keyMap.function(for: prefix, chord) else {
        ring()
        return .done
      }
      return .function(function)
    }
    if argument.value != nil, chord.isInterrupt {
      argument = NumericArgument()
      return .done
    }
    if keyMap.isPrefix(chord) {
      pendingPrefix = chord
      return .done
    }
    if let function = keyMap.function(for: chord) { return .function(function) }
    // A letter with Alt that is not bound types itself, as in PSReadLine.
    let plain = chord.modifiers == .alt ? KeyChord(chord.key) : chord
    guard let scalar = plain.typedScalar else { return .unbound }
    // Why: libedit inserts what is typed; it knows no selection and not our counts.
    let needsUs = plain == chord && (selection != nil || argument.value != nil)
    return needsUs ? EditFunction.named("SelfInsert").map { .function($0) } ?? .text(scalar) : .text(scalar)
  }

  /// Deals with a key from beginning to end, as the editor does with libedit in between.
  func press(_ chord: KeyChord) {
    switch route(chord) {
    case .done: break
    case .function(let function): perform(function, for: chord)
    case .text(let scalar):
      var changed = buffer
      changed.insert([scalar])
      adopt(changed)
    case .unbound: refuse(chord)
    }
  }

  /// Answers a key that nothing is bound to.
  func refuse(_ chord: KeyChord) {
    argument = NumericArgument()
    if case .character = chord.key { ring() }
  }
}

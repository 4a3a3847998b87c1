extension EditFunction {
  /// Functions that look for a character.
  static let searching: [EditFunction] = [
    EditFunction("CharacterSearch", .search) { $0.modal = .characterSearch(steps: $0.argument.value ?? 1) },
    EditFunction("CharacterSearchBackward", .search) { $0.modal = .characterSearch(steps: -($0.argument.value ?? 1)) },
  ]

  /// Functions of no other group.
  static let other: [EditFunction] = [
    EditFunction("Abort", .basic) { _ in },
    EditFunction("ClearScreen", .miscellaneous) { $0.effects.clearsScreen = true },
    EditFunction("DigitArgument", .miscellaneous) { $0.addDigit() },
    EditFunction("InvokePrompt", .miscellaneous) { _ in },
    EditFunction("ShowKeyBindings", .miscellaneous) { $0.message = $0.keyMap.description },
    EditFunction("WhatIsKey", .miscellaneous) { session in
      session.modal = .keyQuestion
      session.message = "what-is-key:"
    },
  ]
}

extension EditSession {
  /// Adds the digit or the minus of the key that was pressed to the count.
  fileprivate func addDigit() {
    guard case .character(let scalar) = lastChord.key else { return }
    // A count stands between two commands without parting them.
    run = previousRun
    switch scalar {
    case 0x2D: argument.toggleSign()
    case 0x30...0x39: argument.addDigit(Int(scalar) - 0x30)
    default: ring()
    }
  }
}

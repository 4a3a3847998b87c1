extension EditFunction {
  /// Functions that end the line or open another one.
  static let accepting: [EditFunction] = [
    EditFunction("SelfInsert", .basic) { $0.typeCharacter() },
    EditFunction("AcceptLine", .basic) { $0.acceptLine() },
    EditFunction("ValidateAndAcceptLine", .basic) { $0.validateAndAcceptLine() },
    EditFunction("AcceptAndGetNext", .basic) { $0.acceptAndGetNext() },
    EditFunction("AddLine", .basic) { $0.insert([LineBuffer.newline]) },
    EditFunction("InsertLineAbove", .basic) { $0.insertLineAbove() },
    EditFunction("InsertLineBelow", .basic) { session in
      session.buffer.move(to: session.buffer.lineEnd(at: session.buffer.cursor))
      session.insert([LineBuffer.newline])
    },
    EditFunction("CancelLine", .basic) { $0.outcome = .cancelled },
    EditFunction("CopyOrCancelLine", .basic) { session in
      if session.activeSelection != nil { session.copySelection() } else { session.outcome = .cancelled }
    },
    EditFunction("DeleteCharOrExit", .basic) { session in
      if session.buffer.isEmpty { session.outcome = .endOfInput } else { session.deleteForward(1) }
    },
  ]
}

extension EditSession {
  fileprivate func typeCharacter() {
    guard let scalar = lastChord.typedScalar else { return }
    insert(Array(repeating: scalar, count: max(argument.value ?? 1, 0)))
  }

  /// Runs the text, or goes on in a next line while it is incomplete.
  func acceptLine() {
    let text = buffer.text
    guard delegate?.isComplete(text) ?? true else { return insert([LineBuffer.newline]) }
    outcome = .accepted(text)
  }

  fileprivate func validateAndAcceptLine() {
    let text = buffer.text
    if delegate?.isComplete(text) ?? true, delegate?.highlight(text).hasError ?? false {
      message = "The line has an error."
      return
    }
    acceptLine()
  }

  fileprivate func acceptAndGetNext() {
    let next = recall.index + 1
    acceptLine()
    guard outcome != nil else { return }
    if history.entries.indices.contains(next) { nextEntry = history.entries[next] } else { ring() }
  }

  fileprivate func insertLineAbove() {
    let start = buffer.lineStart(at: buffer.cursor)
    buffer.move(to: start)
    insert([LineBuffer.newline])
    buffer.move(to: start)
  }
}

extension EditFunction {
  /// Functions that change the case of letters.
  static let caseChanges: [EditFunction] = [
    EditFunction("UpcaseWord", .basic) { $0.changeWord { LineBuffer.text($0[...]).uppercased() } },
    EditFunction("DowncaseWord", .basic) { $0.changeWord { LineBuffer.text($0[...]).lowercased() } },
    EditFunction("CapitalizeWord", .basic) { session in
      let delimiters = session.delimiters
      session.changeWord { word in
        let start = word.firstIndex { delimiters.isInWord($0) } ?? word.count
        let next = min(start + 1, word.count)
        return LineBuffer.text(word[..<start]) + LineBuffer.text(word[start..<next]).uppercased()
          + LineBuffer.text(word[next...]).lowercased()
      }
    },
    EditFunction("InvertCase", .basic) { $0.invertCase() },
  ]
}

extension EditSession {
  /// Changes the text from the cursor to the end of the current or next word.
  fileprivate func changeWord(_ change: ([UInt32]) -> String) {
    let range = buffer.cursor..<buffer.wordEnd(after: buffer.cursor, delimiters)
    buffer.replace(range, with: change(Array(buffer.scalars[range])).unicodeScalars.map(\.value))
  }

  fileprivate func invertCase() {
    guard !buffer.isAtEnd else { return ring() }
    let range = buffer.cursor..<buffer.edge(after: buffer.cursor)
    let text = buffer.text(in: range)
    let changed = text == text.lowercased() ? text.uppercased() : text.lowercased()
    buffer.replace(range, with: changed.unicodeScalars.map(\.value))
  }
}

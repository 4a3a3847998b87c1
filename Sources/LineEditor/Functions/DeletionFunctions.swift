extension EditFunction {
  /// Functions that delete without keeping the text, and those that take edits back.
  static let deletion: [EditFunction] = [
    EditFunction("BackwardDeleteChar", .basic) { $0.deleteForward(-($0.argument.value ?? 1)) },
    EditFunction("DeleteChar", .basic) { $0.deleteForward($0.argument.value ?? 1) },
    EditFunction("BackwardDeleteInput", .basic) { $0.delete(0..<$0.buffer.cursor) },
    EditFunction("ForwardDeleteInput", .basic) { $0.delete($0.buffer.cursor..<$0.buffer.count) },
    EditFunction("BackwardDeleteLine", .basic) {
      $0.delete($0.buffer.lineStart(at: $0.buffer.cursor)..<$0.buffer.cursor)
    },
    EditFunction("ForwardDeleteLine", .basic) { session in
      let (cursor, end) = (session.buffer.cursor, session.buffer.lineEnd(at: session.buffer.cursor))
      // At the end of a line its newline goes.
      session.delete(cursor..<(cursor == end ? end + 1 : end))
    },
    EditFunction("RevertLine", .basic) { session in
      if session.closeList() { return }
      session.buffer = session.undoLog.undoAll()
      // A line that was recalled goes too.
      session.buffer.replace(0..<session.buffer.count, with: [])
    },
    EditFunction("Undo", .basic) { $0.restore($0.undoLog.undo()) },
    EditFunction("UndoAll", .basic) { $0.restore($0.undoLog.canUndo ? $0.undoLog.undoAll() : nil) },
    EditFunction("Redo", .basic) { $0.restore($0.undoLog.redo()) },
    EditFunction("SwapCharacters", .basic) { $0.swapCharacters() },
  ]
}

extension EditSession {
  func delete(_ range: Range<Int>) {
    buffer.replace(range, with: [])
  }

  /// Deletes the selection, or as many characters; negative counts go left.
  func deleteForward(_ count: Int) {
    if let activeSelection { return delete(activeSelection) }
    let other = buffer.edge(from: buffer.cursor, by: count)
    delete(min(other, buffer.cursor)..<max(other, buffer.cursor))
  }

  fileprivate func restore(_ state: LineBuffer?) {
    guard let state else { return ring() }
    buffer = state
  }

  /// Exchanges the characters around the cursor; at the end the last two.
  fileprivate func swapCharacters() {
    guard buffer.cursor > 0, buffer.count > 1 else { return ring() }
    let middle = buffer.isAtEnd ? buffer.edge(before: buffer.count) : buffer.cursor
    let (start, end) = (buffer.edge(before: middle), buffer.edge(after: middle))
    guard start < middle else { return ring() }
    buffer.replace(start..<end, with: Array(buffer.scalars[middle..<end] + buffer.scalars[start..<middle]))
  }
}

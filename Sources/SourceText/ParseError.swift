/// One thing wrong with a text, found before any of it ran.
package struct ParseError: Error, Sendable, Hashable {
  /// PowerShell's error id: `MissingEndCurlyBrace`.
  package let id: String

  /// The message, without position.
  package let message: String
  package let extent: ScriptExtent

  /// True where more text could make the error go away: the interactive shell then asks for another line.
  package let isIncompleteInput: Bool

  package init(id: String, message: String, extent: ScriptExtent, isIncompleteInput: Bool = false) {
    self.id = id
    self.message = message
    self.extent = extent
    self.isIncompleteInput = isIncompleteInput
  }
}

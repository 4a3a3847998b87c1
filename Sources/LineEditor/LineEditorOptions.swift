/// The settings of the editor, named as those of `Set-PSReadLineOption`.
package struct LineEditorOptions: Sendable {
  package var editMode: EditMode = .windows
  package var continuationPrompt = ">> "
  /// Each colour as the escape sequence that sets it.
  package var colors: [ColorRole: String] = LineEditorOptions.defaultColors
  /// The characters that end a word, apart from white space.
  package var wordDelimiters = ";:,.[]{}()/\\|!?^&*-=+'\"\u{2013}\u{2014}\u{2015}"
  /// Recall shows each line once.
  package var historyNoDuplicates = true
  /// A word that was typed is undone in one step; false undoes it character by character.
  package var undoJoinsTypedWords = true
  package var historySearchCaseSensitive = false
  package var historySearchCursorMovesToEnd = false
  package var maximumKillRingCount = 10
  /// The rest of an older line that begins as the text does is shown behind the cursor.
  package var showsPredictions = true
  package var predictionView: PredictionView = .inline
  package var showsToolTips = true
  /// How long a lone Escape waits for the rest of a key, in milliseconds.
  package var escapeTimeout = 30
  /// Rings for what cannot be done.
  package var isAudible = true

  package init() {}

  /// Source: PSReadLine 2.4.5 on Linux, `Get-PSReadLineOption`.
  package static let defaultColors: [ColorRole: String] = [
    .plain: "\u{1b}[37m", .comment: "\u{1b}[32m", .keyword: "\u{1b}[92m", .string: "\u{1b}[36m",
    .operator: "\u{1b}[90m", .variable: "\u{1b}[92m", .command: "\u{1b}[93m", .parameter: "\u{1b}[90m",
    .type: "\u{1b}[37m", .number: "\u{1b}[97m", .member: "\u{1b}[37m", .emphasis: "\u{1b}[96m",
    .error: "\u{1b}[91m", .selection: "\u{1b}[30;47m", .continuationPrompt: "\u{1b}[37m",
    .inlinePrediction: "\u{1b}[97;2;3m", .listPrediction: "\u{1b}[33m", .listPredictionSelected: "\u{1b}[48;5;238m",
  ]
}

/// Where older lines are offered.
package enum PredictionView: String, Sendable {
  /// The newest behind the cursor.
  case inline = "InlineView"
  /// Some below the text.
  case list = "ListView"
}

/// The set of keys in use.
package enum EditMode: String, Sendable {
  case windows = "Windows"
  case emacs = "Emacs"
  /// Keys of vi. libedit's own commands edit in this mode, apart from what PSReadLine binds beside them.
  case vi = "Vi"
}

/// What the editor asks of the shell it edits for.
///
/// All offsets and lengths count bytes of UTF-8 in the text that was given. Every call comes on the thread that reads
/// the line, and a key waits for it: `highlight` runs once for each key.
package protocol LineEditorDelegate: AnyObject {
  /// True when Enter shall run the text; false when it goes on in a next line.
  func isComplete(_ text: String) -> Bool

  /// What can stand at the cursor; an empty result when nothing is known.
  func complete(_ text: String, cursor: Int) -> CompletionResult

  /// The colours of the text, and whether it has an error.
  func highlight(_ text: String) -> Highlighting

  /// Where the tokens of the text are, nested ones included, in the order of their starts.
  func tokens(in text: String) -> [Range<Int>]

  /// Where the arguments of the commands in the text are, in order; neither names nor parameters are among them.
  func commandArguments(in text: String) -> [Range<Int>]

  /// Where an accepted line goes; secrets belong in memory only.
  func historyDisposition(of text: String) -> HistoryDisposition
}

extension LineEditorDelegate {
  package func tokens(in text: String) -> [Range<Int>] { [] }

  package func commandArguments(in text: String) -> [Range<Int>] { [] }

  package func historyDisposition(of text: String) -> HistoryDisposition { .memoryAndFile }
}

/// The texts that can replace a part of the line.
package struct CompletionResult: Sendable {
  package var replacementStart: Int
  package var replacementLength: Int
  package var items: [CompletionItem]

  package init(replacementStart: Int = 0, replacementLength: Int = 0, items: [CompletionItem] = []) {
    self.replacementStart = replacementStart
    self.replacementLength = replacementLength
    self.items = items
  }
}

/// One text that can replace the part.
package struct CompletionItem: Sendable {
  /// What is put into the line.
  package var text: String
  /// What a menu shows.
  package var listText: String
  /// What is told about it below a menu; nil when there is nothing to tell.
  package var toolTip: String?

  package init(_ text: String, listText: String? = nil, toolTip: String? = nil) {
    self.text = text
    self.listText = listText ?? text
    self.toolTip = toolTip
  }
}

/// The colours of a text.
package struct Highlighting: Sendable {
  /// In ascending order and without overlap; what lies between has the default colour.
  package var spans: [HighlightSpan]
  /// True turns the last sign of the prompt red.
  package var hasError: Bool

  package init(spans: [HighlightSpan] = [], hasError: Bool = false) {
    self.spans = spans
    self.hasError = hasError
  }
}

/// A part of the text that has one colour.
package struct HighlightSpan: Sendable, Equatable {
  package var start: Int
  package var length: Int
  package var role: ColorRole

  package init(start: Int, length: Int, role: ColorRole) {
    self.start = start
    self.length = length
    self.role = role
  }
}

/// What a colour is for.
///
/// The raw values are the keys of `Set-PSReadLineOption -Colors`.
package enum ColorRole: String, CaseIterable, Sendable {
  case plain = "Default"
  case comment = "Comment"
  case keyword = "Keyword"
  case string = "String"
  case `operator` = "Operator"
  case variable = "Variable"
  case command = "Command"
  case parameter = "Parameter"
  case type = "Type"
  case number = "Number"
  case member = "Member"
  case emphasis = "Emphasis"
  case error = "Error"
  case selection = "Selection"
  case continuationPrompt = "ContinuationPrompt"
  case inlinePrediction = "InlinePrediction"
  case listPrediction = "ListPrediction"
  case listPredictionSelected = "ListPredictionSelected"
}

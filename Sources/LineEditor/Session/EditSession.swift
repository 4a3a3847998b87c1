/// The editing of one line after another, without a terminal: keys go in, text and cursor come out.
///
/// `LineEditor` connects it to libedit and the screen; tests press keys on it.
final class EditSession {
  var buffer = LineBuffer()
  var options: LineEditorOptions
  var keyMap: KeyMap
  let history: CommandHistory
  weak var delegate: (any LineEditorDelegate)?

  var undoLog = UndoLog()
  var killRing: KillRing
  var clipboard: [UInt32] = []
  /// One end of the selection, and the mark of Emacs.
  var mark = 0
  var recall = HistoryRecall()
  /// The count given before a function with Alt and digits.
  var argument = NumericArgument()
  var modal = Modal.none
  var cycle: CompletionCycle?
  var yank = YankState()
  /// Older lines to pick from, when predictions are shown as a list.
  var list: PredictionList?
  /// The text that the list was last looked up for.
  var listedText: [UInt32]?
  /// The column that Up and Down keep to; nil means the end of each line.
  var wantedColumn: Int?

  /// What kind of command ran last: some do more when they are repeated.
  var run = CommandRun.none
  private(set) var previousRun = CommandRun.none
  /// What was selected when the command began.
  private(set) var activeSelection: Range<Int>?
  /// The key that led to the running function.
  private(set) var lastChord = KeyChord(.enter)

  /// How the line ended; nil while it is edited.
  var outcome: Outcome?
  /// A text below the line, which the next key removes.
  var message: String?
  /// Completions shown below the line, which the next key removes.
  var listing: [CompletionItem] = []
  /// What the terminal shall do besides showing the line.
  var effects = Effects()
  /// The width of the terminal, for the layout of menus.
  var columns = 80
  /// The entry that the next prompt starts with.
  var nextEntry: [UInt32]?
  /// The first key of a chord of two.
  var pendingPrefix: KeyChord?

  enum Outcome: Equatable {
    case accepted(String)
    case cancelled
    case endOfInput
  }

  struct Effects: Equatable {
    var bells = 0
    var clearsScreen = false
    var copied: [UInt32]?
  }

  init(history: CommandHistory, options: LineEditorOptions) {
    self.history = history
    self.options = options
    keyMap = KeyMap.standard(options.editMode)
    killRing = KillRing(limit: options.maximumKillRingCount)
  }

  /// Starts a new line.
  func begin() {
    buffer = LineBuffer(nextEntry ?? [])
    nextEntry = nil
    undoLog.joinsTypedWords = options.undoJoinsTypedWords
    undoLog.reset(to: buffer)
    recall = HistoryRecall(index: history.entries.count)
    (argument, modal, cycle, outcome, message) = (NumericArgument(), .none, nil, nil, nil)
    (run, previousRun, activeSelection, pendingPrefix) = (.none, .none, nil, nil)
    mark = 0
    listing = []
    (list, listedText) = (nil, nil)
    refreshList()
  }

  /// Runs a function as the one that `chord` is bound to.
  func perform(_ function: EditFunction, for chord: KeyChord) {
    startCommand(chord)
    function.body(self)
    if function.name != "DigitArgument" { argument = NumericArgument() }
    finishCommand()
  }

  /// Takes over what libedit made of the text by itself.
  func adopt(_ changed: LineBuffer) {
    guard changed != buffer else { return }
    startCommand(lastChord)
    buffer = changed
    finishCommand()
  }

  /// Inserts what was pasted, in one step.
  ///
  /// Pasted newlines run nothing.
  func paste(_ text: [UInt32]) {
    if case .none = modal {} else { leaveModal() }
    startCommand(lastChord)
    insert(text)
    finishCommand()
  }

  /// The text that is selected now.
  var selection: Range<Int>? {
    run == .select ? min(mark, buffer.cursor)..<min(max(mark, buffer.cursor), buffer.count) : nil
  }

  func ring() {
    effects.bells += 1
  }

  /// Puts `text` in the place of the selection or at the cursor.
  func insert(_ text: [UInt32]) {
    buffer.replace(activeSelection ?? buffer.cursor..<buffer.cursor, with: text)
  }

  var delimiters: WordDelimiters { WordDelimiters(options.wordDelimiters) }

  private func startCommand(_ chord: KeyChord) {
    activeSelection = selection
    lastChord = chord
    previousRun = run
    run = .none
    message = nil
    listing = []
  }

  private func finishCommand() {
    activeSelection = nil
    if run != .complete { cycle = nil }
    // Any other command makes the text the one that is being typed.
    if run != .recall, run != .prefixSearch { recall = HistoryRecall(index: history.entries.count) }
    undoLog.record(buffer)
    refreshList()
  }
}

/// Kinds of commands that act together when they follow each other.
enum CommandRun {
  case none, kill, yank, yankArgument, complete, recall, prefixSearch, list, select, vertical
}

/// The count that Alt with digits gives to the next function.
struct NumericArgument {
  private var digits: Int?
  private var isNegative = false

  /// The count; nil when none was given.
  ///
  /// A lone minus is -1.
  var value: Int? {
    if let digits { return isNegative ? -digits : digits }
    return isNegative ? -1 : nil
  }

  mutating func addDigit(_ digit: Int) {
    // Larger counts could only be meant to hang the editor.
    digits = min((digits ?? 0) * 10 + digit, 9999)
  }

  mutating func toggleSign() {
    isNegative.toggle()
  }
}

/// What Yank and its kin remember for a repetition.
struct YankState {
  /// Where the inserted text starts.
  var start = 0
  /// The entry the last argument came from.
  var historyIndex = 0
  /// Which argument is taken; negative ones count from the end.
  var argument = -1
  /// Where a repetition looks: -1 for older entries.
  var direction = -1
}

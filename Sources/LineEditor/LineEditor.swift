internal import CEditLine
import Glibc

// The interactive line reader.
//
//   terminal bytes -> KeyDecoder -> EditSession.route -> libedit -> EditSession.perform -> FrameBuilder -> Screen
//
// libedit owns the terminal's modes, the loop that reads a line, the text as typed characters build it, its own commands
// for vi and those a user binds in ~/.editrc. It decodes no Escape sequences, draws badly when a text wraps, and loses
// what it recalls beyond 1,024 characters; so keys are decoded, functions run, and everything is drawn here, and what
// libedit draws goes nowhere.
//
// A key that has a function reaches libedit as two scalars, which it maps to the one command that calls back with the
// function's number. Afterwards the text here is written into libedit's buffer; after a command of libedit's own it is
// the other way round (`LineEditor+Input`).
//
// Read: Keys (bytes to chords, chords to functions), Text (the buffer and its parts), Session (what lasts from key to
// key), Functions (what keys do), Screen (rows, differences), History (memory and file). Nothing below this file and
// its extensions knows a terminal, except `Screen` and `TerminalOutput`.

/// Reads lines from a terminal with editing, colours, completion and history.
///
/// It belongs to the thread that made it. One editor may exist at a time on a terminal.
package final class LineEditor {
  /// How a line ended.
  package enum Reading: Equatable, Sendable {
    /// Enter, on a complete text; several lines are separated by newlines.
    case line(String)
    /// Ctrl+C: the text was dropped.
    case interrupted
    /// Ctrl+D on an empty line, or the terminal has gone away.
    case endOfInput
  }

  /// Whom the editor asks; it is not kept alive.
  package weak var delegate: (any LineEditorDelegate)? {
    didSet { session.delegate = delegate }
  }

  /// The settings.
  ///
  /// A change of the edit mode counts for the next editor.
  package var options: LineEditorOptions {
    get { session.options }
    set { session.options = newValue }
  }

  /// The functions of the keys.
  package var keyMap: KeyMap {
    get { session.keyMap }
    set { session.keyMap = newValue }
  }

  let terminal: Int32
  let session: EditSession
  let screen: Screen
  var decoder = KeyDecoder()
  /// Scalars that libedit gets next.
  var queue: [UInt32] = []
  /// The chord whose function libedit is about to call.
  var pendingChord = KeyChord(.enter)
  var signals: Int32 = -1
  var prompt = ""
  /// True until libedit asks for the first scalar of a line.
  var isFresh = true
  /// When the last frame was drawn, in milliseconds.
  var lastFrame = 0
  private var engine: OpaquePointer?

  /// Opens an editor on the terminal `descriptor`.
  ///
  /// Nil when that is no terminal, or one that cannot move its cursor (`TERM=dumb`): read plain lines then.
  package init?(descriptor: Int32 = 0, history: CommandHistory, options: LineEditorOptions = LineEditorOptions()) {
    terminal = descriptor
    session = EditSession(history: history, options: options)
    screen = Screen(descriptor: descriptor)
    guard isatty(descriptor) == 1, let kind = getenv("TERM"), strcmp(kind, "dumb") != 0, kind.pointee != 0 else {
      return nil
    }
    engine = ceditline_open("gpsh", descriptor, options.editMode == .vi ? 1 : 0, makeCallbacks())
    guard let engine else { return nil }
    bindKeys(of: engine)
    ceditline_source(engine, nil)
  }

  deinit {
    if let engine { ceditline_close(engine) }
  }

  /// Reads one line.
  ///
  /// `prompt` may hold colours as escape sequences and several lines.
  package func readLine(prompt: String) -> Reading {
    guard let engine else { return .endOfInput }
    self.prompt = prompt
    session.history.refresh()
    session.begin()
    signals = ceditline_watch(terminal)
    screen.begin()
    isFresh = true
    let count = ceditline_read(engine)
    let reading = finish(engine, count)
    ceditline_unwatch()
    return reading
  }

  /// Runs `body` with libedit's buffer; does nothing without an editor.
  func withEngine(_ body: (OpaquePointer) -> Void) {
    if let engine { body(engine) }
  }

  /// Says how the line ended, draws it for the last time, and remembers it.
  private func finish(_ engine: OpaquePointer, _ count: Int32) -> Reading {
    // Some commands of libedit's vi accept by themselves.
    if session.outcome == nil, count > 0 {
      adoptFromEngine()
      session.outcome = .accepted(session.buffer.text)
    }
    draw(isFinal: true)
    screen.end()
    switch session.outcome {
    case .accepted(let text):
      session.history.add(text, disposition: delegate?.historyDisposition(of: text) ?? .memoryAndFile)
      return .line(text)
    case .cancelled: return .interrupted
    case .endOfInput, nil: return .endOfInput
    }
  }

  private func bindKeys(of engine: OpaquePointer) {
    for number in EditFunction.all.indices { ceditline_bind_function(engine, UInt32(number)) }
    guard session.options.editMode == .vi else {
      // What PSReadLine leaves unbound shall do nothing; ~/.editrc, which comes later, may say otherwise.
      for key in 1..<UInt32(0x20) where key != 0x1B { ceditline_unbind(engine, key) }
      return
    }
    for (key, name) in KeyMap.viCommandKeys {
      guard let number = EditFunction.named(name)?.number else { continue }
      ceditline_bind_command_key(engine, key, UInt32(number))
    }
  }
}

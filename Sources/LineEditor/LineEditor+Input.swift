internal import CEditLine
import Glibc

extension LineEditor {
  /// A paste whose end mark does not come is taken as it is after this many milliseconds of silence.
  private static let pastePatience: Int32 = 3000
  /// While keys arrive faster than this many milliseconds apart, the text is drawn only as often.
  private static let frameInterval = 30

  func makeCallbacks() -> CEditLineCallbacks {
    CEditLineCallbacks(
      context: Unmanaged.passUnretained(self).toOpaque(),
      read: { context, scalar in LineEditor.of(context)?.readScalar(scalar) ?? -1 },
      run: { context, number in LineEditor.of(context)?.runFunction(Int(number)) ?? CEditLineNextNothing },
      ring: { context in LineEditor.of(context)?.session.ring() })
  }

  /// The editor behind a callback: it owns the engine, and so outlives every call.
  private static func of(_ context: UnsafeMutableRawPointer?) -> LineEditor? {
    context.map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// libedit waits for a scalar: decodes keys until one of them is for libedit, and draws before each wait.
  private func readScalar(_ scalar: UnsafeMutablePointer<UInt32>?) -> Int32 {
    syncWithEngine()
    while true {
      if !queue.isEmpty {
        scalar?.pointee = queue.removeFirst()
        return 1
      }
      if let input = decoder.next() {
        deal(with: input)
        continue
      }
      showChanges()
      guard waitForInput() else {
        session.outcome = .endOfInput
        return 0
      }
    }
  }

  /// Deals with a key, or queues what libedit shall do about it.
  private func deal(with input: TerminalInput) {
    switch input {
    case .paste(let text):
      session.paste(text)
      writeBack()
    case .key(let chord):
      send(chord, session.route(chord))
      writeBack()
    }
  }

  /// Queues for libedit what a key means.
  private func send(_ chord: KeyChord, _ route: EditSession.Route) {
    switch route {
    case .done: break
    case .text(let scalar): queue = [scalar]
    case .function(let function):
      guard let number = function.number else { return }
      pendingChord = chord
      queue = [UInt32(CEDITLINE_LEAD), UInt32(CEDITLINE_FUNCTION_BASE) + UInt32(number)]
    case .unbound:
      if let raw = LineEditor.rawScalars(of: chord) { queue = raw } else { session.refuse(chord) }
    }
  }

  /// A key as libedit's own tables have it: a control character, Escape, or Escape and a character.
  private static func rawScalars(of chord: KeyChord) -> [UInt32]? {
    switch (chord.key, chord.modifiers) {
    case (.escape, []): [0x1B]
    case (.character(let scalar), .control) where (0x40...0x7F).contains(scalar): [scalar & 0x1F]
    case (.character(let scalar), .alt): [0x1B, scalar]
    default: nil
    }
  }

  /// libedit runs the function of a key.
  private func runFunction(_ number: Int) -> CEditLineNext {
    guard EditFunction.all.indices.contains(number) else { return CEditLineNextNothing }
    adoptFromEngine()
    session.perform(EditFunction.all[number], for: pendingChord)
    writeBack()
    switch session.outcome {
    case nil: return CEditLineNextRefresh
    case .endOfInput: return CEditLineNextEnd
    case .accepted, .cancelled: return CEditLineNextAccept
    }
  }

  /// At the start of a line libedit has emptied its buffer; later its own commands may have changed it.
  private func syncWithEngine() {
    if isFresh {
      isFresh = false
      writeBack()
    } else {
      adoptFromEngine()
    }
  }

  /// Takes over what libedit's own commands made of the text.
  func adoptFromEngine() {
    withEngine { engine in
      let line = ceditline_text(engine)
      let scalars = Array(UnsafeBufferPointer(start: line.scalars, count: line.count))
      session.adopt(LineBuffer(scalars, cursor: line.cursor))
    }
  }

  /// Makes libedit's buffer what the session's is, by the part that differs.
  func writeBack() {
    withEngine { engine in
      let line = ceditline_text(engine)
      let old = UnsafeBufferPointer(start: line.scalars, count: line.count)
      let new = session.buffer.scalars
      let start = zip(old, new).prefix { $0 == $1 }.count
      var tail = 0
      while tail < min(old.count, new.count) - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
        tail += 1
      }
      if start == old.count, start == new.count, line.cursor == session.buffer.cursor { return }
      let inserted = Array(new[start..<(new.count - tail)]) + [0]
      ceditline_replace(engine, start, old.count - tail - start, inserted, session.buffer.cursor)
    }
  }
}

extension LineEditor {
  /// Draws, unless more input is there already and the last frame is young.
  private func showChanges() {
    session.columns = screen.columns
    let now = LineEditor.milliseconds()
    if isReadable(terminal, for: 0), now - lastFrame < LineEditor.frameInterval { return }
    lastFrame = now
    draw(isFinal: false)
  }

  /// Waits for bytes or a changed size; false at the end of input.
  private func waitForInput() -> Bool {
    let patience = decoder.isInsidePaste ? LineEditor.pastePatience : Int32(clamping: session.options.escapeTimeout)
    var sources = [
      pollfd(fd: terminal, events: Int16(POLLIN), revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&sources, 2, decoder.isWaiting ? patience : -1)
    if ready == 0 {
      if let input = decoder.next(isFinal: true) { deal(with: input) }
      return true
    }
    if ready < 0 { return errno == EINTR }
    if sources[1].revents != 0 { takeSignals() }
    return sources[0].revents == 0 || readBytes()
  }

  private func readBytes() -> Bool {
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, read(terminal, buffer.baseAddress, buffer.count))
    }
    decoder.feed(bytes)
    return !bytes.isEmpty || errno == EINTR || errno == EAGAIN
  }

  /// The terminal has another size, or the process was continued: everything is drawn anew.
  private func takeSignals() {
    var bytes = [UInt8](repeating: 0, count: 64)
    var wasContinued = false
    // Dragging the edge of a window sends many; the last counts.
    repeat {
      let count = read(signals, &bytes, bytes.count)
      if bytes.prefix(max(count, 0)).contains(UInt8(SIGCONT)) { wasContinued = true }
    } while isReadable(signals, for: 40)
    withEngine { engine in
      if wasContinued { ceditline_continued(engine) }
      ceditline_resized(engine)
    }
    screen.resized()
    draw(isFinal: false)
  }

  private func isReadable(_ descriptor: Int32, for milliseconds: Int32) -> Bool {
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, milliseconds) > 0
  }

  private static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}

import CmdletKit
import Glibc
import ShellObjects

/// A stage that runs a native program: objects become lines on its standard input, its lines become strings.
final class NativeStage: Stage {
  private let program: ApplicationCommand
  private let arguments: [Argument]
  private let frame: Frame
  private let info: InvocationInfo
  private let hasInput: Bool
  /// Whether the program may write to the terminal itself: nothing of ours waits for its output.
  private let inheritsOutput: Bool
  private var process: NativeProcess?
  private var inputFormatter: (any TextFormatter)?
  private var pending: [UInt8] = []
  private(set) var succeeded = true

  init(
    _ program: ApplicationCommand, _ arguments: [Argument], _ f: Frame, _ downstream: Sink, _ info: InvocationInfo,
    hasInput: Bool, isLast: Bool
  ) {
    self.program = program
    self.arguments = arguments
    frame = f
    self.info = info
    self.hasInput = hasInput
    inheritsOutput = isLast && downstream is HostSink
    super.init(downstream)
  }

  override func begin() throws {
    let session = frame.session
    try session.host.finishObjects()
    session.host.flush()
    let words = try NativeArguments.words(arguments, session, frame)
    process = try NativeProcess(
      path: program.path, words: [info.invocationName.isEmpty ? program.path : info.invocationName] + words,
      folder: session.fileSystemFolder, pipesInput: hasInput, pipesOutput: !inheritsOutput,
      pipesError: frame.streams.error != nil)
  }

  override func start() throws {}

  override func write(_ value: Value) throws {
    if case .object(let array as PSArray) = value.base, array.elementType === PSType.byte {
      for element in array.elements { try sendByte(element) }
      return
    }
    if case .object(let number as NumberObject) = value.base, case .uint8(let byte) = number.payload {
      pending.append(byte)
    } else if let text = value.string {
      pending += Array((text + "\n").utf8)
    } else {
      if inputFormatter == nil {
        inputFormatter = frame.session.host.makeFormatter(width: 120) { [unowned self] line in
          pending += Array((line + "\n").utf8)
        }
      }
      try inputFormatter?.write(value)
    }
    if pending.count > 32768 { try flush() }
  }

  private func sendByte(_ value: Value) throws {
    if case .object(let number as NumberObject) = value.base, case .uint8(let byte) = number.payload {
      pending.append(byte)
    }
    if pending.count > 32768 { try flush() }
  }

  /// Feeds the program, reading what it writes meanwhile so that neither waits for the other.
  private func flush() throws {
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    try process?.send(bytes) { try self.receive($0, isError: $1) }
  }

  override func end() throws {
    guard let process else { return }
    try inputFormatter?.finish()
    try flush()
    let session = frame.session
    let code = try process.finish { try self.receive($0, isError: $1) }
    try deliver(&outputRest, isError: false, isEnd: true)
    try deliver(&errorRest, isError: true, isEnd: true)
    session.lastExitCode = code
    session.globalScope.remove(Symbol("LASTEXITCODE"))
    succeeded = code == 0
    failed = code != 0
    self.process = nil
    if code != 0, session.preferenceFlag(named: "PSNativeCommandUseErrorActionPreference", frame.scope) {
      throw ShellError(
        "System.Management.Automation.NativeCommandExitException",
        "Program \"\(program.name)\" ended with non-zero exit code: \(code).", id: "ProgramExitedWithNonZeroCode",
        .notSpecified, target: .string(program.path))
    }
  }

  override func dispose() {
    process?.abandon()
    process = nil
  }

  // MARK: Output

  private var hasWrittenError = false
  private var outputRest: [UInt8] = []
  private var errorRest: [UInt8] = []

  private func receive(_ bytes: ArraySlice<UInt8>, isError: Bool) throws {
    if isError {
      errorRest += bytes
      try deliver(&errorRest, isError: true, isEnd: false)
    } else {
      outputRest += bytes
      try deliver(&outputRest, isError: false, isEnd: false)
    }
  }

  private func deliver(_ rest: inout [UInt8], isError: Bool, isEnd: Bool) throws {
    var start = 0
    while let newline = rest[start...].firstIndex(of: 10) {
      var end = newline
      if end > start, rest[end - 1] == 13 { end -= 1 }
      let line = String(decoding: rest[start..<end], as: UTF8.self)
      start = newline + 1
      try emit(line, isError)
    }
    let tail = Array(rest[start...])
    rest = tail
    if isEnd, !tail.isEmpty {
      rest = []
      try emit(String(decoding: tail, as: UTF8.self), isError)
    }
  }

  private func emit(_ line: String, _ isError: Bool) throws {
    guard isError else { return try downstream.write(.string(line)) }
    let exception = ExceptionObject(PSType.named("System.Management.Automation.RemoteException"), line)
    let id = hasWrittenError ? "NativeCommandErrorMessage" : "NativeCommandError"
    hasWrittenError = true
    let record = ErrorRecord(exception, id: id, .notSpecified, target: .string(line))
    try frame.streams.error?.write(.object(record))
  }
}

/// The words a program gets from a command's arguments.
enum NativeArguments {
  static func words(_ arguments: [Argument], _ session: Session, _ f: Frame) throws -> [String] {
    var words: [String] = []
    for argument in arguments {
      switch argument {
      case .positional(let value): words += try self.words(of: value, session, f)
      case .named(_, let value, let text, let isSplatted):
        guard let value else {
          words.append(text)
          continue
        }
        if isSplatted {
          words.append(text.hasSuffix(":") ? String(text.dropLast()) : text)
          words += try self.words(of: value, session, f)
        } else {
          let name = text.firstIndex(of: ":").map { String(text[...$0]) } ?? text
          words.append(name + (try session.text(value, f.scope)))
        }
      }
    }
    return words
  }

  private static func words(of value: Value, _ session: Session, _ f: Frame) throws -> [String] {
    if value.isNull { return [] }
    if let literal = value.literalText { return [literal] }
    guard value.isEnumerable else { return [try session.text(value, f.scope)] }
    return try value.enumerated().map { try session.text($0, f.scope) }
  }
}

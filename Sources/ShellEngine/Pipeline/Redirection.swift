import Glibc
import ShellObjects
import ShellSyntax

/// Where each stream of a command goes after its redirections.
struct RedirectionPlan {
  private var out: Sink
  private var error: Sink?
  private var warning: Sink?
  private var verbose: Sink?
  private var debug: Sink?
  private var information: Sink?

  init(_ f: Frame, _ downstream: Sink) {
    out = downstream
    error = f.streams.error
    warning = f.streams.warning
    verbose = f.streams.verbose
    debug = f.streams.debug
    information = f.streams.information
  }

  mutating func apply(_ node: RedirectionNode, _ f: Frame, _ run: PipelineRun) throws {
    switch node {
    case .merge(let from, _): set(from, out)
    case .file(let from, let location, let isAppend):
      let value = try location.eval(f)
      let sink: Sink
      if value.isNull {
        sink = NullSink()
      } else {
        let file = try FileSink(f.session.text(value, f.scope), isAppend: isAppend, f.session, isError: from == .error)
        run.files.append(file)
        sink = file
      }
      if from == .all { out = sink }
      set(from, sink)
    }
  }

  private mutating func set(_ stream: RedirectionStream, _ sink: Sink) {
    switch stream {
    case .output: out = sink
    case .error: error = sink
    case .warning: warning = sink
    case .verbose: verbose = sink
    case .debug: debug = sink
    case .information: information = sink
    case .all:
      error = sink
      warning = sink
      verbose = sink
      debug = sink
      information = sink
    }
  }

  func frame(_ f: Frame) -> Frame {
    Frame(
      f.scope, out,
      Streams(
        f.session, error: error, warning: warning, verbose: verbose, debug: debug, information: information))
  }
}

/// A file that objects are written to as the formatter shows them.
final class FileSink: Sink {
  private let formatter: any TextFormatter
  private var descriptor: Int32
  private var failure: NetException?

  init(_ path: String, isAppend: Bool, _ session: Session, isError: Bool) throws {
    let absolute = session.absolutePath(path)
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (isAppend ? O_APPEND : O_TRUNC)
    descriptor = absolute == "/dev/null" ? open("/dev/null", O_WRONLY | O_CLOEXEC) : open(absolute, flags, 0o666)
    guard descriptor >= 0 else {
      throw ShellError(
        "System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(absolute)'.",
        id: "FileOpenFailure", .openError, target: .string(path))
    }
    let file = descriptor
    formatter = session.host.makeFormatter(width: nil) { text in FileSink.write(text + "\n", to: file) }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var copy = text
    copy.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        guard let base = bytes.baseAddress else { return }
        let written = Glibc.write(descriptor, base + offset, bytes.count - offset)
        if written <= 0 { return }
        offset += written
      }
    }
  }

  override func write(_ value: Value) throws { try formatter.write(value) }

  func close() {
    guard descriptor >= 0 else { return }
    try? formatter.finish()
    _ = Glibc.close(descriptor)
    descriptor = -1
  }
}

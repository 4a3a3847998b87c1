import Glibc
import ShellObjects

// Why by symbol: both are GNU's, which the platform's module does not show.
@_silgen_name("pipe2")
private func pipe2(_ ends: UnsafeMutablePointer<Int32>, _ flags: Int32) -> Int32
@_silgen_name("posix_spawn_file_actions_addchdir_np")
private func posix_spawn_file_actions_addchdir_np(
  _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ folder: UnsafePointer<CChar>
) -> Int32

/// A child process with up to three pipes, in a process group of its own.
final class NativeProcess {
  private let pid: pid_t
  private var input: Int32 = -1
  private var output: Int32 = -1
  private var error: Int32 = -1

  init(
    path: String, words: [String], folder: String?, pipesInput: Bool, pipesOutput: Bool, pipesError: Bool
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var childEnds: [Int32] = []
    defer { for end in childEnds { close(end) } }
    func connect(_ descriptor: Int32, childReads: Bool) throws -> Int32 {
      var ends: [Int32] = [0, 0]
      guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Self.failure(path, errno) }
      let (child, parent) = childReads ? (ends[0], ends[1]) : (ends[1], ends[0])
      posix_spawn_file_actions_adddup2(&actions, child, descriptor)
      childEnds.append(child)
      return parent
    }
    if pipesInput { input = try connect(0, childReads: true) }
    if pipesOutput { output = try connect(1, childReads: false) }
    if pipesError { error = try connect(2, childReads: false) }
    if let folder { _ = posix_spawn_file_actions_addchdir_np(&actions, folder) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawn(&child, path, &actions, &attributes, arguments, environ)
    guard code == 0 else {
      for end in [input, output, error] where end >= 0 { close(end) }
      throw Self.failure(path, code)
    }
    pid = child
    if input >= 0 { _ = fcntl(input, F_SETFL, O_NONBLOCK) }
  }

  private static func failure(_ path: String, _ code: Int32) -> ShellError {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let reason = String(cString: strerror(code))
    return ShellError(
      "System.Management.Automation.ApplicationFailedException",
      "Program '\(name)' failed to run: An error occurred trying to start process '\(path)' with working directory '\(currentFolder)'. \(reason)",
      id: "NativeCommandFailed", .resourceUnavailable, target: .string(path))
  }

  private static var currentFolder: String {
    guard let buffer = getcwd(nil, 0) else { return "" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// Writes to the program, handing over what it writes meanwhile.
  func send(_ bytes: [UInt8], _ receive: (ArraySlice<UInt8>, Bool) throws -> Void) throws {
    var offset = 0
    while offset < bytes.count, input >= 0 {
      let ready = wait(writes: true)
      try drain(ready, receive)
      guard ready.input else { continue }
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      if count > 0 {
        offset += count
      } else if errno != EAGAIN && errno != EINTR {
        // Why: a program that reads no more is no error of the pipeline.
        close(input)
        input = -1
      }
    }
  }

  /// Ends the input, reads to the end and waits; the exit code, or 128 plus the signal.
  func finish(_ receive: (ArraySlice<UInt8>, Bool) throws -> Void) throws -> Int32 {
    if input >= 0 { close(input) }
    input = -1
    while output >= 0 || error >= 0 { try drain(wait(writes: false), receive) }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR { if Session.interruptFlag.pointee != 0 { kill(pid, SIGINT) } }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// Lets go of a program nobody waits for any more.
  func abandon() {
    for end in [input, output, error] where end >= 0 { close(end) }
    input = -1
    output = -1
    error = -1
    kill(pid, SIGTERM)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }

  private struct Readiness {
    var input = false
    var output = false
    var error = false
  }

  private func wait(writes: Bool) -> Readiness {
    var polls: [pollfd] = []
    if writes, input >= 0 { polls.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
    if output >= 0 { polls.append(pollfd(fd: output, events: Int16(POLLIN), revents: 0)) }
    if error >= 0 { polls.append(pollfd(fd: error, events: Int16(POLLIN), revents: 0)) }
    guard !polls.isEmpty else { return Readiness() }
    _ = poll(&polls, nfds_t(polls.count), -1)
    var ready = Readiness()
    for entry in polls where entry.revents != 0 {
      if entry.fd == input { ready.input = true }
      if entry.fd == output { ready.output = true }
      if entry.fd == error { ready.error = true }
    }
    return ready
  }

  private func drain(_ ready: Readiness, _ receive: (ArraySlice<UInt8>, Bool) throws -> Void) throws {
    if ready.output { try read(&output, isError: false, receive) }
    if ready.error { try read(&error, isError: true, receive) }
  }

  private func read(
    _ descriptor: inout Int32, isError: Bool, _ receive: (ArraySlice<UInt8>, Bool) throws -> Void
  ) throws {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count > 0 { return try receive(buffer[..<count], isError) }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    close(descriptor)
    descriptor = -1
  }
}

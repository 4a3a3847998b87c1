import Glibc

/// Runs programs of this machine with `posix_spawn`.
package struct HostProgramRunner: ProgramRunner {
  /// Of standard output, and of standard error; what is beyond is read and dropped.
  package static let outputLimit = 1 << 20

  package init() {}

  package func run(
    _ candidates: [String], _ arguments: [String], deadlineMilliseconds: Int
  ) throws(ProgramError) -> ProgramResult {
    guard let program = candidates.first(where: { access($0, X_OK) == 0 }) else {
      throw ProgramError(program: candidates.first ?? "", cause: .notFound)
    }
    var output = OutputPipe()
    var errors = OutputPipe()
    guard output.isOpen, errors.isOpen else {
      let number = ErrorNumber(errno)
      output.close()
      errors.close()
      throw ProgramError(program: program, cause: .notStarted(number))
    }
    let started = HostProgramRunner.spawn(program, arguments, output.writeEnd, errors.writeEnd)
    output.closeWriteEnd()
    errors.closeWriteEnd()
    defer {
      output.close()
      errors.close()
    }
    guard case .success(let process) = started else {
      guard case .failure(let number) = started else { throw ProgramError(program: program, cause: .notFound) }
      throw ProgramError(program: program, cause: .notStarted(number.number))
    }
    let clock = Deadline(milliseconds: deadlineMilliseconds)
    HostProgramRunner.drain(&output, &errors, until: clock)
    let ending = HostProgramRunner.wait(for: process, until: clock)
    return ProgramResult(ending: ending, output: output.text, errors: errors.text)
  }

  /// POSIX_SPAWN_SETSID, which the C library shows only to those who ask for its extensions.
  private static let newSession: Int32 = 0x80

  private struct SpawnFailure: Error { let number: ErrorNumber }

  private static func spawn(
    _ program: String, _ arguments: [String], _ output: Int32, _ errors: Int32
  ) -> Result<pid_t, SpawnFailure> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigfillset(&defaults)
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let environment = ["LC_ALL=C", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"]
    var process: pid_t = 0
    let failure = withCStrings([program] + arguments) { argumentVector in
      withCStrings(environment) { environmentVector in
        posix_spawn(&process, program, &actions, &attributes, argumentVector, environmentVector)
      }
    }
    return failure == 0 ? .success(process) : .failure(SpawnFailure(number: ErrorNumber(failure)))
  }

  /// Reads both pipes until they end or time is over.
  private static func drain(_ output: inout OutputPipe, _ errors: inout OutputPipe, until deadline: Deadline) {
    while output.isReading || errors.isReading {
      var waiting = [
        pollfd(fd: output.isReading ? output.readEnd : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors.isReading ? errors.readEnd : -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = Glibc.poll(&waiting, 2, Int32(clamping: deadline.millisecondsLeft))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return }
      if waiting[0].revents != 0 { output.readSome() }
      if waiting[1].revents != 0 { errors.readSome() }
    }
  }

  /// Waits for the end; when time is over, ends the whole group, gently and then not.
  private static func wait(for process: pid_t, until deadline: Deadline) -> ProgramResult.Ending {
    if let status = status(of: process, until: deadline) { return ending(status) }
    kill(-process, SIGTERM)
    if status(of: process, until: Deadline(milliseconds: 1000)) == nil {
      kill(-process, SIGKILL)
      // A program that hangs inside the kernel does not die of this either; nobody waits for it.
      _ = status(of: process, until: Deadline(milliseconds: 1000))
    }
    return .timedOut
  }

  private static func status(of process: pid_t, until deadline: Deadline) -> Int32? {
    var status: Int32 = 0
    while true {
      let found = waitpid(process, &status, WNOHANG)
      if found == process { return status }
      if found < 0, errno != EINTR { return 0 }
      guard deadline.millisecondsLeft > 0 else { return nil }
      usleep(2000)
    }
  }

  private static func ending(_ status: Int32) -> ProgramResult.Ending {
    let signal = status & 0x7f
    return signal == 0 ? .exited(status >> 8 & 0xff) : .killed(signal: signal)
  }

  /// Calls `body` with a vector of C strings that ends with null.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}

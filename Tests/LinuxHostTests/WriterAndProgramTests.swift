import Foundation
import TestSupport
import Testing

@testable import LinuxHost

@Suite struct KernelWriterTests {
  private let directory: TemporaryDirectory
  private let tree: SysfsTree

  init() throws {
    directory = try TemporaryDirectory()
    tree = SysfsTree(root: directory.path)
  }

  /// Reads a pipe until its writers have gone, which lets them go on.
  private static func drain(_ path: String) -> String {
    let pipe = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(pipe) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(pipe, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  @Test func aTextIsWrittenAndReadBack() throws {
    try "old and longer".write(toFile: directory.path + "/a", atomically: false, encoding: .utf8)
    try tree.write("new", to: "a")
    #expect(try tree.text("a") == "new")
  }

  @Test func theSystemsRefusalIsTheError() throws {
    let error = #expect(throws: SysfsError.self) { try tree.write("1", to: "missing") }
    #expect(error == SysfsError("missing", .write("1", ErrorNumber(ENOENT))))
    #expect(
      error?.description == "The host refused to write '1' to '/missing': No such file or directory (ENOENT).")
    #expect(throws: SysfsError.self) { try tree.write("1", to: "") }
  }

  @Test func aWriteThatNeverReturnsIsLeftBehindAtTheDeadline() throws {
    // Opening a pipe that nobody reads blocks in the kernel, as disabling functions in use does.
    let pipe = directory.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let started = ContinuousClock.now
    let error = #expect(throws: SysfsError.self) { try tree.write("0", to: "pipe", deadlineMilliseconds: 200) }
    #expect(ContinuousClock.now - started < .seconds(5))
    #expect(error == SysfsError("pipe", .writeStillRunning("0", milliseconds: 200)))
    // The kernel goes on with it: when the obstacle is gone, the write happens.
    #expect(Self.drain(pipe) == "0")
  }

  @Test func aWriteThatIsLeftBehindKeepsItsLock() throws {
    let pipe = directory.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let lock = open(directory.path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: SysfsError.self) { try tree.write("0", to: "pipe", deadlineMilliseconds: 100, keeping: lock) }
    close(lock)
    let other = open(directory.path + "/lock", O_RDWR | O_CLOEXEC)
    defer { close(other) }
    #expect(flock(other, LOCK_EX | LOCK_NB) != 0)
    _ = Self.drain(pipe)
    let end = ContinuousClock.now + .seconds(5)
    while flock(other, LOCK_EX | LOCK_NB) != 0, ContinuousClock.now < end { usleep(5000) }
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
  }

  @Test func whatIsReadIsWhatIsThere() throws {
    try Data([0x66, 0xff, 0x6f, 0x0a, 0x00, 0x0a]).write(to: URL(fileURLWithPath: directory.path + "/bytes"))
    #expect(try tree.text("bytes") == "f\u{fffd}o")
    #expect(try tree.number("absent") == nil)
    #expect(throws: SysfsError.self) { try tree.number("bytes") }
    #expect(throws: SysfsError.self) { try tree.text("") }
    #expect(try tree.names("") == ["bytes"])
    #expect(tree.linkName("bytes") == nil)
  }
}

@Suite struct HostProgramRunnerTests {
  private let runner = HostProgramRunner()

  @Test func outputErrorsAndCodeComeBack() throws {
    let result = try runner.run(
      ["/nowhere/sh", "/bin/sh"], ["-c", "echo out; echo err >&2; exit 3"], deadlineMilliseconds: 10_000)
    #expect(result == ProgramResult(ending: .exited(3), output: "out\n", errors: "err\n"))
  }

  @Test func argumentsAreTakenAsTheyAre() throws {
    let result = try runner.run(["/bin/echo"], ["a b", "$(c)", "ü"], deadlineMilliseconds: 10_000)
    #expect(result.output == "a b $(c) ü\n")
  }

  @Test func aProgramThatDoesNotEndIsEndedWithItsChildren() throws {
    let started = ContinuousClock.now
    let result = try runner.run(["/bin/sh"], ["-c", "sleep 60 & sleep 60"], deadlineMilliseconds: 200)
    #expect(result.ending == .timedOut)
    #expect(ContinuousClock.now - started < .seconds(10))
  }

  @Test func muchOutputIsCut() throws {
    let result = try runner.run(["/bin/sh"], ["-c", "head -c 3000000 /dev/zero"], deadlineMilliseconds: 20_000)
    #expect(result.ending == .exited(0))
    #expect(result.output.utf8.count == HostProgramRunner.outputLimit)
  }

  @Test func aMissingProgramIsAnError() {
    let error = #expect(throws: ProgramError.self) {
      try runner.run(["/nowhere/a", "/nowhere/b"], [], deadlineMilliseconds: 1000)
    }
    #expect(error?.description == "The program '/nowhere/a' is not installed on this host.")
  }

  @Test func aSignalIsNoExitCode() throws {
    let result = try runner.run(["/bin/sh"], ["-c", "kill -9 $$"], deadlineMilliseconds: 10_000)
    #expect(result.ending == .killed(signal: 9))
    #expect(throws: ProgramError.self) { try runner.require(["/bin/sh"], ["-c", "exit 1"]) }
  }
}

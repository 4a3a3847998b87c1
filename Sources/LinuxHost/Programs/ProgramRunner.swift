import Glibc

/// What a program printed and how it ended.
package struct ProgramResult: Equatable, Sendable {
  package enum Ending: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
    /// Its time was over; it and its children were killed.
    case timedOut
  }

  package let ending: Ending
  /// What it wrote to standard output, and to standard error; cut at the runner's limit.
  package let output: String
  package let errors: String

  package var succeeded: Bool { ending == .exited(0) }
}

/// A program of the host that could not be run or did not do its work.
package struct ProgramError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Cause: Equatable, Sendable {
    case notFound
    case notStarted(ErrorNumber)
    case failed(ProgramResult)
  }

  package let program: String
  package let cause: Cause

  package var description: String {
    switch cause {
    case .notFound: "The program '\(program)' is not installed on this host."
    case .notStarted(let number): "The program '\(program)' cannot be started: \(number)."
    case .failed(let result):
      switch result.ending {
      case .exited(let code): "The program '\(program)' ended with code \(code)\(ProgramError.said(result))."
      case .killed(let signal): "The program '\(program)' was killed by signal \(signal)."
      case .timedOut: "The program '\(program)' did not end in time and was killed."
      }
    }
  }

  private static func said(_ result: ProgramResult) -> String {
    let line =
      result.errors.split(whereSeparator: \.isNewline).last ?? result.output.split(whereSeparator: \.isNewline).last
    return line.map { " and said '\($0.prefix(200))'" } ?? ""
  }
}

/// The only door to the host's programs: absolute paths, an empty environment but for the language, a deadline.
///
/// A program runs in a process group of its own without a terminal, so that Ctrl-C in the shell does not cut a change in
/// two, and that its children can be ended with it.
package protocol ProgramRunner: Sendable {
  /// Runs the first of `candidates` that exists; throws where none does, or it cannot be started.
  ///
  /// How it ended is in the result: an exit code is not an error here.
  func run(
    _ candidates: [String], _ arguments: [String], deadlineMilliseconds: Int
  ) throws(ProgramError) -> ProgramResult
}

extension ProgramRunner {
  /// As `run`, and throws unless the program ended with code 0.
  package func require(
    _ candidates: [String], _ arguments: [String], deadlineMilliseconds: Int = 30_000
  ) throws(ProgramError) -> ProgramResult {
    let result = try run(candidates, arguments, deadlineMilliseconds: deadlineMilliseconds)
    guard result.succeeded else { throw ProgramError(program: candidates.first ?? "", cause: .failed(result)) }
    return result
  }
}

/// Where the distributions keep the programs that are used; the first that exists is taken.
package enum HostProgram {
  package static let modprobe = ["/usr/sbin/modprobe", "/sbin/modprobe", "/usr/bin/modprobe"]
  package static let udevadm = ["/usr/bin/udevadm", "/bin/udevadm", "/usr/sbin/udevadm"]
  package static let systemctl = ["/usr/bin/systemctl", "/bin/systemctl"]
}

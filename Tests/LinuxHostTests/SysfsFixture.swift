import Foundation
import Synchronization
import TestSupport

@testable import LinuxHost

/// A machine from a text file: a real directory with real links, whose writes have the effects that the kernel's would.
///
/// The form of the file is described in `Fixtures/README.md`.
final class SysfsFixture: SysfsWriter {
  struct State {
    /// Every write in order, as `TEXT > PATH`, refused ones with their error.
    var changes: [String] = []
    var reactions: [Reaction] = []
    /// The number of a write, from 0, that fails or hangs whatever it is.
    var faults: [Int: Fault] = [:]
    var writes = 0
    var models: [String: any KernelModel] = [:]
  }

  enum Fault: Equatable {
    case fail(ErrorNumber)
    case hang
  }

  /// `on write TEXT to PATH`.
  struct Reaction {
    let text: String
    let path: String
    var fault: Fault?
    var effects: [FixtureFile] = []
  }

  private let directory: TemporaryDirectory
  let state = Mutex(State())

  var root: String { directory.path }

  /// The machine of `Fixtures/NAME.sysfs`.
  convenience init(named name: String) throws {
    try self.init(text: String(contentsOfFile: Fixtures.path("\(name).sysfs"), encoding: .utf8))
  }

  init(text: String) throws {
    directory = try TemporaryDirectory()
    let parsed = try FixtureParser(text)
    for file in parsed.files { try file.make(in: directory.path) }
    state.withLock {
      $0.reactions = parsed.reactions
      for functions in parsed.functions { $0.models["\(functions.directory)/sriov_numvfs"] = functions }
      for mediated in parsed.mediated {
        for file in mediated.createFiles(in: directory.path) { $0.models[file] = mediated }
      }
    }
  }

  /// The machine's files.
  var tree: SysfsTree { SysfsTree(root: root, writer: self, settleMilliseconds: 0) }

  var changes: [String] { state.withLock { $0.changes } }

  func fail(write number: Int, _ fault: Fault) { state.withLock { $0.faults[number] = fault } }
  func forgetFaults() { state.withLock { $0.faults = [:] } }
  func forgetChanges() {
    state.withLock {
      $0.changes = []
      $0.writes = 0
    }
  }

  /// Makes or replaces a file, as a driver or another program would.
  func put(_ line: String) throws {
    for file in try FixtureParser(line).files { try file.make(in: root) }
  }

  // MARK: Writing

  func carryOut(_ write: SysfsWrite) -> SysfsWriteOutcome {
    state.withLock { state in
      let number = state.writes
      state.writes += 1
      let path = FixtureFile.real(write.path, in: root)
      let outcome = outcome(write, path, number, &state)
      state.changes.append(SysfsFixture.line(write, outcome))
      return outcome
    }
  }

  private func outcome(_ write: SysfsWrite, _ path: String, _ number: Int, _ state: inout State) -> SysfsWriteOutcome {
    if let fault = state.faults[number] { return SysfsFixture.outcome(fault) }
    if let reaction = state.reactions.first(where: {
      $0.text == write.text && FixtureFile.real($0.path, in: root) == path
    }) {
      if let fault = reaction.fault { return SysfsFixture.outcome(fault) }
      try? FixtureFile(path: path, kind: .file(write.text)).make(in: root)
      for effect in reaction.effects { try? effect.make(in: root) }
      return .done
    }
    if path.hasSuffix("/remove"), let mediated = state.models.values.compactMap({ $0 as? MediatedModel }).first {
      return mediated.remove(path, in: root)
    }
    if let model = state.models.first(where: { FixtureFile.real($0.key, in: root) == path })?.value {
      return model.write(write.text, to: path, in: root)
    }
    guard FileManager.default.fileExists(atPath: root + "/" + path) else { return .refused(ErrorNumber(ENOENT)) }
    try? FixtureFile(path: path, kind: .file(write.text)).make(in: root)
    return .done
  }

  private static func outcome(_ fault: Fault) -> SysfsWriteOutcome {
    switch fault {
    case .fail(let number): .refused(number)
    case .hang: .stillRunning
    }
  }

  private static func line(_ write: SysfsWrite, _ outcome: SysfsWriteOutcome) -> String {
    let short = write.path.replacingOccurrences(of: "sys/bus/pci/devices/", with: "")
      .replacingOccurrences(of: "sys/bus/mdev/devices/", with: "")
    switch outcome {
    case .done: return "\(write.text) > \(short)"
    case .refused(let number): return "\(write.text) > \(short) \(number.name)"
    case .stillRunning: return "\(write.text) > \(short) hangs"
    }
  }
}

/// Where the data of these tests lies.
enum Fixtures {
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
  }
}

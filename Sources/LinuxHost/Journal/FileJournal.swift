import GPUPartitioning
import Glibc

/// The journal of a Linux host: one file a change under `/var/lib/gpsh/changes`, each line on the disk before work goes on.
///
/// The file of a change that runs is locked by its process; when it is over, the file moves to `closed` and says in its name
/// how it ended. So what lies in the directory itself and is not locked was cut off, and a start of the shell looks at
/// nothing else.
final class FileJournal: ChangeJournal {
  private let directory: StateDirectory
  private let closed: StateDirectory
  private let host: String
  private var open: [UniqueIdentifier: Int32] = [:]

  /// Closed records that are kept for a later look.
  private static let kept = 200

  init(_ directory: StateDirectory, host: String) {
    self.directory = directory
    closed = StateDirectory(path: directory.path + "/closed")
    self.host = host
  }

  deinit {
    for descriptor in open.values { close(descriptor) }
  }

  // MARK: Writing

  func begin(_ change: UniqueIdentifier, _ plan: ChangePlan) throws(GPUPartitioningError) {
    let name = FileJournal.name(change)
    do throws(StateFileError) {
      try directory.make()
      let descriptor = try directory.open(name)
      flock(descriptor, LOCK_EX | LOCK_NB)
      open[change] = descriptor
      try directory.append(ChangeRecord.heading(change, plan), to: descriptor, name)
      directory.synchronise()
    } catch {
      forget(change)
      throw failure(error)
    }
  }

  func append(_ entry: JournalEntry) throws(GPUPartitioningError) {
    try append(JournalLine(entry.event), to: entry.change)
  }

  /// Records, in every change that is open, what a step is about to borrow.
  func note(_ setting: BorrowedSetting) throws(GPUPartitioningError) {
    for change in open.keys {
      try append(JournalLine("borrowed", ["path": setting.path, "value": setting.value]), to: change)
    }
  }

  func end(_ change: UniqueIdentifier, _ outcome: ChangeOutcome) throws(GPUPartitioningError) {
    defer { forget(change) }
    try append(JournalLine("end", ["outcome": outcome.rawValue]), to: change)
    putAway(change, outcome)
  }

  /// Moves a closed record away; one that cannot be moved is moved at the next look.
  func putAway(_ change: UniqueIdentifier, _ outcome: ChangeOutcome) {
    guard (try? closed.make()) != nil else { return }
    rename(directory.file(FileJournal.name(change)), closed.file("\(change).\(outcome.rawValue)"))
    closed.synchronise()
    directory.synchronise()
    removeOldest()
  }

  private func append(_ line: JournalLine, to change: UniqueIdentifier) throws(GPUPartitioningError) {
    let name = FileJournal.name(change)
    do throws(StateFileError) {
      guard let descriptor = open[change] else {
        throw StateFileError(path: directory.file(name), number: ErrorNumber(ENOENT))
      }
      try directory.append(line.text, to: descriptor, name)
    } catch {
      throw failure(error)
    }
  }

  private func forget(_ change: UniqueIdentifier) {
    guard let descriptor = open.removeValue(forKey: change) else { return }
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private func failure(_ error: StateFileError) -> GPUPartitioningError {
    if [EACCES, EPERM].contains(error.number.number) { return .accessDenied(host: host, cause: error.description) }
    return GPUPartitioningError(
      .operationFailed, host, "The journal of \"\(host)\" cannot be written, so nothing is changed.",
      cause: error.description)
  }

  // MARK: Reading

  /// A file of the journal, and what it holds.
  struct Entry {
    let path: String
    let record: Result<ChangeRecord, ChangeRecord.Problem>
    /// Its process lives and works on it.
    let isRunning: Bool
  }

  /// The records of changes that run or were cut off, by name of their files.
  func openEntries() -> [Entry] {
    FileJournal.entries(directory) { $0.hasSuffix(FileJournal.suffix) }
  }

  /// The records of changes that are over.
  func closedEntries() -> [Entry] {
    FileJournal.entries(closed) { FileJournal.outcome($0) != nil }
  }

  private static func entries(_ directory: StateDirectory, _ isRecord: (String) -> Bool) -> [Entry] {
    directory.names.filter(isRecord).compactMap { name in
      let path = directory.file(name)
      guard let text = try? SysfsTree(root: directory.path).bytes(name) else { return nil }
      let decoded = Result { () throws(ChangeRecord.Problem) in
        try ChangeRecord(String(decoding: text, as: UTF8.self))
      }
      return Entry(path: path, record: decoded, isRunning: FileJournal.isLocked(path))
    }
  }

  /// Takes an interrupted record over, to be gone on with; false where another process was first.
  func reopen(_ change: UniqueIdentifier) -> Bool {
    guard open[change] == nil, let descriptor = try? directory.open(FileJournal.name(change)) else { return false }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return false
    }
    // A line that was cut off must not swallow the next one.
    let end = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    if end > 0, pread(descriptor, &last, 1, end - 1) == 1, last != UInt8(ascii: "\n") {
      truncateToWholeLines(descriptor, end)
    }
    open[change] = descriptor
    return true
  }

  private func truncateToWholeLines(_ descriptor: Int32, _ end: off_t) {
    var position = end
    var byte: UInt8 = 0
    while position > 0 {
      guard pread(descriptor, &byte, 1, position - 1) == 1, byte != UInt8(ascii: "\n") else { break }
      position -= 1
    }
    ftruncate(descriptor, position)
  }

  private static func isLocked(_ path: String) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Degraded ones stay: somebody still has to look at them.
  private func removeOldest() {
    let names = closed.names.filter { FileJournal.outcome($0).map { $0 != .degraded } ?? false }
    guard names.count > FileJournal.kept else { return }
    let tree = SysfsTree(root: closed.path)
    let byAge = names.map { (name: $0, age: tree.modified($0) ?? 0) }.sorted { $0.age < $1.age }
    for entry in byAge.prefix(names.count - FileJournal.kept) { unlink(closed.file(entry.name)) }
  }

  private static func outcome(_ name: String) -> ChangeOutcome? {
    name.split(separator: ".").last.flatMap { ChangeOutcome(rawValue: String($0)) }
  }

  private static let suffix = ".change"

  private static func name(_ change: UniqueIdentifier) -> String { change.description + suffix }
}

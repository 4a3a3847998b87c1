import Glibc

/// The history on disk, shared by the shells of a user.
///
/// The format is PSReadLine's: UTF-8, an entry a line, oldest first, and a backtick before each newline inside an
/// entry. Every append is one write at the end of the file under a lock, so that no shell loses what another wrote;
/// it is not synced to the disk. The file has mode 0600.
package final class HistoryFile {
  /// Where the file is; its directory is made when the first entry is written.
  package let path: String
  private let sizeLimit: Int
  private var seen = Seen()

  /// How much of which file has been read.
  private struct Seen {
    var inode: ino_t = 0
    var offset = 0
  }

  /// A history at `path`.
  ///
  /// Beyond `sizeLimit` bytes the older half of the file is dropped.
  package init(path: String, sizeLimit: Int = 4 << 20) {
    self.path = path
    self.sizeLimit = max(sizeLimit, 4096)
  }

  /// The entries that were added since the last call, at first all of them.
  ///
  /// A file that cannot be read has none.
  package func readNew() -> [String] {
    guard let file = LockedFile(path: path, mode: .read) else { return [] }
    return readNew(from: file)
  }

  /// Adds an entry and answers those that other shells added before it.
  ///
  /// A file that cannot be written is left alone.
  @discardableResult
  package func append(_ entry: String) -> [String] {
    LockedFile.makeDirectories(above: path)
    guard let file = LockedFile(path: path, mode: .append) else { return [] }
    let others = readNew(from: file)
    // A shell that died while it wrote leaves no newline.
    let start = file.lastByte.map { $0 == 0x0A } ?? true ? "" : "\n"
    file.append(Array((start + HistoryFile.encode(entry) + "\n").utf8))
    if file.size > sizeLimit { dropOlderHalf(of: file) }
    noteEnd(of: file)
    return others
  }

  private func readNew(from file: LockedFile) -> [String] {
    // Another inode is a file that another shell has shortened: its entries are known, or too old to matter.
    if seen.inode != 0, seen.inode != file.inode || file.size < seen.offset {
      noteEnd(of: file)
      return []
    }
    let bytes = file.read(from: seen.offset)
    noteEnd(of: file)
    return HistoryFile.decode(bytes)
  }

  private func noteEnd(of file: LockedFile) {
    seen = Seen(inode: file.inode, offset: file.size)
  }

  /// Writes the newer half beside the file and puts it in its place, so that a crash leaves one or the other whole.
  private func dropOlderHalf(of file: LockedFile) {
    let entries = HistoryFile.decode(file.read(from: 0))
    var kept: [String] = []
    var size = 0
    for entry in entries.reversed() {
      let line = HistoryFile.encode(entry) + "\n"
      size += line.utf8.count
      if size > sizeLimit / 2 { break }
      kept.append(line)
    }
    file.replace(with: kept.reversed().flatMap { Array($0.utf8) })
  }
}

extension HistoryFile {
  static func encode(_ entry: String) -> String {
    String(decoding: entry.utf8.flatMap { $0 == 0x0A ? [0x60, 0x0A] : [$0] }, as: UTF8.self)
  }

  static func decode(_ bytes: [UInt8]) -> [String] {
    var entries: [String] = []
    var entry: [UInt8] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast(bytes.last == 0x0A ? 1 : 0) {
      if line.last == 0x60 {
        entry += line.dropLast()
        entry.append(0x0A)
        continue
      }
      entry += line
      if !entry.isEmpty { entries.append(String(decoding: entry, as: UTF8.self)) }
      entry = []
    }
    if !entry.isEmpty { entries.append(String(decoding: entry.dropLast(), as: UTF8.self)) }
    return entries
  }
}

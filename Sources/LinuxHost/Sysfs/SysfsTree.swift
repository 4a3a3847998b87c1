import Glibc

/// The kernel's device files below a root; the machine's own unless a test puts another there.
///
/// The only door to the host's files. Paths are relative to the root and have no leading slash. Reading takes no lock and
/// never waits, except for files that the kernel itself guards (`sriov_numvfs` while it is being written): nobody may read
/// those but after a write of his own.
package struct SysfsTree: Sendable {
  /// Without a slash at its end: empty for the machine itself.
  package let root: String
  private let writer: any SysfsWriter
  /// How long a driver may take, after a write came back, to show what it made.
  let settleMilliseconds: Int

  /// A file of sysfs holds at most a page; pci.ids is the longest of the others.
  private static let sizeLimit = 8 << 20

  package init(root: String = "/", writer: any SysfsWriter = KernelWriter(), settleMilliseconds: Int = 10_000) {
    self.root = String(root.reversed().drop { $0 == "/" }.reversed())
    self.writer = writer
    self.settleMilliseconds = settleMilliseconds
  }

  package func absolute(_ path: String) -> String { root + "/" + path }

  // MARK: Reading

  /// The bytes of a file.
  package func bytes(_ path: String) throws(SysfsError) -> [UInt8] {
    let file = open(absolute(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw SysfsError(path, .read(ErrorNumber(errno))) }
    defer { close(file) }
    let isOpenEnded = path.hasPrefix("proc/")
    var result: [UInt8] = []
    while true {
      // The size that the kernel gives a file of sysfs at most.
      let room = result.isEmpty ? 4096 : 64 << 10
      let before = result.count
      var failure: Int32 = 0
      result.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          let got = Glibc.read(file, buffer.baseAddress, room)
          failure = got < 0 ? errno : 0
          count = max(0, got)
        })
      if failure == EINTR { continue }
      guard failure == 0 else { throw SysfsError(path, .read(ErrorNumber(failure))) }
      // A short answer is the end, but in /proc.
      guard result.count == before + room || isOpenEnded && result.count > before else { return result }
      guard result.count <= SysfsTree.sizeLimit else { throw SysfsError(path, .read(ErrorNumber(EFBIG))) }
    }
  }

  /// The text of a file without white space at its end; bytes that are no UTF-8 are replaced.
  package func text(_ path: String) throws(SysfsError) -> String {
    let content = try bytes(path)
    let end = content.lastIndex { $0 > UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
    return String(decoding: content[..<end], as: UTF8.self)
  }

  /// The text of a file, nil where it does not exist or cannot be read now.
  ///
  /// For what is only shown: a device may go away between two reads.
  package func textIfAny(_ path: String) -> String? { try? text(path) }

  /// A decimal number; nil where the file does not exist.
  package func number(_ path: String) throws(SysfsError) -> Int? {
    let content: String
    do {
      content = try text(path)
    } catch {
      if error.number == ErrorNumber(ENOENT) { return nil }
      throw error
    }
    guard let number = Int(content) else {
      throw SysfsError(path, .content(found: content, expected: "a decimal number"))
    }
    return number
  }

  /// The names in a directory, sorted by bytes, without "." and "..".
  package func names(_ path: String) throws(SysfsError) -> [String] {
    guard let directory = opendir(absolute(path)) else { throw SysfsError(path, .list(ErrorNumber(errno))) }
    defer { closedir(directory) }
    var result: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { result.append(name) }
    }
    return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// As `names`; empty where there is no such directory.
  package func namesIfAny(_ path: String) -> [String] { (try? names(path)) ?? [] }

  /// Where a link points, which need not exist; nil where it is no link.
  package func linkTarget(_ path: String) -> String? {
    let path = absolute(path)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer -> String? in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start, buffer.count)
      guard count > 0 else { return nil }
      return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  /// The last part of where a link points; nil where it is no link.
  package func linkName(_ path: String) -> String? {
    linkTarget(path).map { target in
      let start = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { target.utf8.index(after: $0) }
      return String(target[(start ?? target.startIndex)...])
    }
  }

  /// Whether something is there; a link that leads nowhere is not.
  package func exists(_ path: String) -> Bool { access(absolute(path), F_OK) == 0 }

  /// The number of a directory in its file system: new each time the kernel makes the device; nil where it is not there.
  package func inode(_ path: String) -> UInt64? {
    var status = stat()
    return stat(absolute(path), &status) == 0 ? UInt64(status.st_ino) : nil
  }

  /// When a file was last written, in seconds since 1970; nil where it is not there.
  package func modified(_ path: String) -> Int? {
    var status = stat()
    return stat(absolute(path), &status) == 0 ? status.st_mtim.tv_sec : nil
  }

  // MARK: Writing

  /// Writes a text in one call and waits for the kernel until the deadline.
  ///
  /// `lock` is a descriptor that stays with a write which has not come back (-1: none).
  package func write(
    _ text: String, to path: String, deadlineMilliseconds: Int = 30_000, keeping lock: Int32 = -1
  ) throws(SysfsError) {
    let order = SysfsWrite(
      text: text, path: path, absolutePath: absolute(path), deadlineMilliseconds: deadlineMilliseconds, lock: lock)
    switch writer.carryOut(order) {
    case .done: break
    case .refused(let number): throw SysfsError(path, .write(text, number))
    case .stillRunning: throw SysfsError(path, .writeStillRunning(text, milliseconds: deadlineMilliseconds))
    }
  }
}

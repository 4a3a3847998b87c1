import Glibc

/// What /proc tells about a process.
package struct ProcessStatus: Sendable {
  package let id: Int32
  /// The command's name, whole where /proc/PID/cmdline has it.
  package let name: String
  package let parentID: Int32
  package let sessionID: Int32
  /// Processor time used, in clock ticks.
  package let userTicks: UInt64
  package let systemTicks: UInt64
  package let threadCount: Int
  /// Start, in clock ticks after boot.
  package let startTicks: UInt64
  package let virtualBytes: UInt64
  package let residentPages: UInt64
  package let nice: Int

  package static let ticksPerSecond = UInt64(max(1, sysconf(Int32(_SC_CLK_TCK))))
  package static let pageSize = UInt64(max(1, sysconf(Int32(_SC_PAGESIZE))))

  /// Reads a process; nil where it is gone.
  package init?(_ id: Int32) {
    guard let text = Self.read("/proc/\(id)/stat"), let open = text.firstIndex(of: "("),
      let close = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: close)...].split(separator: " ")
    guard fields.count > 22 else { return nil }
    self.id = id
    name = Self.wholeName(id, short: String(text[text.index(after: open)..<close]))
    parentID = Int32(fields[1]) ?? 0
    sessionID = Int32(fields[3]) ?? 0
    userTicks = UInt64(fields[11]) ?? 0
    systemTicks = UInt64(fields[12]) ?? 0
    nice = Int(fields[16]) ?? 0
    threadCount = Int(fields[17]) ?? 1
    startTicks = UInt64(fields[19]) ?? 0
    virtualBytes = UInt64(fields[20]) ?? 0
    residentPages = UInt64(fields[21]) ?? 0
  }

  // Why: the kernel cuts names to 15 bytes; the first argument has the rest.
  private static func wholeName(_ id: Int32, short: String) -> String {
    guard short.utf8.count == 15, let line = read("/proc/\(id)/cmdline") else { return short }
    let program = FilePath.fileName(String(line.prefix { $0 != "\0" }))
    return program.hasPrefix(short) ? program : short
  }

  /// The numbers of all processes, rising.
  package static func all() -> [Int32] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var ids: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let id = Int32(name) { ids.append(id) }
    }
    return ids.sorted()
  }

  static func residentBytes(of id: Int32) -> Int64 {
    Int64(clamping: (ProcessStatus(id)?.residentPages ?? 0) &* pageSize)
  }

  /// The whole text of a small file; nil where it cannot be read.
  package static func read(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

package import Glibc

/// What `stat` says of a file, read once.
package struct FileStatus {
  private let raw: stat

  /// The status of a path, of the link itself where `followsLinks` is false; nil where nothing is there.
  package init?(_ path: String, followsLinks: Bool = true) {
    guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
    var raw = stat()
    guard (followsLinks ? stat(path, &raw) : lstat(path, &raw)) == 0 else { return nil }
    self.raw = raw
  }

  private var kind: mode_t { raw.st_mode & S_IFMT }
  package var isDirectory: Bool { kind == S_IFDIR }
  package var isLink: Bool { kind == S_IFLNK }
  package var isRegular: Bool { kind == S_IFREG }
  package var isDevice: Bool { kind == S_IFCHR || kind == S_IFBLK }
  /// Bytes.
  package var size: Int64 { Int64(raw.st_size) }
  package var linkCount: Int { Int(raw.st_nlink) }
  package var owner: uid_t { raw.st_uid }
  package var group: gid_t { raw.st_gid }
  package var inode: UInt64 { UInt64(raw.st_ino) }
  package var device: UInt64 { UInt64(raw.st_dev) }
  /// Permissions with the set-id and sticky bits.
  package var permissions: UInt32 { raw.st_mode & 0o7777 }
  package var modified: timespec { raw.st_mtim }
  package var accessed: timespec { raw.st_atim }
  /// .NET on Linux: the earlier of change and modification, since most file systems keep no birth time.
  package var created: timespec {
    let (change, write) = (raw.st_ctim, raw.st_mtim)
    return (change.tv_sec, change.tv_nsec) < (write.tv_sec, write.tv_nsec) ? change : write
  }

  /// Whether two names lead to one file.
  package func isSameFile(as other: FileStatus) -> Bool { inode == other.inode && device == other.device }

  /// .NET's idea of a read-only file: the bits that count for this user allow reading and not writing.
  package var isReadOnly: Bool {
    let shift: UInt32 = owner == geteuid() ? 6 : group == getegid() ? 3 : 0
    let bits = permissions >> shift
    return bits & 0o4 != 0 && bits & 0o2 == 0
  }

  /// The permissions as `ls -l` writes them, with the letter of the kind in front.
  package var modeText: String {
    let letter =
      switch kind {
      case S_IFDIR: "d"
      case S_IFLNK: "l"
      case S_IFCHR: "c"
      case S_IFBLK: "b"
      case S_IFIFO: "p"
      case S_IFSOCK: "s"
      default: "-"
      }
    var text = letter
    for (shift, special, set) in [(UInt32(6), UInt32(0o4000), "s"), (3, 0o2000, "s"), (0, 0o1000, "t")] {
      let bits = permissions >> shift
      text += bits & 4 != 0 ? "r" : "-"
      text += bits & 2 != 0 ? "w" : "-"
      let runs = bits & 1 != 0
      text += permissions & special != 0 ? (runs ? set : set.uppercased()) : runs ? "x" : "-"
    }
    return text
  }
}

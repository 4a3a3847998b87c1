import Glibc
import ShellObjects

/// What PowerShell's own type data shows of a file: `Mode`, `NameString`, `User` and their like.
enum FileItemView {
  /// Five letters: kind, archive, read-only, hidden, system.
  static func mode(_ item: FileSystemItem) -> String {
    let kind = item.isLink ? "l" : item.isDirectory ? "d" : "-"
    return kind + "-" + (item.isReadOnly ? "r" : "-") + (item.isHidden ? "h" : "-") + "-"
  }

  static func linkType(_ item: FileSystemItem) -> Value {
    if item.isLink { return .string("SymbolicLink") }
    guard !item.isDirectory, let status = item.linkStatus, status.linkCount > 1 else { return .null }
    return .string("HardLink")
  }

  /// The name in the colours of `$PSStyle.FileInfo`, a link with its target.
  static func coloredName(_ item: FileSystemItem) -> String {
    let name = item.name
    if item.isLink { return "\u{1B}[36;1m\(name)\u{1B}[0m -> \(item.linkTarget ?? "")" }
    if item.isDirectory { return "\u{1B}[44;1m\(name)\u{1B}[0m" }
    if let color = extensionColors[item.fileExtension.lowercased()] { return "\(color)\(name)\u{1B}[0m" }
    if let status = item.targetStatus, status.permissions & 0o111 != 0 { return "\u{1B}[32;1m\(name)\u{1B}[0m" }
    return name
  }

  private static let extensionColors: [String: String] = {
    var colors: [String: String] = [:]
    for name in ["zip", "tgz", "gz", "tar", "nupkg", "cab", "7z"] { colors["." + name] = "\u{1B}[31;1m" }
    for name in ["ps1", "psd1", "psm1", "ps1xml"] { colors["." + name] = "\u{1B}[33;1m" }
    return colors
  }()

  static func lengthText(_ item: FileSystemItem) -> String {
    item.isDirectory ? "" : (try? String(item.length())) ?? ""
  }

  /// Date and time in columns of ten and eight.
  static func writeTimeText(_ item: FileSystemItem) throws -> String {
    let time = FileTime.value(item.linkStatus?.modified, isUniversal: false)
    func part(_ format: String, _ width: Int) throws -> String {
      let text = try time.callMethod(Symbol("ToString"), [.string(format)])?.text() ?? ""
      return String(repeating: " ", count: max(0, width - text.utf16.count)) + text
    }
    return try part("d", 10) + " " + part("t", 8)
  }

  // MARK: Unix

  static func userName(_ id: uid_t) -> String { getpwuid(id).map { String(cString: $0.pointee.pw_name) } ?? String(id) }
  static func groupName(_ id: gid_t) -> String {
    getgrgid(id).map { String(cString: $0.pointee.gr_name) } ?? String(id)
  }

  /// What `UnixStat` gives: PowerShell's CommonStat.
  static func unixStat(_ item: FileSystemItem) -> Value {
    guard let status = item.linkStatus else { return .null }
    let object = PSCustomObject([
      "Inode": Int64(truncatingIfNeeded: status.inode).value, "Mode": Int32(bitPattern: status.permissions).value,
      "UserId": Int(status.owner).value, "GroupId": Int(status.group).value,
      "HardlinkCount": status.linkCount.value, "Size": status.size.value,
      "IsSetUid": (status.permissions & 0o4000 != 0).value, "IsSetGid": (status.permissions & 0o2000 != 0).value,
      "IsSticky": (status.permissions & 0o1000 != 0).value,
    ])
    object.extending().typeNames = ["System.Management.Automation.Platform+Unix+CommonStat", "System.Object"]
    return .object(object)
  }
}

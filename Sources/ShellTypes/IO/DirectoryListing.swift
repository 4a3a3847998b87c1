import Glibc
import ShellObjects

/// One name in a folder.
package struct DirectoryEntry: Sendable {
  package let name: String
  /// Whether it is a folder or a link to one.
  package let isDirectory: Bool
  package let isLink: Bool
}

/// Reads folders.
package enum DirectoryListing {
  /// The names in a folder, without `.` and `..`, in the order of the file system.
  ///
  /// Throws what .NET throws.
  package static func entries(of path: String) throws -> [DirectoryEntry] {
    guard let folder = opendir(path) else {
      let code = errno
      if code == ENOENT || code == ENOTDIR {
        throw NetException("System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(path)'.")
      }
      throw FileFailure.exception(code, path)
    }
    defer { closedir(folder) }
    var entries: [DirectoryEntry] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append(make(name, Int32(entry.pointee.d_type), path))
    }
    return entries
  }

  private static func make(_ name: String, _ kind: Int32, _ folder: String) -> DirectoryEntry {
    switch kind {
    case Int32(DT_DIR): return DirectoryEntry(name: name, isDirectory: true, isLink: false)
    case Int32(DT_LNK), Int32(DT_UNKNOWN):
      let path = folder + "/" + name
      let isLink = kind == Int32(DT_LNK) || FileStatus(path, followsLinks: false)?.isLink == true
      return DirectoryEntry(name: name, isDirectory: FileStatus(path)?.isDirectory ?? false, isLink: isLink)
    default: return DirectoryEntry(name: name, isDirectory: false, isLink: false)
    }
  }
}

/// A name pattern of .NET's directory listings: `*` and `?` only; `*.*` means all.
package struct FileNamePattern: Sendable {
  private let units: [UInt16]
  private let foldedUnits: [UInt16]

  package init(_ pattern: String) {
    let pattern = pattern == "*.*" || pattern.isEmpty ? "*" : pattern
    units = Array(pattern.utf16)
    foldedUnits = Array(pattern.lowercased().utf16)
  }

  package func matches(_ name: String, ignoreCase: Bool) -> Bool {
    let text = Array((ignoreCase ? name.lowercased() : name).utf16)
    let pattern = ignoreCase ? foldedUnits : units
    var (place, at, star, mark) = (0, 0, -1, 0)
    while at < text.count {
      if place < pattern.count, pattern[place] == 0x2A {
        (star, mark) = (place, at)
        place += 1
      } else if place < pattern.count, pattern[place] == 0x3F || pattern[place] == text[at] {
        place += 1
        at += 1
      } else if star >= 0 {
        mark += 1
        (place, at) = (star + 1, mark)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == 0x2A }
  }
}

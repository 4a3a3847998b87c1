package import ShellObjects

/// The provider and drive through which items reached the shell; items of one listing share it.
package final class ItemOrigin {
  /// What `PSProvider` gives.
  package let provider: Value
  /// What `PSDrive` gives; null for a path qualified by its provider.
  package let drive: Value
  /// What stands before `::` in `PSPath`.
  package let qualifier: String

  package init(provider: Value, drive: Value, qualifier: String) {
    self.provider = provider
    self.drive = drive
    self.qualifier = qualifier
  }
}

/// A `FileInfo` or `DirectoryInfo`: a path, and what was last seen there.
///
/// The file system is asked when a property first needs it and again after `refresh()`, as in .NET.
package final class FileSystemItem {
  /// The absolute path without `.`, `..` and a trailing slash.
  package private(set) var path: String
  /// The path as the caller gave it; the object's text.
  package private(set) var givenPath: String
  /// Whether it is a DirectoryInfo.
  package let isDirectory: Bool
  /// Nil for an object that no provider gave.
  package let origin: ItemOrigin?
  private var cachedLink: FileStatus??
  private var cachedTarget: FileStatus??

  /// Makes an item of an absolute path in its shortest form.
  package init(_ path: String, given: String? = nil, isDirectory: Bool, origin: ItemOrigin? = nil) {
    self.path = path
    givenPath = given ?? path
    self.isDirectory = isDirectory
    self.origin = origin
  }

  private static let fileType = PSType.named("System.IO.FileInfo")
  private static let directoryType = PSType.named("System.IO.DirectoryInfo")

  /// The item as an object of its .NET type.
  package var value: Value { .object(Box(self, isDirectory ? Self.directoryType : Self.fileType)) }

  // MARK: Names

  package var name: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), path.utf8.count > 1 else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The path of the folder; nil for the root.
  package var parentPath: String? {
    guard path.utf8.count > 1, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// From the last dot of the name on; empty where there is none or it is the last character.
  package var fileExtension: String {
    let name = name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), name.utf8.index(after: dot) != name.endIndex else {
      return ""
    }
    return String(name[dot...])
  }

  /// PowerShell's `BaseName`: the name without its extension; a folder's whole name.
  package var baseName: String {
    let name = name
    guard !isDirectory, let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    return String(name[..<dot])
  }

  // MARK: State

  /// The status of the entry itself; nil where nothing is there.
  package var linkStatus: FileStatus? {
    if let cachedLink { return cachedLink }
    let found = FileStatus(path, followsLinks: false)
    cachedLink = .some(found)
    return found
  }

  /// The status of what the entry leads to; nil where nothing is there.
  package var targetStatus: FileStatus? {
    if let cachedTarget { return cachedTarget }
    let found = linkStatus.flatMap { $0.isLink ? FileStatus(path) : $0 }
    cachedTarget = .some(found)
    return found
  }

  /// Forgets what was seen.
  package func refresh() {
    cachedLink = nil
    cachedTarget = nil
  }

  /// Follows the file to a new place.
  package func move(to path: String) {
    self.path = path
    givenPath = path
    refresh()
  }

  package var exists: Bool {
    guard let status = linkStatus else { return false }
    if status.isLink { return targetStatus.map { $0.isDirectory == isDirectory } ?? !isDirectory }
    return status.isDirectory == isDirectory
  }

  package var isLink: Bool { linkStatus?.isLink ?? false }
  package var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }
  package var isReadOnly: Bool { targetStatus?.isReadOnly ?? linkStatus?.isReadOnly ?? false }

  /// Bytes.
  ///
  /// Throws FileNotFoundException where no file is there.
  package func length() throws -> Int64 {
    guard let status = targetStatus, !status.isDirectory else {
      var missing = NetException("System.IO.FileNotFoundException", "Could not find file '\(path)'.")
      missing.fields["FileName"] = .string(path)
      throw missing
    }
    return status.size
  }

  /// The number of .NET's FileAttributes; -1 where nothing is there.
  package var attributes: Int64 {
    guard let status = linkStatus else { return -1 }
    var bits: Int64 = 0
    if isReadOnly { bits |= FileAttribute.readOnly }
    if isHidden { bits |= FileAttribute.hidden }
    if status.isLink { bits |= FileAttribute.reparsePoint }
    if targetStatus?.isDirectory == true { bits |= FileAttribute.directory }
    return bits == 0 ? FileAttribute.normal : bits
  }

  /// The text of the link; nil where the item is none.
  package var linkTarget: String? {
    guard isLink else { return nil }
    return FilePath.linkTarget(path)
  }
}

/// Bits of System.IO.FileAttributes that Linux files can have.
package enum FileAttribute {
  package static let readOnly: Int64 = 1
  package static let hidden: Int64 = 2
  package static let system: Int64 = 4
  package static let directory: Int64 = 16
  package static let archive: Int64 = 32
  package static let normal: Int64 = 128
  package static let reparsePoint: Int64 = 1024
}

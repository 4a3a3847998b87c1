import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

extension FileSystemProvider {
  // MARK: Copying

  func copyItem(_ path: String, to destination: String, _ request: ProviderRequest) throws -> Value {
    guard let status = FileStatus(path) else { throw PlaceError.pathNotFound(path) }
    if isSame(path, destination) { throw overwritingItself(destination) }
    guard status.isDirectory else { return try copyFile(path, destination, request) }
    let existing = FileStatus(destination)
    if existing != nil, existing?.isDirectory == false {
      throw PlaceError.io(
        "Container cannot be copied onto existing leaf item.", id: "CopyContainerItemToLeafError", .writeError,
        target: .string(path))
    }
    let target = existing == nil ? destination : self.path(of: leaf(of: path), in: destination)
    if isSame(path, target) { throw overwritingItself(target) }
    if target.hasPrefix(path == "/" ? path : path + "/") {
      throw PlaceError.io(
        "Destination path cannot be a subdirectory of the source: \(target).", id: "CopyError", .writeError,
        target: .string(target))
    }
    return try copyFolder(path, target, request)
  }

  private func isSame(_ a: String, _ b: String) -> Bool {
    if a.isIdentical(to: b) { return true }
    guard let first = FileStatus(a, followsLinks: false), let second = FileStatus(b, followsLinks: false) else {
      return false
    }
    return first.isSameFile(as: second)
  }

  private func overwritingItself(_ path: String) -> ShellError {
    PlaceError.io("Cannot overwrite the item \(path) with itself.", id: "CopyError", .writeError, target: .string(path))
  }

  private func copyFolder(_ path: String, _ target: String, _ request: ProviderRequest) throws -> Value {
    guard try request.approves("Item: \(path) Destination: \(target)", "Copy Directory") else { return .null }
    do { try FileCopy.makeDirectories(target) } catch { throw failure(error, "CopyDirectoryInfoItem", path) }
    if request.recurse {
      let pattern = request.filter.map { FileNamePattern($0) }
      for entry in try entries(of: path) {
        try request.context?.checkCancellation()
        let (from, to) = (self.path(of: entry.name, in: path), self.path(of: entry.name, in: target))
        let copy = {
          if entry.isDirectory, !entry.isLink {
            _ = try self.copyFolder(from, to, request)
          } else if pattern?.matches(entry.name, ignoreCase: true) ?? true {
            _ = entry.isDirectory ? try self.copyLink(from, to) : try self.copyFile(from, to, request)
          }
        }
        if let context = request.context { try context.attempt(copy) } else { try copy() }
      }
    }
    return makeItem(target, request).value
  }

  private func entries(of path: String) throws -> [DirectoryEntry] {
    do { return try DirectoryListing.entries(of: path) } catch {
      throw failure(error, "CopyDirectoryInfoItem", path)
    }
  }

  /// Why: a link to a folder may lead back to where it is, so it is copied as a link.
  private func copyLink(_ path: String, _ target: String) throws -> Value {
    guard let text = FilePath.linkTarget(path) else { return .null }
    if symlink(text, target) != 0 { throw failure(FileCopy.exception(errno, target), "CopyFileInfoItem", path) }
    return .null
  }

  private func copyFile(_ path: String, _ destination: String, _ request: ProviderRequest) throws -> Value {
    let isFolder = FileStatus(destination)?.isDirectory == true
    let target = isFolder ? self.path(of: leaf(of: path), in: destination) : destination
    if isSame(path, target) { throw overwritingItself(target) }
    guard try request.approves("Item: \(path) Destination: \(target)", "Copy File") else { return .null }
    do {
      if request.force { makeWritable(target) }
      try FileCopy.copyFile(path, target, overwrites: true)
    } catch {
      throw failure(error, "CopyFileInfoItem", path)
    }
    return makeItem(target, request).value
  }

  private func makeWritable(_ path: String) {
    guard let status = FileStatus(path), status.isReadOnly else { return }
    _ = chmod(path, status.permissions | 0o200)
  }

  // MARK: Moving

  func moveItem(_ path: String, to destination: String, _ request: ProviderRequest) throws -> Value {
    guard let status = FileStatus(path, followsLinks: false) else { throw PlaceError.pathNotFound(path) }
    if status.isDirectory, isInUse(path) {
      throw TerminatingError(
        PlaceError.invalidOperation(
          "Cannot move the item because the item at '\(path)' is in use.", target: .string(path)))
    }
    let isFolder = FileStatus(destination)?.isDirectory == true
    let target = isFolder ? self.path(of: leaf(of: path), in: destination) : destination
    let kind = status.isDirectory ? "Directory" : "File"
    guard try request.approves("Item: \(path) Destination: \(target)", "Move \(kind)") else { return .null }
    do {
      if status.isDirectory { try moveFolder(path, target) } else { try moveFile(path, target, request) }
    } catch {
      throw failure(error, status.isDirectory ? "MoveDirectoryItem" : "MoveFileInfoItem", path)
    }
    return makeItem(target, request).value
  }

  private func moveFolder(_ path: String, _ target: String) throws {
    if target.hasPrefix(path + "/") {
      throw NetException("System.IO.IOException", "Destination path cannot be a subdirectory of the source: \(target).")
    }
    try FileCopy.moveDirectory(path, target)
  }

  private func moveFile(_ path: String, _ target: String, _ request: ProviderRequest) throws {
    if request.force { makeWritable(target) }
    try FileCopy.moveFile(path, target, overwrites: request.force)
  }

  // MARK: Renaming

  func renameItem(_ path: String, to name: String, _ request: ProviderRequest) throws -> Value {
    guard let status = FileStatus(path, followsLinks: false) else { throw PlaceError.pathNotFound(path) }
    var name = name
    if name.hasPrefix("./") || name.hasPrefix(".\\") { name.removeFirst(2) }
    if name.utf8.contains(where: PathText.isSeparator) || name.isEmpty {
      throw TerminatingError.argument(
        "Cannot rename the specified target, because it represents a path or device name.")
    }
    if isInUse(path), status.isDirectory {
      throw TerminatingError(
        PlaceError.invalidOperation(
          "Cannot rename the item at '\(path)' because it is in use.", target: .string(path)))
    }
    let folder = parent(of: path) ?? "/"
    let target = name == ".." ? parent(of: folder) ?? "/" : name == "." ? folder : self.path(of: name, in: folder)
    let kind = status.isDirectory ? "Directory" : "File"
    guard try request.approves("Item: \(path) Destination: \(target)", "Rename \(kind)") else { return .null }
    if !target.isIdentical(to: path) {
      do {
        if status.isDirectory {
          try FileCopy.moveDirectory(path, target)
        } else {
          try FileCopy.moveFile(path, target, overwrites: false)
        }
      } catch {
        throw failure(error, "RenameItem", path)
      }
    }
    return makeItem(target, request).value
  }
}

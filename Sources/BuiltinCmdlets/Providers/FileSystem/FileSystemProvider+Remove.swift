import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

extension FileSystemProvider {
  func removeItem(_ path: String, _ request: ProviderRequest) throws {
    let item = makeItem(path, request)
    guard let status = item.linkStatus else { throw PlaceError.pathNotFound(path) }
    if status.isDirectory, isInUse(path) {
      throw TerminatingError(
        PlaceError.invalidOperation(
          "Cannot remove the item at '\(path)' because it is in use.", target: .string(path)))
    }
    let isFolder = status.isDirectory
    guard try request.approves(path, isFolder ? "Remove Directory" : "Remove File") else { return }
    try remove(item, request)
  }

  /// Removes an entry, and what is in it, without following links.
  private func remove(_ item: FileSystemItem, _ request: ProviderRequest) throws {
    if !request.force, item.isHidden || item.isReadOnly {
      throw removal(
        NetException(
          "System.IO.IOException",
          "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only."
        ), "RemoveFileSystemItemUnAuthorizedAccess", .permissionDenied, item)
    }
    do {
      if item.linkStatus?.isDirectory == true {
        try removeContents(of: item, request)
        if rmdir(item.path) != 0 { throw FileCopy.exception(errno, item.path) }
      } else {
        try FileCopy.removeFile(item.path)
      }
    } catch let error as NetException {
      let isDenied = error.typeName == "System.UnauthorizedAccessException"
      throw removal(
        error, isDenied ? "RemoveFileSystemItemUnAuthorizedAccess" : "RemoveFileSystemItemIOError",
        isDenied ? .permissionDenied : .writeError, item)
    }
  }

  private func removeContents(of item: FileSystemItem, _ request: ProviderRequest) throws {
    for entry in try DirectoryListing.entries(of: item.path) {
      try request.context?.checkCancellation()
      let inner = FileSystemItem(
        path(of: entry.name, in: item.path), isDirectory: entry.isDirectory, origin: item.origin)
      guard let context = request.context else {
        try remove(inner, request)
        continue
      }
      // Why: one entry that stays does not save the others.
      try context.attempt { try remove(inner, request) }
    }
  }

  private func removal(
    _ cause: NetException, _ id: String, _ category: ErrorCategory, _ item: FileSystemItem
  ) -> ShellError {
    let record = ErrorRecord(ExceptionObject(cause), id: id, category, target: item.value)
    record.detailsMessage = "Cannot remove item \(item.path): \(cause.message)"
    return ShellError(record)
  }
}

import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

extension FileSystemProvider {
  private enum Kind { case file, directory, symbolicLink, hardLink }

  /// The kind a prefix of its name means, as `New-Item -ItemType d` does.
  private static func kind(_ type: String?) throws -> Kind {
    let type = (type ?? "").lowercased()
    if type.isEmpty { return .file }
    let names: [(String, Kind)] = [
      ("directory", .directory), ("container", .directory), ("file", .file), ("symboliclink", .symbolicLink),
      ("junction", .symbolicLink), ("hardlink", .hardLink),
    ]
    guard let match = names.first(where: { $0.0.hasPrefix(type) }) else {
      throw TerminatingError.argument(
        "The type is not a known type for the file system. Only \"file\",\"directory\" or \"symboliclink\" can be specified."
      )
    }
    return match.1
  }

  func newItem(_ path: String, type: String?, value: Value?, _ request: ProviderRequest) throws -> Value {
    switch try Self.kind(type) {
    case .directory: return try newDirectory(path, request)
    case .file: return try newFile(path, value, request)
    case .symbolicLink: return try newLink(path, value, request, isSymbolic: true)
    case .hardLink: return try newLink(path, value, request, isSymbolic: false)
    }
  }

  private func newDirectory(_ path: String, _ request: ProviderRequest) throws -> Value {
    if let status = FileStatus(path, followsLinks: false) {
      guard request.force, status.isDirectory || FileStatus(path)?.isDirectory == true else {
        throw PlaceError.io(
          "An item with the specified name \(path) already exists.", id: "DirectoryExist", .resourceExists,
          target: .string(path))
      }
      return makeItem(path, request).value
    }
    guard try request.approves("Destination: \(path)", "Create Directory") else { return .null }
    do { try FileCopy.makeDirectories(path) } catch {
      throw failure(error, "CreateDirectory", path)
    }
    return FileSystemItem(path, isDirectory: true, origin: origin(request)).value
  }

  private func newFile(_ path: String, _ value: Value?, _ request: ProviderRequest) throws -> Value {
    guard try request.approves("Destination: \(path)", "Create File") else { return .null }
    do {
      if request.force, let parent = parent(of: path) { try FileCopy.makeDirectories(parent) }
      let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (request.force ? O_TRUNC : O_EXCL)
      let file = open(path, flags, 0o666)
      guard file >= 0 else { throw FileCopy.exception(errno, path) }
      defer { close(file) }
      if let value, !value.isNull { try DescriptorOutput.write(Array(plainText(value).utf8), to: file, path) }
    } catch {
      throw failure(error, "NewItem", path)
    }
    return FileSystemItem(path, isDirectory: false, origin: origin(request)).value
  }

  /// .NET's `ToString()`, which does not join the elements of an array.
  private func plainText(_ value: Value) throws -> String {
    if case .object(let object) = value, object.isEnumerable { return try object.text() }
    return try value.text()
  }

  private func newLink(
    _ path: String, _ value: Value?, _ request: ProviderRequest, isSymbolic: Bool
  ) throws -> Value {
    let target = try value?.text() ?? ""
    if target.isEmpty {
      throw TerminatingError(
        ShellError(
          "System.Management.Automation.PSArgumentNullException",
          "Cannot process argument because the value of argument \"content\" is null. Change the value of argument \"content\" to a non-null value.",
          id: "ArgumentNull", .invalidArgument))
    }
    let action = isSymbolic ? "Create Symbolic Link" : "Create Hard Link"
    guard try request.approves("Destination: \(path)", action) else { return .null }
    if FileStatus(path, followsLinks: false) != nil {
      guard request.force else {
        throw PlaceError.io(
          "An item with the specified name \(path) already exists.", id: "NewItemIOError", .resourceExists,
          target: .string(path))
      }
      do { try FileCopy.removeFile(path) } catch { throw failure(error, "NewItem", path) }
    }
    if isSymbolic {
      if symlink(target, path) != 0 { throw failure(FileCopy.exception(errno, path), "NewItem", path) }
    } else {
      let source = try request.session?.drives.resolve(target).path ?? target
      guard FileStatus(source) != nil else { throw PlaceError.pathNotFound(source) }
      if link(source, path) != 0 { throw failure(FileCopy.exception(errno, path), "NewItem", path) }
    }
    return makeItem(path, request).value
  }

  /// A failed change under the id PowerShell gives it: `NewItemIOError`, `NewItemUnauthorizedAccessError`.
  func failure(_ error: any Error, _ id: String, _ path: String) -> any Error {
    guard let error = error as? NetException else { return error }
    let isDenied = error.typeName == "System.UnauthorizedAccessException"
    return PlaceError.io(
      error, id: id + (isDenied ? "UnauthorizedAccessError" : "IOError"), isDenied ? .permissionDenied : .writeError,
      target: .string(path))
  }
}

/// Writes whole buffers to a descriptor.
enum DescriptorOutput {
  /// Throws what .NET throws for a failed write.
  static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws {
    var sent = 0
    while sent < bytes.count {
      let written = bytes[sent...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw FileCopy.exception(errno, path)
      }
      sent += written
    }
  }
}

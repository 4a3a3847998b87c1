import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

/// The file system as a provider: paths are absolute and begin with a slash.
final class FileSystemProvider: ListedProvider, Provider {
  let name = "FileSystem"
  let capabilities = "Filter, ShouldProcess, Credentials"
  let isNavigable = true
  /// Whether a folder is or holds the current location; the session's table sets it.
  var isInUse: (String) -> Bool = { _ in false }

  /// The folder of `HOME`, else that of the user's entry in the password file.
  var home: String? {
    if let value = getenv("HOME"), value.pointee != 0 { return String(cString: value) }
    return getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) }
  }

  // MARK: Looking

  func exists(_ path: String, _ request: ProviderRequest) -> Bool { FileStatus(path, followsLinks: false) != nil }
  func isContainer(_ path: String, _ request: ProviderRequest) -> Bool { FileStatus(path)?.isDirectory ?? false }

  func item(_ path: String, _ request: ProviderRequest) throws -> Value {
    let item = makeItem(path, request)
    guard item.linkStatus != nil else { throw PlaceError.pathNotFound(path) }
    if item.isHidden, !request.force {
      throw PlaceError.io("Could not find item \(path).", id: "ItemNotFound", .objectNotFound, target: .string(path))
    }
    return item.value
  }

  /// The item at a path, a folder or not as the file system says.
  func makeItem(_ path: String, _ request: ProviderRequest) -> FileSystemItem {
    FileSystemItem(path, isDirectory: FileStatus(path)?.isDirectory ?? false, origin: origin(request))
  }

  func origin(_ request: ProviderRequest) -> ItemOrigin { origin(request.drive, qualifiedName) }

  /// The item of a name whose kind a listing told, without another look.
  func item(of child: ProviderChild, in container: String, _ request: ProviderRequest) -> Value {
    FileSystemItem(path(of: child.name, in: container), isDirectory: child.isContainer, origin: origin(request)).value
  }

  func children(_ path: String, _ request: ProviderRequest) throws -> [ProviderChild] {
    let entries: [DirectoryEntry]
    do { entries = try DirectoryListing.entries(of: path) } catch let error as NetException {
      let isDenied = error.typeName == "System.UnauthorizedAccessException"
      throw PlaceError.io(
        error, id: isDenied ? "DirUnauthorizedAccessError" : "DirIOError",
        isDenied ? .permissionDenied : .readError, target: .string(path))
    }
    let pattern = request.filter.map { FileNamePattern($0) }
    let shown = entries.filter { entry in
      if !request.force, entry.name.utf8.first == UInt8(ascii: ".") { return false }
      return pattern?.matches(entry.name, ignoreCase: true) ?? true
    }
    return Self.sorted(shown).map { ProviderChild($0.name, isContainer: $0.isDirectory, isWalkable: !$0.isLink) }
  }

  /// Folders first, then by name in the culture's order.
  private static func sorted(_ entries: [DirectoryEntry]) -> [DirectoryEntry] {
    entries.sorted { a, b in
      if a.isDirectory != b.isDirectory { return a.isDirectory }
      let order = Collation.compare(a.name, b.name, ignoringCase: true)
      return order != 0 ? order < 0 : a.name < b.name
    }
  }

  // MARK: Properties

  func properties(_ path: String, _ names: [String], _ request: ProviderRequest) throws -> Value {
    let item = makeItem(path, request).value
    if names.isEmpty { return item }
    let result = PSCustomObject()
    for name in names {
      guard let found = try item.findProperty(Symbol(name)) else {
        throw PlaceError.io(
          "The property \(name) does not exist or was not found.", id: "GetValueError", .readError, target: .null)
      }
      result.set(name, found)
    }
    for name in ["PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider"] {
      result.set(name, try item.property(name))
    }
    return .object(result)
  }

  func setProperty(_ path: String, _ name: String, _ value: Value, _ request: ProviderRequest) throws -> Value {
    let item = makeItem(path, request)
    let kind = item.isDirectory ? "Directory" : "File"
    let shown = try value.text()
    guard try request.approves("Item: \(path) Property: \(name) Value: \(shown)", "Set Property \(kind)") else {
      return .null
    }
    guard try item.value.findProperty(Symbol(name)) != nil else { throw missing(name, "SetPropertyError") }
    guard try item.value.setProperty(name, value) else { throw missing(name, "SetPropertyError") }
    let result = PSCustomObject()
    result.set(name, try item.value.property(name))
    return .object(result)
  }

  private func missing(_ name: String, _ id: String) -> ShellError {
    PlaceError.io("The property \(name) does not exist or was not found.", id: id, .readError, target: .null)
  }

  /// Only attributes can be cleared.
  func clearProperty(_ path: String, _ name: String, _ request: ProviderRequest) throws -> Value {
    guard name.equalsName("Attributes") else {
      throw TerminatingError.argument(
        "The property cannot be cleared because the property is not supported. Only the Attributes property can be cleared."
      )
    }
    let item = makeItem(path, request)
    let kind = item.isDirectory ? "Directory" : "File"
    guard try request.approves("Item: \(path) Property: \(name)", "Clear Property \(kind)") else { return .null }
    _ = try item.value.setProperty("Attributes", .string("Normal"))
    return .null
  }

  func setItem(_ path: String, _ value: Value, _ request: ProviderRequest) throws -> Value {
    throw ProviderRefusal.notSupported
  }

  func invokeItem(_ path: String, _ request: ProviderRequest) throws {
    guard try request.approves("Item: \(path)", "Invoke Item") else { return }
    let isProgram = FileStatus(path).map { !$0.isDirectory && $0.permissions & 0o111 != 0 } ?? false
    let words = isProgram ? [path] : ["xdg-open", path]
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], nil, nil, &arguments, environ)
    if code != 0 {
      throw PlaceError.io(
        "Cannot open '\(path)': '\(words[0])' could not be started.", id: "InvokeItemError", .invalidOperation,
        target: .string(path))
    }
  }
}

extension FileSystemProvider {
  static func isLink(_ path: String) -> Bool { FileStatus(path, followsLinks: false)?.isLink ?? false }

  /// Whether a name passes `-Filter`.
  static func matches(_ name: String, _ filter: String?) -> Bool {
    filter.map { FileNamePattern($0).matches(name, ignoreCase: true) } ?? true
  }
}

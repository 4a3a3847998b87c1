package import ShellObjects

/// One drive: a name, the provider behind it, and where it begins there.
package struct DriveInfo: Sendable {
  package let name: String
  package let provider: String
  package let root: String
  package var descriptionText: String
  /// The current location on the drive, below the root.
  package var currentLocation: String

  package init(name: String, provider: String, root: String, description: String = "", currentLocation: String = "") {
    self.name = name
    self.provider = provider
    self.root = root
    descriptionText = description
    self.currentLocation = currentLocation
  }
}

/// A path after its drive has been found.
package struct ResolvedPath {
  package let drive: DriveInfo
  package let provider: any Provider
  /// The provider's own path, absolute: `/tmp/x` for the file system, `PATH` for `Env:`.
  package let path: String
  /// The path as shown to the user.
  package let displayPath: String

  package init(drive: DriveInfo, provider: any Provider, path: String, displayPath: String) {
    self.drive = drive
    self.provider = provider
    self.path = path
    self.displayPath = displayPath
  }
}

/// The drives and locations of a session.
package protocol DriveTable: AnyObject {
  var all: [DriveInfo] { get }
  /// The current location, qualified as `Get-Location` prints it.
  var currentPath: String { get }
  var currentDrive: DriveInfo? { get }
  func setLocation(_ path: String, isLiteral: Bool) throws
  func add(_ drive: DriveInfo) throws
  func remove(_ name: String, force: Bool) throws
  func provider(named name: String) -> (any Provider)?
  var providers: [any Provider] { get }
  /// The provider and absolute path a literal path means. Throws DriveNotFound for an unknown drive.
  func resolve(_ path: String) throws -> ResolvedPath
  /// The existing items a path with wildcards matches, in order.
  func glob(_ path: String) throws -> [ResolvedPath]
}

/// The table of a shell without drives.
package final class EmptyDriveTable: DriveTable {
  package init() {}
  package var all: [DriveInfo] { [] }
  package var currentPath: String { "" }
  package var currentDrive: DriveInfo? { nil }
  package var providers: [any Provider] { [] }
  package func setLocation(_ path: String, isLiteral: Bool) throws {}
  package func add(_ drive: DriveInfo) throws {}
  package func remove(_ name: String, force: Bool) throws {}
  package func provider(named name: String) -> (any Provider)? { nil }
  package func resolve(_ path: String) throws -> ResolvedPath {
    throw ShellError(
      "System.Management.Automation.DriveNotFoundException", "Cannot find drive. No drive exists.", id: "DriveNotFound",
      .objectNotFound, target: .string(path))
  }
  package func glob(_ path: String) throws -> [ResolvedPath] { [] }
}

/// A namespace of items: the file system, variables, functions, aliases, the environment.
///
/// The item cmdlets know only this. Paths are the provider's own, absolute, without a drive. What a provider cannot do
/// it refuses by throwing `ProviderError.notSupported`.
package protocol Provider: AnyObject {
  var name: String { get }
  /// Whether `Set-Location` may go below the root.
  var isNavigable: Bool { get }
  /// Separates the parts of a path.
  var separator: Character { get }
  func exists(_ path: String) -> Bool
  func isContainer(_ path: String) -> Bool
  /// The item as the pipeline sees it. Throws ItemNotFound.
  func item(_ path: String) throws -> Value
  /// Names and items below a container, in the order `Get-ChildItem` gives them, hidden ones only where `force`.
  func children(_ path: String, force: Bool) throws -> [(name: String, value: Value)]
  func newItem(_ path: String, type: String?, value: Value?, force: Bool) throws -> Value
  func removeItem(_ path: String, recurse: Bool, force: Bool) throws
  func setItem(_ path: String, _ value: Value) throws -> Value
  func renameItem(_ path: String, to name: String, force: Bool) throws -> Value
  func copyItem(_ path: String, to destination: String, recurse: Bool, force: Bool) throws -> Value
  func moveItem(_ path: String, to destination: String, force: Bool) throws -> Value
  /// A reader of the item's content, line by line.
  func content(_ path: String) throws -> Value
  func setContent(_ path: String, _ values: [Value]) throws
}

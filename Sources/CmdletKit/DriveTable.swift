package import ShellObjects

/// One drive: a name, the provider behind it, and where it begins there.
package final class DriveInfo {
  package let name: String
  /// The provider's name.
  package let provider: String
  /// The provider's own path of the root: `/tmp` for `Temp:`, empty for `Env:`.
  package let root: String
  package var descriptionText: String
  /// The current location on the drive, below the root, without a slash in front.
  package var currentLocation: String
  /// The provider as an object; the table that holds the drive sets it.
  package var providerObject = Value.null

  package init(name: String, provider: String, root: String, description: String = "", currentLocation: String = "") {
    self.name = name
    self.provider = provider
    self.root = root
    descriptionText = description
    self.currentLocation = currentLocation
  }

  private static let type = PSType.named("System.Management.Automation.PSDriveInfo")
  /// The drive as `Get-PSDrive` gives it; the same object each time.
  package private(set) lazy var value = Value.object(Box(self, Self.type))

  /// The path of an item on this drive as users see it: `/tmp/x`, `data:/x`, `Env:/PATH`.
  package func displayPath(of path: String) -> String {
    if name == "/" { return path }
    var below = path[...]
    if !root.isEmpty, path.hasPrefix(root) { below = below.dropFirst(root.count) }
    while below.first == "/" { below.removeFirst() }
    return name + ":/" + below
  }
}

/// A path after its drive has been found.
package struct ResolvedPath {
  /// Nil for a path qualified by its provider.
  package let drive: DriveInfo?
  package let provider: any Provider
  /// The provider's own path, absolute: `/tmp/x` for the file system, `PATH` for `Env:`.
  package let path: String

  package init(drive: DriveInfo?, provider: any Provider, path: String) {
    self.drive = drive
    self.provider = provider
    self.path = path
  }

  /// The path as shown to the user.
  package var displayPath: String { drive?.displayPath(of: path) ?? "\(provider.qualifiedName)::\(path)" }

  /// The last part of the path; empty for the root.
  package var leaf: String { provider.leaf(of: path) }

  /// The path of another item of the same drive.
  package func replacingPath(_ path: String) -> ResolvedPath {
    ResolvedPath(drive: drive, provider: provider, path: path)
  }
}

/// A location: `$PWD`, or what `Resolve-Path` gives.
package final class LocationInfo {
  package let place: ResolvedPath
  package init(_ place: ResolvedPath) { self.place = place }

  private static let type = PSType.named("System.Management.Automation.PathInfo")
  /// The location as a PathInfo.
  package var value: Value { .object(Box(self, Self.type)) }
}

/// The drives and locations of a session.
package protocol DriveTable: AnyObject {
  var all: [DriveInfo] { get }
  /// The current location, qualified as `Get-Location` prints it.
  var currentPath: String { get }
  var currentDrive: DriveInfo? { get }
  /// The current location as an object: `$PWD`; nil in a shell without drives.
  var currentLocation: LocationInfo? { get }
  /// The folder in which started programs begin, whatever provider is current.
  var fileSystemDirectory: String { get }

  func add(_ drive: DriveInfo) throws
  func remove(_ name: String, force: Bool) throws
  var providers: [any Provider] { get }
  func provider(named name: String) -> (any Provider)?
  func drive(named name: String) -> DriveInfo?

  /// The provider and absolute path that a path means as it stands, without wildcards.
  ///
  /// Throws DriveNotFound for an unknown drive.
  func resolve(_ path: String) throws -> ResolvedPath
  /// The existing items a path with wildcards matches, in order.
  ///
  /// Throws PathNotFound where a folder before the first wildcard is missing.
  func glob(_ path: String, _ request: ProviderRequest) throws -> [ResolvedPath]

  /// Makes a container current; `-` and `+` walk through the history.
  func setLocation(_ path: String, isLiteral: Bool, _ request: ProviderRequest) throws
  /// Puts the current location on a stack; nil means the default one.
  func pushLocation(onto stack: String?)
  /// Returns to the location on top of a stack; false where the default stack is empty.
  func popLocation(from stack: String?, _ request: ProviderRequest) throws -> Bool
  /// The locations of a stack, top first; nil where there is no such stack.
  func locations(on stack: String?) -> [LocationInfo]?
  /// Makes a stack the default one.
  func useStack(_ name: String)
  var defaultStackName: String { get }
}

extension DriveTable {
  /// The existing items a path matches, for callers that run no cmdlet.
  package func glob(_ path: String) throws -> [ResolvedPath] { try glob(path, ProviderRequest()) }
  package func setLocation(_ path: String, isLiteral: Bool) throws {
    try setLocation(path, isLiteral: isLiteral, ProviderRequest())
  }
}

/// The table of a shell without drives.
package final class EmptyDriveTable: DriveTable {
  package init() {}
  package var all: [DriveInfo] { [] }
  package var currentPath: String { "" }
  package var currentDrive: DriveInfo? { nil }
  package var currentLocation: LocationInfo? { nil }
  package var fileSystemDirectory: String { "." }
  package var providers: [any Provider] { [] }
  package func add(_ drive: DriveInfo) throws {}
  package func remove(_ name: String, force: Bool) throws {}
  package func provider(named name: String) -> (any Provider)? { nil }
  package func drive(named name: String) -> DriveInfo? { nil }
  package func resolve(_ path: String) throws -> ResolvedPath {
    throw ShellError(
      "System.Management.Automation.DriveNotFoundException", "Cannot find drive. No drive exists.", id: "DriveNotFound",
      .objectNotFound, target: .string(path))
  }
  package func glob(_ path: String, _ request: ProviderRequest) throws -> [ResolvedPath] { [] }
  package func setLocation(_ path: String, isLiteral: Bool, _ request: ProviderRequest) throws {}
  package func pushLocation(onto stack: String?) {}
  package func popLocation(from stack: String?, _ request: ProviderRequest) throws -> Bool { false }
  package func locations(on stack: String?) -> [LocationInfo]? { nil }
  package func useStack(_ name: String) {}
  package var defaultStackName: String { "default" }
}

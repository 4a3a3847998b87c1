package import CmdletKit
import Glibc
import ShellObjects

/// The drives of a session, where it stands on each of them, and how paths are read.
///
/// Reads every form of path: relative, `~`, `/…`, `drive:…`, `Provider::…`, with separators of either kind.
package final class SessionDrives: DriveTable {
  package private(set) var all: [DriveInfo] = []
  package let providers: [any Provider]
  private let fileSystem: FileSystemProvider
  private var current: ResolvedPath
  private var lastFileSystemPath: String
  var history = LocationHistory()

  /// The default drives over the providers of a session, standing in the process's own folder.
  ///
  /// `session` gives the shell as seen by the running statement, for callers that run no cmdlet.
  package init(session: @escaping () -> (any SessionAccess)?) {
    fileSystem = FileSystemProvider()
    providers = [
      AliasProvider(session), EnvironmentProvider(), fileSystem, FunctionProvider(session), VariableProvider(session),
    ]
    let root = DriveInfo(name: "/", provider: "FileSystem", root: "/")
    let start = Self.processDirectory
    root.currentLocation = String(start.dropFirst())
    current = ResolvedPath(drive: root, provider: fileSystem, path: start)
    lastFileSystemPath = start
    let view = "Drive that contains a view of "
    all = [
      root,
      DriveInfo(
        name: "Alias", provider: "Alias", root: "", description: view + "the aliases stored in a session state"),
      DriveInfo(
        name: "Env", provider: "Environment", root: "", description: view + "the environment variables for the process"),
      DriveInfo(
        name: "Function", provider: "Function", root: "", description: view + "the functions stored in a session state"),
      DriveInfo(
        name: "Temp", provider: "FileSystem", root: Self.temporaryDirectory,
        description: "Drive that maps to the temporary directory path for the current user"),
      DriveInfo(
        name: "Variable", provider: "Variable", root: "",
        description: view + "those variables stored in a session state"),
    ]
    fileSystem.isInUse = { [unowned self] in isInUse($0) }
    let type = PSType.named("System.Management.Automation.ProviderInfo")
    for case let provider as (any Provider & ListedProvider) in providers {
      provider.listing = .object(Box(ProviderObject(provider, self), type))
    }
    for drive in all { drive.providerObject = object(ofProvider: drive.provider) }
  }

  private static var processDirectory: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The folder of `TMPDIR`, else `/tmp`.
  static var temporaryDirectory: String {
    guard let value = getenv("TMPDIR"), value.pointee != 0 else { return "/tmp" }
    return "/" + PathText.shortened(PathText.parts(String(cString: value))).joined(separator: "/")
  }

  /// Whether a folder is the current one or holds it, so that it cannot be removed or moved.
  private func isInUse(_ path: String) -> Bool {
    let here = lastFileSystemPath
    return here == path || path == "/" || here.hasPrefix(path + "/")
  }

  // MARK: Drives and providers

  package func provider(named name: String) -> (any Provider)? {
    providers.first { $0.name.equalsName(name) || $0.qualifiedName.equalsName(name) }
  }

  private func object(ofProvider name: String) -> Value { provider(named: name).map(ProviderObject.value) ?? .null }

  package func drive(named name: String) -> DriveInfo? { all.first { $0.name.equalsName(name) } }

  package func add(_ drive: DriveInfo) throws {
    let forbidden: Set<Character> = [";", "~", "/", "\\", ".", ":"]
    if drive.name.contains(where: forbidden.contains) {
      throw PlaceError.argument(
        "Cannot process the drive name because the drive name contains one or more of the following characters that are not valid: ; ~ / \\ . :"
      )
    }
    guard self.drive(named: drive.name) == nil else {
      throw ShellError(
        "System.Management.Automation.SessionStateException",
        "A drive with the name '\(drive.name)' already exists.", id: "DriveAlreadyExists", .resourceExists,
        target: .string(drive.name))
    }
    drive.providerObject = object(ofProvider: drive.provider)
    all.append(drive)
    all.sort { $0.name.lowercased() < $1.name.lowercased() }
  }

  package func remove(_ name: String, force: Bool) throws {
    guard let drive = drive(named: name) else { throw PlaceError.driveNotFound(name) }
    if current.drive === drive, !force {
      throw PlaceError.invalidOperation(
        "Cannot remove drive '\(drive.name)' because it is in use.", target: .string(drive.name))
    }
    all.removeAll { $0 === drive }
  }

  // MARK: Reading a path

  package func resolve(_ path: String) throws -> ResolvedPath {
    let start = try start(of: path)
    if start.provider.isNavigable, let exact = exactPlace(start) { return exact }
    return start.place(PathText.shortened(start.base + PathText.parts(start.rest)))
  }

  /// The place where a backslash is part of a name, if something is there; nil for any other path.
  ///
  /// Why: a file so named must not be taken for another one, or removed for it.
  private func exactPlace(_ start: PathStart) -> ResolvedPath? {
    guard start.rest.utf8.contains(PathText.backslash) else { return nil }
    let parts = start.rest.split(separator: "/").map(String.init)
    let place = start.place(PathText.shortened(start.base + parts))
    return place.provider.exists(place.path) ? place : nil
  }

  /// Where a path begins, before its parts are walked.
  func start(of path: String) throws -> PathStart {
    if path.utf8.contains(0) { throw NetException.argument("Null character in path.", "path") }
    if let (name, rest) = PathText.splitProvider(path) {
      guard let provider = provider(named: name) else { throw PlaceError.providerNotFound(name) }
      let base = provider.isNavigable && !PathText.isRooted(rest) ? PathText.parts(lastFileSystemPath) : []
      return PathStart(drive: nil, provider: provider, base: base, rest: rest)
    }
    if let rest = PathText.afterHome(path) {
      guard let home = current.provider.home else { throw PlaceError.noHome(current.provider.name) }
      return PathStart(drive: rootDrive, provider: fileSystem, base: PathText.parts(home), rest: rest)
    }
    if let (name, rest) = PathText.splitDrive(path) {
      guard let drive = drive(named: name), let provider = provider(named: drive.provider) else {
        throw PlaceError.driveNotFound(name)
      }
      let base = PathText.isRooted(rest) ? [] : PathText.parts(drive.currentLocation)
      return PathStart(drive: drive, provider: provider, base: base, rest: rest)
    }
    if PathText.isRooted(path) { return PathStart(drive: rootDrive, provider: fileSystem, base: [], rest: path) }
    let base: [String]
    if let drive = current.drive {
      base = PathText.parts(drive.currentLocation)
    } else {
      base = current.provider.isNavigable ? PathText.parts(current.path) : []
    }
    return PathStart(drive: current.drive, provider: current.provider, base: base, rest: path)
  }

  private var rootDrive: DriveInfo? { drive(named: "/") }

  // MARK: The location

  package var currentPath: String { current.displayPath }
  package var currentDrive: DriveInfo? { current.drive }
  package var currentLocation: LocationInfo? { LocationInfo(current) }
  package var fileSystemDirectory: String { lastFileSystemPath }

  package func setLocation(_ path: String, isLiteral: Bool, _ request: ProviderRequest) throws {
    if path.isEmpty { return }
    if path == "-" || path == "+" {
      let other = path == "-" ? history.stepBack(from: current) : history.stepForward(from: current)
      guard let other else {
        throw PlaceError.invalidOperation(
          path == "-"
            ? "There is no location history left to navigate backwards."
            : "There is no location history left to navigate forwards.")
      }
      return stand(at: other)
    }
    let wanted = try container(path, isLiteral: isLiteral, request)
    history.record(current)
    stand(at: wanted)
  }

  /// The one container a path means; throws PathNotFound where there is none.
  private func container(_ path: String, isLiteral: Bool, _ request: ProviderRequest) throws -> ResolvedPath {
    if !isLiteral, WildcardPattern.containsWildcards(path) {
      let found = try glob(path, request).filter { $0.provider.isContainer($0.path, request) }
      if found.count > 1 {
        throw PlaceError.argument(
          "Cannot set the location because path '\(path)' resolved to multiple containers. You can only the set location to a single container at a time.",
          target: .string(path))
      }
      guard let only = found.first else { throw PlaceError.pathNotFound(path) }
      return only
    }
    let place = try resolve(isLiteral ? path : WildcardPattern.unescape(path))
    guard place.provider.isContainer(place.path, request) else { throw PlaceError.pathNotFound(place.displayPath) }
    return place
  }

  private func stand(at place: ResolvedPath) {
    current = place
    if let drive = place.drive {
      drive.currentLocation =
        place.provider.isNavigable
        ? PathText.parts(String(place.path.dropFirst(drive.root.count))).joined(separator: "/") : place.path
    }
    if place.provider.isNavigable { lastFileSystemPath = place.path }
  }

  // MARK: Stacks

  package var defaultStackName: String { history.defaultName }
  package func useStack(_ name: String) { history.defaultName = name.isEmpty ? "default" : name }
  package func pushLocation(onto stack: String?) { history.push(current, stack) }

  package func popLocation(from stack: String?, _ request: ProviderRequest) throws -> Bool {
    guard let place = history.pop(stack) else {
      let name = stack ?? ""
      if name.isEmpty || name.equalsName("default") { return false }
      throw PlaceError.argument(
        "Cannot find location stack '\(name)'. It does not exist or it is not a container.", target: .string(name))
    }
    history.record(current)
    stand(at: place)
    return true
  }

  package func locations(on stack: String?) -> [LocationInfo]? {
    history.stack(stack)?.reversed().map(LocationInfo.init)
  }
}

/// Where a path begins: its drive and provider, and the parts before what the user wrote.
struct PathStart {
  let drive: DriveInfo?
  let provider: any Provider
  /// Parts below the drive's root.
  let base: [String]
  /// What is left of the path to read.
  let rest: String

  /// The place of parts below the root of the drive.
  func place(_ parts: [String]) -> ResolvedPath {
    let below = parts.joined(separator: "/")
    guard provider.isNavigable else { return ResolvedPath(drive: drive, provider: provider, path: below) }
    let root = drive?.root ?? "/"
    let path = below.isEmpty ? root : root == "/" ? "/" + below : root + "/" + below
    return ResolvedPath(drive: drive, provider: provider, path: path)
  }
}

package import ShellObjects

/// Who asks a provider, and how.
package struct ProviderRequest {
  /// The shell as the asking command sees it; nil where no command asks.
  package var session: (any SessionAccess)?
  /// The running cmdlet, which confirms changes; nil where no command asks.
  package var context: (any CmdletContext)?
  /// Whether hidden items are seen and read-only ones changed.
  package var force = false
  /// `-Filter`, which the provider itself applies; nil for none.
  package var filter: String?
  package var recurse = false
  /// The drive by which the path was reached, for the items' `PSDrive`.
  package var drive: DriveInfo?

  package init() {}

  package init(_ context: any CmdletContext, force: Bool = false, filter: String? = nil) {
    session = context.session
    self.context = context
    self.force = force
    self.filter = filter
  }

  /// Whether to go on with a change.
  package func approves(_ target: String, _ action: String) throws -> Bool {
    try context?.shouldProcess(target, action) ?? true
  }
}

/// A name in a container.
package struct ProviderChild {
  package let name: String
  package let isContainer: Bool
  /// Whether a walk may go into it: a container that is no link.
  package let isWalkable: Bool

  package init(_ name: String, isContainer: Bool, isWalkable: Bool) {
    self.name = name
    self.isContainer = isContainer
    self.isWalkable = isWalkable
  }
}

/// A namespace of items: the file system, variables, functions, aliases, the environment.
///
/// The item cmdlets know only this. Paths are the provider's own, absolute, without a drive. What a provider cannot do
/// it refuses by throwing `ProviderRefusal.notSupported`. Changes ask `request.approves` first, and give null where
/// they did not happen.
package protocol Provider: AnyObject {
  var name: String { get }
  /// Names of ProviderCapabilities.
  var capabilities: String { get }
  /// Whether containers hold containers, so that `Set-Location` may go below the root.
  var isNavigable: Bool { get }
  /// What `~` means; nil where the provider has no home.
  var home: String? { get }

  func exists(_ path: String, _ request: ProviderRequest) -> Bool
  func isContainer(_ path: String, _ request: ProviderRequest) -> Bool
  /// The item as the pipeline sees it; throws ItemNotFound.
  func item(_ path: String, _ request: ProviderRequest) throws -> Value
  /// The names in a container in the order `Get-ChildItem` gives them, hidden ones only where forced.
  func children(_ path: String, _ request: ProviderRequest) throws -> [ProviderChild]

  func newItem(_ path: String, type: String?, value: Value?, _ request: ProviderRequest) throws -> Value
  func removeItem(_ path: String, _ request: ProviderRequest) throws
  func setItem(_ path: String, _ value: Value, _ request: ProviderRequest) throws -> Value
  func clearItem(_ path: String, _ request: ProviderRequest) throws -> Value
  func renameItem(_ path: String, to name: String, _ request: ProviderRequest) throws -> Value
  func copyItem(_ path: String, to destination: String, _ request: ProviderRequest) throws -> Value
  func moveItem(_ path: String, to destination: String, _ request: ProviderRequest) throws -> Value
  func invokeItem(_ path: String, _ request: ProviderRequest) throws

  /// Begins reading an item's content.
  func reader(_ path: String, _ options: ContentOptions, _ request: ProviderRequest) throws -> any ContentReader
  /// Begins writing an item's content, at its end where `appends`.
  func writer(_ path: String, _ options: ContentOptions, appends: Bool, _ request: ProviderRequest) throws
    -> any ContentWriter
  func clearContent(_ path: String, _ request: ProviderRequest) throws

  /// The properties of an item by name, all of them where the list is empty.
  func properties(_ path: String, _ names: [String], _ request: ProviderRequest) throws -> Value
  func setProperty(_ path: String, _ name: String, _ value: Value, _ request: ProviderRequest) throws -> Value
  func clearProperty(_ path: String, _ name: String, _ request: ProviderRequest) throws -> Value
}

/// How content is read or written.
package struct ContentOptions {
  /// A name of `-Encoding`; empty means the provider's own.
  package var encoding = ""
  package var isByteStream = false
  package var isRaw = false
  package var noNewline = false
  package var waits = false
  /// What ends a piece; nil means a line's end.
  package var delimiter: String?
  /// Only the last so many pieces; nil means all.
  package var tail: Int?

  package init() {}
}

/// Reads content piece by piece.
package protocol ContentReader: AnyObject {
  /// The next piece; nil at the end.
  func next() throws -> Value?
  func close()
}

/// Writes content piece by piece.
package protocol ContentWriter: AnyObject {
  func write(_ value: Value) throws
  func close() throws
}

extension Provider {
  /// The name with its module, as paths are qualified.
  package var qualifiedName: String { "Microsoft.PowerShell.Core\\\(name)" }
  package var home: String? { nil }
  package var isNavigable: Bool { false }
  package var capabilities: String { "ShouldProcess" }

  /// The last part of a path; empty for the root.
  package func leaf(of path: String) -> String {
    guard isNavigable, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The path of a name in a container.
  package func path(of name: String, in container: String) -> String {
    guard isNavigable else { return name }
    return container.utf8.last == UInt8(ascii: "/") ? container + name : container + "/" + name
  }

  /// The container of a path; nil for the root.
  package func parent(of path: String) -> String? {
    guard isNavigable else { return path.isEmpty ? nil : "" }
    guard path.utf8.count > 1, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package func clearItem(_ path: String, _ request: ProviderRequest) throws -> Value {
    throw ProviderRefusal.notSupported
  }
  package func moveItem(_ path: String, to destination: String, _ request: ProviderRequest) throws -> Value {
    throw ProviderRefusal.notSupported
  }
  package func invokeItem(_ path: String, _ request: ProviderRequest) throws { throw ProviderRefusal.notSupported }
  package func properties(_ path: String, _ names: [String], _ request: ProviderRequest) throws -> Value {
    throw ProviderRefusal.interfaceMissing
  }
  package func setProperty(_ path: String, _ name: String, _ value: Value, _ request: ProviderRequest) throws -> Value {
    throw ProviderRefusal.interfaceMissing
  }
  package func clearProperty(_ path: String, _ name: String, _ request: ProviderRequest) throws -> Value {
    throw ProviderRefusal.interfaceMissing
  }

  // MARK: Callers without a request

  package func exists(_ path: String) -> Bool { exists(path, ProviderRequest()) }
  package func isContainer(_ path: String) -> Bool { isContainer(path, ProviderRequest()) }

  /// The whole content as `${drive:path}` gives it.
  package func content(_ path: String) throws -> Value {
    let reader = try reader(path, ContentOptions(), ProviderRequest())
    defer { reader.close() }
    var pieces: [Value] = []
    while let piece = try reader.next() { pieces.append(piece) }
    return pieces.isEmpty ? .null : .collected(pieces)
  }

  /// Replaces the whole content, as an assignment to `${drive:path}` does.
  package func setContent(_ path: String, _ values: [Value]) throws {
    let request = ProviderRequest()
    try clearContent(path, request)
    let writer = try writer(path, ContentOptions(), appends: false, request)
    for value in values { try writer.write(value) }
    try writer.close()
  }
}

/// What a provider cannot do.
package enum ProviderRefusal: ErrorRecordConvertible {
  case notSupported
  /// The provider has no properties, or no content.
  case interfaceMissing

  package var errorRecord: ErrorRecord {
    let text =
      switch self {
      case .notSupported: "Provider operation stopped because the provider does not support this operation."
      case .interfaceMissing:
        "Cannot call method. The provider does not support the use of methods of this interface."
      }
    return ErrorRecord(
      ExceptionObject(PSType.named("System.Management.Automation.PSNotSupportedException"), text), id: "NotSupported",
      .notImplemented)
  }
}

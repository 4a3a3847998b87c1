import CmdletKit
import ShellObjects

/// A flat namespace of the session: variables, functions, aliases, the environment.
///
/// The adopters find, list, store and remove by name; everything a `Provider` does follows from these.
protocol SessionStateProvider: ListedProvider, Provider {
  /// The word for one item in errors.
  var noun: String { get }
  var ignoresCase: Bool { get }
  /// The item of a name; nil where there is none.
  func find(_ name: String, _ request: ProviderRequest) throws -> Value?
  func names(_ request: ProviderRequest) throws -> [String]
  /// What `Get-Content` gives.
  func content(of name: String, _ request: ProviderRequest) throws -> Value
  /// Makes or replaces an item.
  func store(_ name: String, _ value: Value, _ request: ProviderRequest) throws
  func remove(_ name: String, _ request: ProviderRequest) throws
}

extension SessionStateProvider {
  var ignoresCase: Bool { true }

  /// Adds the notes that items of providers carry.
  func noted(_ item: Value, _ name: String, _ request: ProviderRequest) -> Value {
    guard case .object(let object) = item else { return item }
    let members = object.extending()
    members.set("PSPath", .note(.string("\(qualifiedName)::\(name)")))
    members.set("PSDrive", .note(request.drive?.value ?? .null))
    members.set("PSProvider", .note(listing))
    members.set("PSIsContainer", .note(.bool(false)))
    return item
  }

  // MARK: Looking

  func exists(_ path: String, _ request: ProviderRequest) -> Bool {
    if path.isEmpty { return true }
    return (try? find(path, request)) != nil
  }

  func isContainer(_ path: String, _ request: ProviderRequest) -> Bool { path.isEmpty }

  func item(_ path: String, _ request: ProviderRequest) throws -> Value {
    if path.isEmpty {
      let all = try sortedNames(request).compactMap { try find($0, request) }
      return .object(ListObject(all, PSType.named("System.Collections.Generic.Dictionary`2+ValueCollection")))
    }
    guard let found = try find(path, request) else { throw missing(path, request) }
    return found
  }

  private func missing(_ path: String, _ request: ProviderRequest) -> ShellError {
    PlaceError.pathNotFound(request.drive?.displayPath(of: path) ?? "\(qualifiedName)::\(path)")
  }

  private func sortedNames(_ request: ProviderRequest) throws -> [String] {
    try names(request).sorted { Collation.compare($0, $1, ignoringCase: true) < 0 }
  }

  func children(_ path: String, _ request: ProviderRequest) throws -> [ProviderChild] {
    guard path.isEmpty else { return [] }
    return try sortedNames(request).map { ProviderChild($0, isContainer: false, isWalkable: false) }
  }

  // MARK: Changing

  func newItem(_ path: String, type: String?, value: Value?, _ request: ProviderRequest) throws -> Value {
    if try !request.force && !path.isEmpty && find(path, request) != nil {
      throw TerminatingError.argument("The item at path '\(path)' already exists.")
    }
    let shown = try value?.text() ?? ""
    guard try request.approves("Item: \(path) Type: \(type ?? "") Value: \(shown)", "New Item") else { return .null }
    try store(path, value ?? .null, request)
    return try find(path, request) ?? .null
  }

  func setItem(_ path: String, _ value: Value, _ request: ProviderRequest) throws -> Value {
    guard try request.approves("Item: \(path) Value: \(try value.text())", "Set Item") else { return .null }
    try store(path, value, request)
    return try find(path, request) ?? .null
  }

  func clearItem(_ path: String, _ request: ProviderRequest) throws -> Value {
    guard try find(path, request) != nil else { throw missing(path, request) }
    guard try request.approves("Item: \(path)", "Clear Item") else { return .null }
    try store(path, .null, request)
    return try find(path, request) ?? .null
  }

  func removeItem(_ path: String, _ request: ProviderRequest) throws {
    guard try find(path, request) != nil else { throw missing(path, request) }
    guard try request.approves("Item: \(path)", "Remove Item") else { return }
    try remove(path, request)
  }

  func renameItem(_ path: String, to name: String, _ request: ProviderRequest) throws -> Value {
    guard try find(path, request) != nil else { throw missing(path, request) }
    if try find(name, request) != nil, !request.force {
      throw TerminatingError.argument("Cannot rename the item because an item at the path '\(name)' already exists.")
    }
    guard try request.approves("Item: \(path) NewName: \(name)", "Rename Item") else { return .null }
    try store(name, try content(of: path, request), request)
    try remove(path, request)
    return try find(name, request) ?? .null
  }

  func copyItem(_ path: String, to destination: String, _ request: ProviderRequest) throws -> Value {
    guard try find(path, request) != nil else { throw missing(path, request) }
    guard try request.approves("Item: \(path) Destination: \(destination)", "Copy Item") else { return .null }
    try store(destination, try content(of: path, request), request)
    return try find(destination, request) ?? .null
  }

  // MARK: Content

  func reader(_ path: String, _ options: ContentOptions, _ request: ProviderRequest) throws -> any ContentReader {
    guard try find(path, request) != nil else { throw missing(path, request) }
    return ValueReader(try content(of: path, request).enumerated())
  }

  func writer(
    _ path: String, _ options: ContentOptions, appends: Bool, _ request: ProviderRequest
  ) throws -> any ContentWriter {
    let kept = appends ? try content(of: path, request).enumerated() : []
    return ValueWriter(kept) { try self.store(path, .collected($0), request) }
  }

  func clearContent(_ path: String, _ request: ProviderRequest) throws {
    guard try find(path, request) != nil else { throw missing(path, request) }
    if !(self is FunctionProvider || self is AliasProvider) { try store(path, .null, request) }
  }
}

/// Reads values that are all there.
final class ValueReader: ContentReader {
  private var rest: ArraySlice<Value>
  init(_ values: [Value]) { rest = values[...] }
  func next() throws -> Value? { rest.popFirst() }
  func close() {}
}

/// Gathers values and stores them at the end.
final class ValueWriter: ContentWriter {
  private var values: [Value]
  private let store: ([Value]) throws -> Void

  init(_ values: [Value], _ store: @escaping ([Value]) throws -> Void) {
    self.values = values
    self.store = store
  }

  func write(_ value: Value) throws { values.append(value) }
  func close() throws { try store(values) }
}

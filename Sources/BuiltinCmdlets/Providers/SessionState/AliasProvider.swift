import CmdletKit
import ShellObjects

/// The aliases of the session.
final class AliasProvider: ListedProvider, SessionStateProvider {
  let name = "Alias"
  let noun = "alias"
  private let session: () -> (any SessionAccess)?

  init(_ session: @escaping () -> (any SessionAccess)?) { self.session = session }

  private func shell(_ request: ProviderRequest) throws -> any SessionAccess {
    guard let shell = request.session ?? session() else { throw ProviderRefusal.notSupported }
    return shell
  }

  private func alias(_ name: String, _ request: ProviderRequest) throws -> (any CommandInfo)? {
    try shell(request).aliases().first { $0.name.equalsName(name) }
  }

  func find(_ name: String, _ request: ProviderRequest) throws -> Value? {
    guard let found = try alias(name, request) else { return nil }
    return noted(try shell(request).object(for: found), found.name, request)
  }

  func names(_ request: ProviderRequest) throws -> [String] { try shell(request).aliases().map(\.name) }

  func content(of name: String, _ request: ProviderRequest) throws -> Value {
    try alias(name, request).map { .string($0.definition) } ?? .null
  }

  func store(_ name: String, _ value: Value, _ request: ProviderRequest) throws {
    if value.isNull { return try remove(name, request) }
    try shell(request).setAlias(
      name, value.text(), options: [], description: "", scope: nil, force: request.force)
  }

  func remove(_ name: String, _ request: ProviderRequest) throws {
    try shell(request).removeAlias(name, force: request.force)
  }
}

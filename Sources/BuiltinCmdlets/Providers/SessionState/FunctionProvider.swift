import CmdletKit
import ShellObjects

/// The functions and filters of the session.
final class FunctionProvider: ListedProvider, SessionStateProvider {
  let name = "Function"
  let noun = "function"
  private let session: () -> (any SessionAccess)?

  init(_ session: @escaping () -> (any SessionAccess)?) { self.session = session }

  private func shell(_ request: ProviderRequest) throws -> any SessionAccess {
    guard let shell = request.session ?? session() else { throw ProviderRefusal.notSupported }
    return shell
  }

  private func function(_ name: String, _ request: ProviderRequest) throws -> (any CommandInfo)? {
    try shell(request).functions().first { $0.name.equalsName(name) }
  }

  func find(_ name: String, _ request: ProviderRequest) throws -> Value? {
    guard let found = try function(name, request) else { return nil }
    return noted(try shell(request).object(for: found), found.name, request)
  }

  func names(_ request: ProviderRequest) throws -> [String] { try shell(request).functions().map(\.name) }

  func content(of name: String, _ request: ProviderRequest) throws -> Value {
    try function(name, request)?.scriptBlock.map { .object($0) } ?? .null
  }

  func store(_ name: String, _ value: Value, _ request: ProviderRequest) throws {
    if value.isNull { return try remove(name, request) }
    let shell = try shell(request)
    let block = try value.object(as: ScriptBlock.self) ?? shell.makeScriptBlock(value.text())
    try shell.setFunction(name, block, scope: nil)
  }

  func remove(_ name: String, _ request: ProviderRequest) throws { try shell(request).removeFunction(name) }
}

import CmdletKit
import ShellObjects

/// The variables of the session.
final class VariableProvider: ListedProvider, SessionStateProvider {
  let name = "Variable"
  let noun = "variable"
  private let session: () -> (any SessionAccess)?

  init(_ session: @escaping () -> (any SessionAccess)?) { self.session = session }

  private func shell(_ request: ProviderRequest) throws -> any SessionAccess {
    guard let shell = request.session ?? session() else { throw ProviderRefusal.notSupported }
    return shell
  }

  func find(_ name: String, _ request: ProviderRequest) throws -> Value? {
    guard let cell = try shell(request).variableCell(name, scope: nil) else { return nil }
    return noted(.object(cell), cell.name, request)
  }

  func names(_ request: ProviderRequest) throws -> [String] {
    try shell(request).variableCells(scope: nil).map(\.name)
  }

  func content(of name: String, _ request: ProviderRequest) throws -> Value {
    try shell(request).variable(name, scope: nil) ?? .null
  }

  func store(_ name: String, _ value: Value, _ request: ProviderRequest) throws {
    try shell(request).setVariable(name, value.isVoid ? .null : value, scope: nil)
  }

  func remove(_ name: String, _ request: ProviderRequest) throws {
    try shell(request).removeVariable(name, scope: nil, force: request.force)
  }
}

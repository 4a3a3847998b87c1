/// A cmdlet ready to be run: its declaration and how to make one.
package final class CmdletRegistration {
  package let declaration: CmdletDeclaration
  package let make: () -> any Cmdlet
  private var cachedParameters: [ParameterDeclaration]?

  package init<T: Cmdlet>(_ make: @escaping () -> T) {
    declaration = T.declaration
    self.make = make
  }

  /// The parameters, read from one instance on first use.
  package var parameters: [ParameterDeclaration] {
    if let cachedParameters { return cachedParameters }
    let found = make().parameterCells.map(\.declaration)
    cachedParameters = found
    return found
  }
}

/// A named set of cmdlets, with aliases beside those the cmdlets declare.
package struct CmdletModule {
  package let name: String
  package let cmdlets: [CmdletRegistration]
  package var completers: [CompleterKind: (String) -> [String]] = [:]

  package init(
    _ name: String, _ cmdlets: [CmdletRegistration], completers: [CompleterKind: (String) -> [String]] = [:]
  ) {
    self.name = name
    self.cmdlets = cmdlets
    self.completers = completers
  }
}

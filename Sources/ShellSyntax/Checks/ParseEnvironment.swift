/// What a session knows beyond the text: which types and modules there are.
///
/// Both are asked only for classes and `using module`, where PowerShell, too, looks while it reads.
package struct ParseEnvironment: Sendable {
  /// True for a type's name, with `System.` or a namespace of the script already put before it.
  package let isKnownType: @Sendable (String) -> Bool

  /// True for a module that `using module` can name.
  package let isKnownModule: @Sendable (String) -> Bool

  package init(
    isKnownType: @escaping @Sendable (String) -> Bool = { _ in false },
    isKnownModule: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.isKnownType = isKnownType
    self.isKnownModule = isKnownModule
  }
}

package import ShellObjects

/// The .NET surface that scripts use: one file a type or close family, folders by namespace.
///
/// Each type is one `TypeDeclaration`: the signatures that `Get-Member` prints, and Swift bodies. Nothing here is built
/// before a script touches the type; the list itself is names and closures.
package enum ShellTypes {
  /// Every declaration, for `TypeRegistry.register` at start.
  package static let declarations: [TypeDeclaration] =
    Interfaces.all + Enumerations.all + Exceptions.all + systemTypes + textTypes + numberTypes + timeTypes + collectionTypes
    + inputOutputTypes + managementTypes

  private static let managementTypes: [TypeDeclaration] =
    [SwitchParameterType.declaration, InvocationInfoType.declaration] + ErrorRecordTypes.declarations
    + VariableTypes.declarations + [SemanticVersionType.declaration] + WildcardPatternType.declarations
    + SecurityTypes.declarations + [RegexType.declaration] + MatchTypes.declarations + xmlTypes
}

import ShellObjects

extension ShellTypes {
  /// Arrays, lists, dictionaries, sets and their comparers.
  static let collectionTypes: [TypeDeclaration] =
    [ArrayType.declaration] + ListTypes.declarations + DictionaryTypes.declarations + SetTypes.declarations
    + QueueTypes.declarations + Comparers.declarations
}

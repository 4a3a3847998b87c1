import ShellObjects

extension ShellTypes {
  /// System and its small namespaces.
  static let systemTypes: [TypeDeclaration] =
    [
      ObjectType.declaration, EnumType.declaration, BooleanType.declaration, DBNull.declaration, GuidType.declaration,
      VersionType.declaration, EnvironmentClass.declaration, OperatingSystem.declaration,
    ] + TypeType.declarations + ReflectionMembers.declarations + AssemblyInfo.declarations + TupleType.declarations
    + Delegates.declarations + Enumerators.declarations + globalizationTypes

  private static let globalizationTypes: [TypeDeclaration] = [
    CultureType.declaration, TextInfo.declaration, CompareInfo.declaration, NumberFormatInfoType.declaration,
    DateTimeFormatNames.declaration,
  ]

  static let textTypes: [TypeDeclaration] =
    [StringType.declaration, CharType.declaration, StringBuilderType.declaration] + TextEncoding.declarations

  static let numberTypes: [TypeDeclaration] =
    [
      MathClass.declaration, DecimalType.declaration, ConvertClass.declaration, BitConverterClass.declaration,
      RandomType.declaration,
    ] + IntegerTypes.declarations + FloatTypes.declarations
}

extension ShellTypes {
  /// Files, folders, paths and streams.
  static let inputOutputTypes: [TypeDeclaration] =
    [PathClass.declaration, FileClass.declaration, DirectoryClass.declaration] + StreamTypes.declarations
    + FileSystemTypes.declarations
}

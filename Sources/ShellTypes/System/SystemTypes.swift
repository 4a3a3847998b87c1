import ShellObjects

extension ShellTypes {
  /// System and its small namespaces.
  static let systemTypes: [TypeDeclaration] =
    [
      ObjectType.declaration, EnumType.declaration, BooleanType.declaration, DBNull.declaration, GuidType.declaration,
      VersionType.declaration, EnvironmentClass.declaration, ConsoleClass.declaration, ProcessType.declaration,
      OperatingSystem.declaration,
    ] + TypeType.declarations + ReflectionMembers.declarations + RuntimeClasses.declarations + AssemblyInfo.declarations
    + TupleType.declarations
    + Delegates.declarations + Enumerators.declarations + globalizationTypes

  private static let globalizationTypes: [TypeDeclaration] = [
    CultureType.declaration, TextInfo.declaration, CompareInfo.declaration, NumberFormatInfoType.declaration,
    DateTimeFormatNames.declaration,
  ]

  static let textTypes: [TypeDeclaration] =
    [StringType.declaration, CharType.declaration, StringBuilderType.declaration] + TextEncoding.declarations

  static let numberTypes: [TypeDeclaration] =
    [
      MathClass.declaration, DecimalType.declaration, BigIntegerType.declaration, ConvertClass.declaration,
      BitConverterClass.declaration,
      RandomType.declaration,
    ] + IntegerTypes.declarations + FloatTypes.declarations
}

extension ShellTypes {
  /// Files, folders, paths and streams.
  static let inputOutputTypes: [TypeDeclaration] =
    [PathClass.declaration, FileClass.declaration, DirectoryClass.declaration] + StreamTypes.declarations
    + FileSystemTypes.declarations
}

extension ShellTypes {
  /// Addresses and what the web does to text.
  static let netTypes: [TypeDeclaration] =
    [
      UriType.declaration,
      TypeDeclaration(enumeration: "System.UriPartial", [("Scheme", 0), ("Authority", 1), ("Path", 2), ("Query", 3)]),
    ] + IPAddressType.declarations + WebClasses.declarations
}

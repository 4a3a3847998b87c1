import ShellObjects

extension ShellTypes {
  /// Dates, times and spans.
  static let timeTypes: [TypeDeclaration] = [
    DateTimeType.declaration, TimeSpanType.declaration, DateTimeOffsetType.declaration, DateOnlyType.declaration,
    TimeOnlyType.declaration, TimeZoneType.declaration, StopwatchType.declaration,
    TypeDeclaration(
      enumeration: "System.Globalization.TimeSpanStyles", isFlags: true, [("None", 0), ("AssumeNegative", 1)]),
    TypeDeclaration("System.TimeZoneNotFoundException", base: "System.Exception"),
  ]
}

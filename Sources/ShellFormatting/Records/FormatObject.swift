package import ShellObjects

/// Format records as objects of a pipeline, so that `$x = Format-Table …; $x` works.
package enum FormatObject {
  /// The object that carries a record.
  package static func value(_ record: FormatRecord) -> Value {
    .object(Box(record, type(of: record)))
  }

  /// The record behind an object; nil where it is none.
  package static func record(_ value: Value) -> FormatRecord? {
    guard case .object(let object) = value, object.kind == .other || object.kind == .wrapped else { return nil }
    return value.payload(FormatRecord.self)
  }

  private static func type(of record: FormatRecord) -> PSType {
    let name =
      switch record {
      case .start: "FormatStartData"
      case .groupStart: "GroupStartData"
      case .entry: "FormatEntryData"
      case .groupEnd: "GroupEndData"
      case .end: "FormatEndData"
      }
    return PSType.named("Microsoft.PowerShell.Commands.Internal.Format." + name)
  }
}

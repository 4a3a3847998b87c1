import CmdletKit
import ShellObjects

/// The types whose values only these cmdlets make.
enum BuiltinTypes {
  static let all: [TypeDeclaration] =
    [
      ObjectMember.declaration, CommandVerb.declaration, HistoryEntry.typeDeclaration, CallStackFrame.typeDeclaration,
    ] + ObjectGroup.declarations + MeasureResult.declarations + TextMeasureResult.declarations
    + HostMessage.declarations + LineMatch.declarations + [
      ByteRow.declaration, JSONKeys.declaration, XMLFinding.declaration,
    ]
}

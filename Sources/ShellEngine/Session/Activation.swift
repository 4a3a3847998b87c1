import CmdletKit
import ShellObjects
import SourceText

/// The statement that runs, in its source.
final class StatementPosition {
  let source: SourceFile
  let extent: ScriptExtent

  init(_ source: SourceFile, _ extent: ScriptExtent) {
    self.source = source
    self.extent = extent
  }

  var position: SourcePosition { SourcePosition(source, extent) }
}

/// A running function or script: what `$MyInvocation`, `$PSBoundParameters` and `$PSCmdlet` tell of it.
final class Activation {
  /// The function's name; `<ScriptBlock>` for anything unnamed, the file's name for a script.
  let name: String
  let source: SourceFile
  var invocation: InvocationInfo?
  /// Where the call stands, and what is called, for calls that made no invocation info yet.
  var callPosition: StatementPosition?
  var command: Command?
  var boundParameters: PSHashtable?
  /// The context of an advanced function; nil for simple ones.
  var context: StageContext?
  let isScriptFile: Bool
  /// The class whose method runs, and what the method returned.
  var classContext: ScriptClass?
  var result: Value = .void

  init(_ name: String, _ source: SourceFile, isScriptFile: Bool = false) {
    self.name = name
    self.source = source
    self.isScriptFile = isScriptFile
  }
}

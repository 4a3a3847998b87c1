package import CmdletKit
import ShellObjects
import SourceText

extension Session: StrictModeControl {
  package func setStrictMode(_ version: Int) {
    usesStrictMode = usesStrictMode || version > 0
    currentScope.target.strictVersion = version
  }
}

extension Session: CallStackControl {
  package var frames: [CallStackFrame] {
    var frames: [CallStackFrame] = []
    var current: Scope? = currentScope
    while let here = current {
      current = here.parent
      guard let statement = here.current, here.kind != .overlay || here.activation != nil else { continue }
      let (line, column) = statement.source.position(of: statement.extent.startOffset)
      let name = here.activation.map { $0.isScriptFile ? "<ScriptBlock>" : $0.name } ?? "<ScriptBlock>"
      frames.append(
        CallStackFrame(
          functionName: name, command: here.activation?.name ?? "<ScriptBlock>", scriptName: statement.source.name,
          lineNumber: line, columnNumber: column, invocation: here.activation?.invocation))
    }
    return frames
  }
}

extension Session {
  /// The session as a cmdlet of the global scope would see it; for completion and the prompt.
  package var access: any SessionAccess { SessionWindow(self, globalScope, rootStreams) }

  /// What the function `prompt` gives; nil where there is none or it fails.
  package func callPrompt() -> String? {
    guard let function = commands.function(Symbol("prompt"), globalScope)?.scriptBlock else { return nil }
    return try? Value.collected(function.invoke([])).text()
  }

  /// The current location as the prompt shows it.
  package var currentPath: String { driveTable.currentPath }

  /// The exit code of a shell that ends without `exit`.
  package var lastExit: Int32 { 0 }
}

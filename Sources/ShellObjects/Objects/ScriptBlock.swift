/// A piece of script that can be called; what it does belongs to the engine.
package class ScriptBlock: PSObject {
  package init() { super.init(kind: .scriptBlock) }

  package override final var type: PSType { .scriptBlock }

  /// The text between the braces, as written.
  package var sourceText: String { "" }

  package override final func text() throws -> String { sourceText }

  /// Runs the block in a new scope and gives what it wrote.
  ///
  /// `underscore` becomes `$_` and `this` becomes `$this` where they are given.
  package func invoke(_ arguments: [Value], underscore: Value? = nil, this: Value? = nil) throws -> [Value] { [] }
}

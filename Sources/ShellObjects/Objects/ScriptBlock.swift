/// What a script block does; the engine provides it.
package protocol ScriptBody: AnyObject {
  /// The text between the braces, as written.
  var sourceText: String { get }

  /// Runs the block in a new scope and gives what it wrote.
  func invoke(_ arguments: [Value], underscore: Value?, this: Value?) throws -> [Value]
}

/// A piece of script that can be called.
package final class ScriptBlock: PSObject {
  package let body: any ScriptBody

  package init(_ body: any ScriptBody) {
    self.body = body
    super.init(kind: .scriptBlock)
  }

  package override var type: PSType { .scriptBlock }
  package override func text() throws -> String { body.sourceText }

  /// Runs the block in a new scope and gives what it wrote.
  ///
  /// `underscore` becomes `$_` and `this` becomes `$this` where they are given.
  package func invoke(_ arguments: [Value], underscore: Value? = nil, this: Value? = nil) throws -> [Value] {
    try body.invoke(arguments, underscore: underscore, this: this)
  }
}

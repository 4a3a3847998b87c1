import ShellObjects

/// A script block that gives one value: the body of a Swift-made `ToString`.
final class ConstantBlock: ScriptBody {
  private let value: Value

  private init(_ value: Value) { self.value = value }

  static func make(_ value: Value) -> ScriptBlock { ScriptBlock(ConstantBlock(value)) }

  var sourceText: String { "" }
  func invoke(_ arguments: [Value], underscore: Value?, this: Value?) throws -> [Value] { [value] }
}

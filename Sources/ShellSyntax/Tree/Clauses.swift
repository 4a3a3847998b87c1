/// A condition of an `if` and the block that it guards.
package struct IfClause: Sendable {
  package let condition: StatementAst
  package let body: StatementBlockAst
}

/// A condition of a `switch` and the block that it guards.
package struct SwitchClause: Sendable {
  package let condition: ExpressionAst
  package let body: StatementBlockAst
}

/// An entry of a hashtable literal.
package struct KeyValuePair: Sendable {
  package let key: ExpressionAst

  /// A bare expression is a pipeline of one command expression; `if` and other statements can stand here too.
  package let value: StatementAst
}

/// A flag of a `switch` that could not be completed, with its argument.
package struct ErrorStatementFlag: Sendable {
  package let name: String
  package let value: (any Ast)?
}

/// A piece of an expandable string.
package enum ExpandableStringPart: Sendable {
  case text(String)
  case expression(ExpressionAst)
}

extension ExpandableStringExpressionAst {
  /// The expressions of the string, in order.
  package var nestedExpressions: [ExpressionAst] {
    parts.compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
  }
}

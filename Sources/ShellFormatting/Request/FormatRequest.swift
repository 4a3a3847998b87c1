/// What a format cmdlet was asked for.
package struct FormatRequest {
  /// What is taken apart before it is shown.
  package enum Expansion: Sendable { case enumerationOnly, coreOnly, both }

  /// Columns or lines; empty where none were given.
  package var properties: [FormatProperty] = []
  package var groupBy: FormatProperty?
  package var viewName: String?
  /// Writes errors of expressions behind the row.
  package var showsErrors = false
  /// Writes `#ERR` in the cell.
  package var displaysErrors = false
  /// Shows strings and numbers as objects, too.
  package var isForced = false
  package var expansion = Expansion.enumerationOnly
  package var isAutosized = false
  package var wraps = false
  package var hidesHeaders = false
  package var repeatsHeaders = false
  /// Columns of a wide listing; nil for two.
  package var columns: Int?
  /// Levels of a custom listing.
  package var depth = 5

  package init() {}
}

/// One column, line or grouping of a request.
package struct FormatProperty {
  package var expression: PropertyExpression
  package var label: String?
  /// In cells; nil where the column takes what it needs.
  package var width: Int?
  package var alignment: Alignment?
  package var formatString: String?
  package var depth: Int?

  package init(_ expression: PropertyExpression) { self.expression = expression }
}

package import ShellObjects

/// How objects of certain types are shown: a table, a list, a wide listing or a custom text.
///
/// A view is found by the first of an object's type names that has one.
package final class FormatView {
  package let name: String
  package let typeNames: [String]
  package let body: ViewBody
  package let groupBy: ViewGrouping?
  /// Whether objects are shown in place, without a header and whatever stands around them.
  package let isOutOfBand: Bool

  package init(
    _ typeNames: [String], name: String? = nil, _ body: ViewBody, groupBy: ViewGrouping? = nil,
    isOutOfBand: Bool = false
  ) {
    self.typeNames = typeNames
    self.name = name ?? typeNames.first ?? ""
    self.body = body
    self.groupBy = groupBy
    self.isOutOfBand = isOutOfBand
  }

  /// A table of these columns.
  package static func table(
    _ typeName: String, name: String? = nil, groupBy: ViewGrouping? = nil, isAutosized: Bool = false,
    wraps: Bool = false, _ columns: [ViewColumn]
  ) -> FormatView {
    FormatView(
      [typeName], name: name, .table(TableView(columns: columns, isAutosized: isAutosized, wraps: wraps)),
      groupBy: groupBy)
  }

  /// A list of these properties.
  package static func list(
    _ typeName: String, name: String? = nil, groupBy: ViewGrouping? = nil, _ items: [ViewItem]
  ) -> FormatView {
    FormatView([typeName], name: name, .list(ListView(items: items)), groupBy: groupBy)
  }

  /// A wide listing of one property.
  package static func wide(
    _ typeName: String, name: String? = nil, groupBy: ViewGrouping? = nil, _ expression: PropertyExpression
  ) -> FormatView {
    FormatView([typeName], name: name, .wide(expression), groupBy: groupBy)
  }

  /// The shape of the body.
  var shape: FormatShape {
    switch body {
    case .table: .table
    case .list: .list
    case .wide: .wide
    case .custom, .text: .custom
    }
  }
}

/// What a view consists of.
package enum ViewBody {
  case table(TableView)
  case list(ListView)
  case wide(PropertyExpression)
  /// Pieces of text, given an object and the settings in force.
  case custom((Value, FormatSettings) throws -> [CustomItem])
  /// Text as it is, never wrapped.
  case text((Value, FormatSettings) throws -> String)
}

/// The heading of groups of a view.
package struct ViewGrouping {
  package let expression: PropertyExpression
  /// Stands before the value; nil: the expression's own text.
  package let label: String?
  /// The whole heading in place of `   Label: value`.
  package let heading: ((Value) throws -> [CustomItem])?

  package init(
    _ expression: PropertyExpression, label: String? = nil, heading: ((Value) throws -> [CustomItem])? = nil
  ) {
    self.expression = expression
    self.label = label
    self.heading = heading
  }
}

/// Which side of its cell a text stands at.
package enum Alignment: Int, Sendable { case undefined, left, center, right }

/// One column of a table view.
package struct ViewColumn {
  package let label: String
  /// In cells; nil where the column takes what it needs.
  package let width: Int?
  package let alignment: Alignment
  package let expression: PropertyExpression
  package let formatString: String?

  package init(
    _ label: String, width: Int? = nil, _ alignment: Alignment = .left, property: String? = nil,
    format: String? = nil
  ) {
    self.init(label, width: width, alignment, .property(property ?? label), format: format)
  }

  /// A column that Swift code computes.
  package init(
    _ label: String, width: Int? = nil, _ alignment: Alignment = .left, format: String? = nil,
    compute: @escaping (Value) throws -> Value
  ) {
    self.init(label, width: width, alignment, .computed(label, compute), format: format)
  }

  package init(
    _ label: String, width: Int? = nil, _ alignment: Alignment = .left, _ expression: PropertyExpression,
    format: String? = nil
  ) {
    self.label = label
    self.width = width
    self.alignment = alignment
    self.expression = expression
    formatString = format
  }
}

/// A table: its columns, and whether they are sized to their cells and wrap.
package struct TableView {
  package let columns: [ViewColumn]
  package let isAutosized: Bool
  package let wraps: Bool

  package init(columns: [ViewColumn], isAutosized: Bool = false, wraps: Bool = false) {
    self.columns = columns
    self.isAutosized = isAutosized
    self.wraps = wraps
  }
}

/// One line of a list view.
package struct ViewItem {
  package let label: String
  package let expression: PropertyExpression
  package let formatString: String?

  package init(_ label: String, property: String? = nil, format: String? = nil) {
    self.label = label
    expression = .property(property ?? label)
    formatString = format
  }

  /// A line that Swift code computes.
  package init(_ label: String, format: String? = nil, compute: @escaping (Value) throws -> Value) {
    self.label = label
    expression = .computed(label, compute)
    formatString = format
  }
}

/// A list: its lines, and those for more special types.
package struct ListView {
  package let items: [ViewItem]
  package let alternatives: [(typeName: String, items: [ViewItem])]

  package init(items: [ViewItem], alternatives: [(typeName: String, items: [ViewItem])] = []) {
    self.items = items
    self.alternatives = alternatives
  }

  func items(for typeNames: [String]) -> [ViewItem] {
    alternatives.first { entry in typeNames.contains { $0.equalsName(entry.typeName) } }?.items ?? items
  }
}

/// A piece of custom output.
package indirect enum CustomItem {
  case text(String)
  case newline
  /// Pieces indented by so many cells; the first line by `firstLine` more, or less where it is negative.
  case indented(Int, firstLine: Int = 0, [CustomItem])
}

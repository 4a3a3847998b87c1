import ShellObjects

/// A column or line of one object: what the user asked for, and what it came to.
struct ActiveProperty {
  let expression: PropertyExpression
  /// Whether the object had the property when it was chosen.
  var isResolved = false
  var label: String?
  var width: Int?
  var alignment: Alignment?
  var formatString: String?
  var depth: Int?

  init(_ expression: PropertyExpression) { self.expression = expression }

  init(_ request: FormatProperty, resolved: PropertyExpression) {
    expression = resolved
    label = request.label
    width = request.width
    alignment = request.alignment
    formatString = request.formatString
    depth = request.depth
  }

  var shownLabel: String { label ?? expression.text }
}

/// Decides which properties of an object are shown where no view does.
struct PropertyChoice {
  let views: FormatViews

  /// The properties a user asked for, with wildcards resolved; a name that the object lacks stays where
  /// `keepsMissing`.
  func requested(_ properties: [FormatProperty], on value: Value, keepsMissing: Bool) -> [ActiveProperty] {
    var result: [ActiveProperty] = []
    for property in properties {
      let resolved = property.expression.resolved(on: value)
      if resolved.isEmpty, keepsMissing, !property.expression.hasWildcards {
        result.append(ActiveProperty(property, resolved: property.expression))
      }
      for expression in resolved {
        var active = ActiveProperty(property, resolved: expression)
        active.isResolved = true
        result.append(active)
      }
    }
    return result
  }

  /// The default display property set, or all properties where there is none.
  func defaults(of value: Value) -> [ActiveProperty] {
    if let names = views.displayProperties(of: value), !names.isEmpty {
      return names.map { ActiveProperty(.property($0)) }
    }
    return Self.all(of: value)
  }

  static func all(of value: Value) -> [ActiveProperty] {
    PropertyOrder.shown(value).map { name in
      var active = ActiveProperty(.property(name))
      active.isResolved = true
      return active
    }
  }
}

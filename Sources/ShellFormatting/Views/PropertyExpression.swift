package import ShellObjects

/// Where a cell's value comes from: a property, a script block with the object as `$_`, or Swift code.
package enum PropertyExpression {
  /// A property's name; may hold wildcards.
  case property(String)
  case script(ScriptBlock)
  /// Computed by a view; the text stands for it where a label is asked for.
  case computed(String, (Value) throws -> Value)

  /// What came of an evaluation.
  enum Outcome {
    case value(Value)
    case failed(any Error)
    /// The object has no such property.
    case missing
  }

  /// The text by which a column without label is headed.
  package var text: String {
    switch self {
    case .property(let name): name
    case .script(let block): block.body.sourceText
    case .computed(let text, _): text
    }
  }

  var hasWildcards: Bool {
    if case .property(let name) = self { WildcardPattern.containsWildcards(name) } else { false }
  }

  /// The properties of this object that a name stands for, in their own spelling; code stands for itself.
  func resolved(on value: Value) -> [PropertyExpression] {
    guard case .property(let name) = self else { return [self] }
    if let members = Self.propertySet(name, of: value) {
      return members.flatMap { PropertyExpression.property($0).resolved(on: value) }
    }
    if hasWildcards {
      guard let pattern = WildcardPattern(name) else { return [] }
      return PropertyOrder.matched(value).filter { pattern.matches($0) }.map { .property($0) }
    }
    if let spelled = value.propertyNames().first(where: { $0.equalsName(name) }) { return [.property(spelled)] }
    return (try? value.findProperty(Symbol(name))) == nil ? [] : [.property(name)]
  }

  private static func propertySet(_ name: String, of value: Value) -> [String]? {
    guard let extended = value.object?.extended, case .propertySet(let names)? = extended[Symbol(name)] else {
      return nil
    }
    return names
  }

  /// The value for this object; of a name with wildcards, that of the first match.
  func evaluate(on value: Value) -> Outcome {
    do {
      switch self {
      case .script(let block): return .value(.collected(try block.invoke([], underscore: value)))
      case .computed(_, let body): return .value(try body(value))
      case .property(let name):
        if hasWildcards {
          // Why not by evaluating again: the name of a property may itself hold wildcards.
          guard case .property(let match)? = resolved(on: value).first else { return .missing }
          return try value.findProperty(Symbol(match)).map { .value($0) } ?? .missing
        }
        return try value.findProperty(Symbol(name)).map { .value($0) } ?? .missing
      }
    } catch {
      return .failed(error)
    }
  }
}

/// An expression made ready for many objects.
struct CellSource {
  let expression: PropertyExpression
  /// The property of an expression that is a plain name.
  private let symbol: Symbol?
  /// Whether a missing property counts the object, as `Length` and `Count` of a single object do in scripts.
  ///
  /// **Source:** measured on PowerShell 7.6, for columns that the first object of a table had.
  private let countsSingle: Bool

  init(_ expression: PropertyExpression, isResolved: Bool = false) {
    self.expression = expression
    if case .property(let name) = expression, isResolved || !WildcardPattern.containsWildcards(name) {
      symbol = Symbol(name)
      countsSingle = isResolved && (name.equalsName("Length") || name.equalsName("Count"))
    } else {
      symbol = nil
      countsSingle = false
    }
  }

  func evaluate(on value: Value) -> PropertyExpression.Outcome {
    guard let symbol else { return expression.evaluate(on: value) }
    do {
      if let found = try value.findProperty(symbol) { return .value(found) }
      return countsSingle ? .value(.int32(1)) : .missing
    } catch {
      return .failed(error)
    }
  }
}

import CmdletKit
import ShellObjects

/// What `-Property` names: a property, a wildcard over properties, or a script block.
enum ObjectExpression {
  case name(String)
  case wildcard(String, WildcardPattern)
  case script(ScriptBlock)

  init(name: String) {
    guard WildcardPattern.containsWildcards(name), let pattern = WildcardPattern(name) else {
      self = .name(name)
      return
    }
    self = .wildcard(name, pattern)
  }

  /// The heading a result gets where the user gave none.
  var text: String {
    switch self {
    case .name(let name), .wildcard(let name, _): name
    case .script(let block): block.body.sourceText
    }
  }

  var hasWildcards: Bool { if case .wildcard = self { true } else { false } }

  /// One value an expression gave.
  struct Result {
    let name: String
    let value: Value
    /// What evaluating threw; the value is null then.
    var failure: (any Error)?
  }

  /// The names of the properties of an object that the expression means; a script block is its own text.
  func names(in object: Value) throws -> [String] {
    switch self {
    case .name(let name):
      if let set = object.propertySet(name) { return set }
      return try object.hasProperty(name) ? [object.spelling(ofProperty: name)] : []
    // Why: a lone star means the keys of a dictionary, any other wildcard its properties.
    case .wildcard("*", _) where object.object?.kind == .hashtable:
      return try object.object(as: PSHashtable.self)?.keys.map { try $0.text() } ?? []
    case .wildcard(_, let pattern): return object.propertyNames().filter { pattern.matches($0) }
    case .script(let block): return [block.body.sourceText]
    }
  }

  /// The values the expression gives for an object, one for each name; none where no property matches.
  ///
  /// What a script or a property throws becomes part of the result, except the engine's own unwinding.
  func results(for object: Value, _ context: any CmdletContext) throws -> [Result] {
    if case .script(let block) = self { return [try evaluate(block, object, context)] }
    return try names(in: object).map { name in
      do { return Result(name: name, value: try object.property(name)) } catch {
        if context.isControlFlow(error) { throw error }
        return Result(name: name, value: .null, failure: error)
      }
    }
  }

  private func evaluate(_ block: ScriptBlock, _ object: Value, _ context: any CmdletContext) throws -> Result {
    do {
      let value = Value.collected(try block.invoke([], underscore: object))
      return Result(name: text, value: value.isVoid ? .null : value)
    } catch {
      if context.isControlFlow(error) { throw error }
      return Result(name: text, value: .null, failure: error)
    }
  }

  /// The first value, or nil where the expression gives none or fails.
  func value(for object: Value, _ context: any CmdletContext) throws -> Value? {
    guard let first = try results(for: object, context).first, first.failure == nil else { return nil }
    return first.value
  }
}

extension Value {
  /// Whether the value has a property of this name, or a dictionary this key.
  func hasProperty(_ name: String) throws -> Bool {
    let symbol = Symbol(name)
    if case .object(let object) = self {
      if let member = object.extended?[symbol], member.isProperty { return true }
      if try object.ownProperty(symbol) != nil { return true }
    }
    if isNull { return false }
    guard let entry = type.members.instance[symbol] else { return false }
    return entry.overloads.first?.get != nil
  }

  /// The name of a property as its declaration spells it.
  func spelling(ofProperty name: String) -> String {
    if case .object(let object) = self {
      if object.kind == .hashtable { return name }
      if let own = object.ownPropertyNames.first(where: { $0.equalsName(name) }) { return own }
      if let entry = object.extended?.entries.first(where: { $0.name.equalsName(name) }) { return entry.name }
    }
    return type.members.instance[Symbol(name)]?.name ?? name
  }

  /// The names an added property set stands for; nil where there is none of this name.
  func propertySet(_ name: String) -> [String]? {
    guard case .object(let object) = self, case .propertySet(let names)? = object.extended?[Symbol(name)] else {
      return nil
    }
    return names
  }
}

import ShellObjects
import ShellTypes
import SourceText

/// `switch`, in all its forms.
final class SwitchStatement: LoopStatement {
  enum Kind { case exact, wildcard, regex }
  struct Clause {
    let condition: Node
    let block: ScriptBlockNode?
    let body: Statement
  }

  let kind: Kind
  let ignoreCase: Bool
  let isFile: Bool
  let condition: Node
  let clauses: [Clause]
  let otherwise: Statement?

  init(
    _ label: String?, _ kind: Kind, ignoreCase: Bool, isFile: Bool, _ condition: Node, _ clauses: [Clause],
    _ otherwise: Statement?
  ) {
    self.kind = kind
    self.ignoreCase = ignoreCase
    self.isFile = isFile
    self.condition = condition
    self.clauses = clauses
    self.otherwise = otherwise
    super.init(label, EmptyStatement())
  }

  override func exec(_ f: Frame) throws -> Completion {
    let value = try condition.eval(f)
    if value.isVoid { return .normal }
    let saved = f.slots[Layout.underscore]
    defer { f.slots[Layout.underscore] = saved }
    if isFile {
      return try eachLine(of: f.session.text(value, f.scope), f)
    }
    guard value.isEnumerable else { return try one(value, f).flatMap { $0 } ?? .normal }
    for element in try value.enumerated() { if let end = try one(element, f) { return end ?? .normal } }
    return .normal
  }

  private func eachLine(of path: String, _ f: Frame) throws -> Completion {
    for line in try f.session.lines(ofFile: path) { if let end = try one(.string(line), f) { return end ?? .normal } }
    return .normal
  }

  /// Tries the clauses on one value.
  ///
  /// Nil: go on with the next value; `.some(nil)`: the switch ends here.
  private func one(_ value: Value, _ f: Frame) throws -> Completion?? {
    f.slots[Layout.underscore] = value
    var matched = false
    for clause in clauses where try matches(clause, value, f) {
      matched = true
      f.slots[Layout.underscore] = value
      if let end = try run(clause.body, f) { return end }
      if continues { return nil }
    }
    if !matched, let otherwise { if let end = try run(otherwise, f) { return end } }
    continues = false
    return nil
  }

  private var continues = false

  /// Nil to go on; `.some(nil)` to leave the switch.
  private func run(_ body: Statement, _ f: Frame) throws -> Completion?? {
    continues = false
    let completion = try body.exec(f)
    switch completion {
    case .normal: return nil
    case .returned: return .returned
    case .breakLoop, .continueLoop:
      if let wanted = f.session.jumpLabel, wanted != label { return completion }
      f.session.jumpLabel = nil
      if completion == .breakLoop { return .some(nil) }
      continues = true
      return nil
    }
  }

  private func matches(_ clause: Clause, _ value: Value, _ f: Frame) throws -> Bool {
    if let block = clause.block {
      return try CallerBlockRunner(block.block, away: nil, f).test(value)
    }
    let wanted = try clause.condition.eval(f)
    switch kind {
    case .exact:
      if case .string(let text) = wanted.base, value.isNull { return text.isEmpty }
      if value.isNull || wanted.isNull { return value.isNull && wanted.isNull }
      return try Comparison.equal(value, wanted, ignoreCase: ignoreCase)
    case .wildcard:
      let text = try f.session.text(wanted, f.scope)
      guard let pattern = WildcardPattern(text, ignoreCase: ignoreCase) else { return false }
      return pattern.matches(try f.session.text(value, f.scope))
    case .regex:
      let (found, matches) = try RegexOperators.match(value, wanted, ignoreCase: ignoreCase)
      if found, let matches { f.scope.target.store(.matches, .object(matches)) }
      return found
    }
  }
}

/// A group whose closing parenthesis has not come yet.
final class OpenGroup {
  enum Kind {
    case root, plain, atomic
    case capture(number: Int?, uncapture: Int?)
    case look(isBehind: Bool, isNegative: Bool)
    case ifCaptured(Int)
    /// The first part that closes inside is the condition.
    case ifMatches
  }

  let kind: Kind
  /// The sequence being read.
  var items: [PatternNode] = []
  private var alternatives: [PatternNode] = []
  private var condition: PatternNode?

  init(kind: Kind) {
    self.kind = kind
  }

  var isMatchingCondition: Bool {
    if case .ifMatches = kind { true } else { false }
  }

  var lacksCondition: Bool {
    isMatchingCondition && condition == nil
  }

  func setCondition(_ node: PatternNode) {
    condition = node
  }

  /// Meets `|`.
  func addAlternative() {
    alternatives.append(Self.sequence(items))
    items = []
  }

  /// Meets `)` or the end of the pattern.
  func closed() throws(ParseFailure) -> PatternNode {
    addAlternative()
    switch kind {
    case .root, .plain: return body
    case .atomic: return .atomic(body)
    case .capture(let number, let uncapture): return .capture(number: number, uncapture: uncapture, body)
    case .look(let isBehind, let isNegative): return .look(body, isBehind: isBehind, isNegative: isNegative)
    case .ifCaptured(let number):
      guard alternatives.count <= 2 else { throw .alternationHasTooManyConditions }
      return .ifCaptured(number, yes: alternatives[0], no: alternatives.count > 1 ? alternatives[1] : .empty)
    case .ifMatches:
      guard alternatives.count <= 2 else { throw .alternationHasTooManyConditions }
      return .ifMatches(
        condition ?? .empty, yes: alternatives[0], no: alternatives.count > 1 ? alternatives[1] : .empty)
    }
  }

  private var body: PatternNode {
    alternatives.count == 1 ? alternatives[0] : .alternation(alternatives)
  }

  private static func sequence(_ items: [PatternNode]) -> PatternNode {
    switch items.count {
    case 0: .empty
    case 1: items[0]
    default: .sequence(items)
    }
  }
}

/// A stretch of a method that is run from start to end.
final class FlowBlock {
  /// What happens to variables in it, in order.
  enum Step {
    case assigns(String)
    case reads(VariableExpressionAst, String)
  }

  var steps: [Step] = []
  private(set) var successors: [FlowBlock] = []
  private(set) var predecessors: [FlowBlock] = []

  /// True where it ends by leaving the method with an error.
  var leavesByError = false
  var returns = false
  private(set) var isReachable: Bool

  /// The variables that have a value at its end; nil until that is known.
  var assigned: Set<String>?

  init(isReachable: Bool = false) { self.isReachable = isReachable }

  /// Control can go on from the end of this block to the other one.
  func flows(to next: FlowBlock) {
    guard !successors.contains(where: { $0 === next }) else { return }
    if isReachable { next.isReachable = true }
    successors.append(next)
    next.predecessors.append(self)
  }

  /// This block and all after it, each after those that lead to it where there is no loop.
  func reversePostorder() -> [FlowBlock] {
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(self)]
    var order: [FlowBlock] = []
    var stack: [(block: FlowBlock, next: Int)] = [(self, 0)]
    while let (block, next) = stack.last {
      if next < block.successors.count {
        stack[stack.count - 1].next = next + 1
        let successor = block.successors[next]
        if seen.insert(ObjectIdentifier(successor)).inserted { stack.append((successor, 0)) }
      } else {
        order.append(block)
        stack.removeLast()
      }
    }
    return order.reversed()
  }
}

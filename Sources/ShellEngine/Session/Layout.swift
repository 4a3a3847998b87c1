import ShellObjects

/// The variables of a function or script body and of the blocks written inside it: name to slot.
///
/// The first slots are the same everywhere, so that pipelines can set `$_` without asking.
final class Layout {
  static let underscore = 0
  static let args = 1
  static let input = 2
  static let this = 3

  private(set) var names: [Symbol] = [.underscore, .args, .input, .this]
  private var slots: [Symbol: Int] = [.underscore: 0, .args: 1, .input: 2, .this: 3]
  /// How many slots a scope that is open to new names was given; nil for a layout that compilation closes.
  let capacity: Int?

  init(capacity: Int? = nil) { self.capacity = capacity }

  /// Slots that are assigned to somewhere in the body.
  var assigned: Set<Int> = []

  var count: Int { names.count }

  func slot(of name: Symbol) -> Int? { slots[name] }

  /// The slot of a name, made where it is new; nil where an open scope is full.
  func add(_ name: Symbol) -> Int? {
    if let slot = slots[name] { return slot }
    if let capacity, names.count >= capacity { return nil }
    slots[name] = names.count
    names.append(name)
    return names.count - 1
  }
}

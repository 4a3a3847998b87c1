import ShellObjects

/// Pairs the objects of two lists that are equal and stand near each other, as `Compare-Object` does.
struct ObjectPairing {
  enum Side: String { case both = "==", difference = "=>", reference = "<=" }

  struct Result {
    let key: OrderKey
    let side: Side
  }

  private let reference: [OrderKey]
  private let window: Int
  private let comparer: OrderKeyComparer
  private var position = 0
  private var waitingReferences: [OrderKey] = []
  private var waitingDifferences: [OrderKey] = []
  /// What has been decided, in order.
  var results: [Result] = []

  init(reference: [OrderKey], window: Int, comparer: OrderKeyComparer) {
    self.reference = reference
    self.window = window
    self.comparer = comparer
  }

  /// Takes the next object of the difference list, and with it the next of the reference list.
  mutating func take(_ difference: OrderKey) { pair(difference, nextReference()) }

  /// Takes what is left of the reference list and decides all that waits.
  mutating func finish() {
    while let next = nextReference() { pair(nil, next) }
    for key in waitingDifferences { results.append(Result(key: key, side: .difference)) }
    for key in waitingReferences { results.append(Result(key: key, side: .reference)) }
    waitingDifferences = []
    waitingReferences = []
  }

  private mutating func nextReference() -> OrderKey? {
    guard position < reference.count else { return nil }
    defer { position += 1 }
    return reference[position]
  }

  private mutating func pair(_ newDifference: OrderKey?, _ newReference: OrderKey?) {
    var difference = newDifference
    var reference = newReference
    if let a = difference, let b = reference, comparer.compare(a, b) == 0 {
      results.append(Result(key: b, side: .both))
      return
    }
    if let key = difference, let match = remove(key, from: \.waitingReferences) {
      results.append(Result(key: match, side: .both))
      difference = nil
    }
    if let key = reference, remove(key, from: \.waitingDifferences) != nil {
      results.append(Result(key: key, side: .both))
      reference = nil
    }
    if let difference { wait(difference, .difference, \.waitingDifferences) }
    if let reference { wait(reference, .reference, \.waitingReferences) }
  }

  private mutating func remove(_ key: OrderKey, from list: WritableKeyPath<ObjectPairing, [OrderKey]>) -> OrderKey? {
    guard let index = self[keyPath: list].firstIndex(where: { comparer.compare($0, key) == 0 }) else { return nil }
    return self[keyPath: list].remove(at: index)
  }

  private mutating func wait(
    _ key: OrderKey, _ side: Side, _ list: WritableKeyPath<ObjectPairing, [OrderKey]>
  ) {
    guard window > 0 else { return results.append(Result(key: key, side: side)) }
    while self[keyPath: list].count >= window {
      results.append(Result(key: self[keyPath: list].removeFirst(), side: side))
    }
    self[keyPath: list].append(key)
  }
}

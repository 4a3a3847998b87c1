/// The groups of a pattern: numbers, names, and .NET's rules for giving them.
///
/// Unnamed groups are numbered first, from the left; named groups get the numbers that are left, in the order of their
/// names' first appearance. Groups of one name are one group.
struct GroupTable: Sendable {
  /// Ascending, 0 first.
  ///
  /// The position of a number in here is the group's index.
  private(set) var numbers: [Int] = []
  /// One name for each of `numbers`; a group without a name is called by its number.
  private(set) var names: [String] = []

  private var positions: [Int: Int] = [:]
  private var namePositions: [(name: String, position: Int)] = []
  private var indices: [Int: Int] = [:]
  private var namedNumbers: [[UInt8]: Int] = [:]

  /// One more than the highest number.
  private(set) var top = 0

  mutating func note(number: Int, position: Int) {
    guard positions[number] == nil else { return }
    positions[number] = position
    top = max(top, number == Int(Int32.max) ? number : number + 1)
  }

  mutating func note(name: String, position: Int) {
    guard !namePositions.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { return }
    namePositions.append((name, position))
  }

  /// Numbers the names; `next` is the first number that unnamed groups left free.
  mutating func assignNames(from next: Int) {
    var next = next
    for (name, position) in namePositions {
      while positions[next] != nil { next += 1 }
      namedNumbers[Array(name.utf8)] = next
      note(number: next, position: position)
      next += 1
    }
    let namesByNumber = Dictionary(
      zip(namePositions.compactMap { namedNumbers[Array($0.name.utf8)] }, namePositions.map(\.name)),
      uniquingKeysWith: { first, _ in first })
    numbers = positions.keys.sorted()
    names = numbers.map { namesByNumber[$0] ?? String($0) }
    indices = Dictionary(uniqueKeysWithValues: zip(numbers, numbers.indices))
    for (number, name) in zip(numbers, names) where namesByNumber[number] == nil && hasNamesOrGaps {
      namedNumbers[Array(name.utf8)] = number
    }
  }

  /// Why: .NET fills its table of names only if it has one, so that `\k<1>` and `${1}` take the way of numbers elsewhere.
  private var hasNamesOrGaps: Bool {
    !namePositions.isEmpty || positions.count < top
  }

  func contains(_ number: Int) -> Bool {
    positions[number] != nil
  }

  func number(named name: String) -> Int? {
    namedNumbers[Array(name.utf8)]
  }

  /// The index of group `number` in `numbers`, nil if there is no such group.
  func index(ofNumber number: Int) -> Int? {
    indices[number]
  }

  /// Where group `number` begins in the pattern, in UTF-16 code units.
  func position(ofNumber number: Int) -> Int? {
    positions[number]
  }
}

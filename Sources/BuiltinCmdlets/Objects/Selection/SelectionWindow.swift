import ShellObjects

/// Decides by position which objects `Select-Object` passes on, holding back no more than it must.
struct SelectionWindow {
  private var first = 0
  private var last = 0
  private var skip = 0
  private var skipLast = 0
  private var isLimited = false
  /// Whether anything was let through; `-First 0` reads its input to the end.
  private var passed = false
  private var positions: [Int] = []
  private var excludedPositions: Set<Int> = []
  private var selectsByPosition = false
  private var excludesByPosition = false
  private var position = 0
  private var queue = ObjectQueue()

  init() {}

  /// Nil for each limit the user did not give.
  init(first: Int?, last: Int?, skip: Int, skipLast: Int, index: [Int]?, skipIndex: [Int]?) {
    self.first = max(0, first ?? 0)
    self.last = max(0, last ?? 0)
    self.skip = max(0, skip)
    self.skipLast = max(0, skipLast)
    isLimited = first != nil || last != nil
    selectsByPosition = index != nil
    excludesByPosition = skipIndex != nil
    positions = Array(Set(index ?? [])).sorted(by: >)
    excludedPositions = Set(skipIndex ?? [])
  }

  /// Whether no later object can pass.
  var isComplete: Bool {
    if selectsByPosition { return positions.isEmpty }
    return isLimited && passed && first == 0 && last == 0
  }

  /// Takes an object and gives the one that may pass now.
  mutating func push(_ object: Value) -> Value? {
    defer { position &+= 1 }
    if selectsByPosition {
      guard positions.last == position else { return nil }
      positions.removeLast()
      return object
    }
    if excludesByPosition { return excludedPositions.contains(position) ? nil : object }
    return stream(object)
  }

  private mutating func stream(_ object: Value) -> Value? {
    if last > 0 {
      let held = first == 0 ? last &+ skip : last
      if queue.count >= held { _ = queue.removeFirst() }
    }
    queue.append(object)
    if skip == 0 {
      if skipLast > 0 { return queue.count > skipLast ? queue.removeFirst() : nil }
      guard first > 0 || !isLimited else { return nil }
      if isLimited { first -= 1 }
      passed = true
      return queue.removeFirst()
    }
    if last == 0 || first != 0 {
      skip -= 1
      _ = queue.removeFirst()
    }
    return nil
  }

  /// The objects that pass at the end.
  mutating func drain() -> [Value] {
    guard last > 0, skipLast == 0 else { return [] }
    var passed: [Value] = []
    while queue.count > (first == 0 ? skip : 0), let object = queue.removeFirst() { passed.append(object) }
    return passed
  }
}

/// A first-in, first-out queue that removes in constant time.
private struct ObjectQueue {
  private var objects: [Value] = []
  private var head = 0

  var count: Int { objects.count - head }

  mutating func append(_ object: Value) { objects.append(object) }

  mutating func removeFirst() -> Value? {
    guard head < objects.count else { return nil }
    let object = objects[head]
    objects[head] = .null
    head += 1
    if head == objects.count {
      objects.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 1024, head * 2 > objects.count {
      objects.removeFirst(head)
      head = 0
    }
    return object
  }
}

/// Loops, captures and references.
extension BacktrackingMatcher {
  mutating func run(
    _ set: CharacterSet, _ bounds: LoopBounds, _ isBackward: Bool, _ counter: Int, _ position: inout Int
  ) throws(LimitReached) -> Int? {
    var count = 0
    let wanted = bounds.isLazy ? bounds.minimum : bounds.maximum
    var earliest = position
    while count < wanted, let (found, next) = read(position, isBackward), set.contains(found) {
      position = next
      count += 1
      if count == bounds.minimum { earliest = position }
      try countStep()
    }
    guard count >= bounds.minimum else { return nil }
    if bounds.isLazy {
      if count < bounds.maximum {
        try push(Frame(kind: .lazyRun, target: counter, position: position, bound: count))
      }
    } else if position != earliest {
      try push(Frame(kind: .greedyRun, target: counter, position: position, bound: earliest))
    }
    return counter + 1
  }

  mutating func loop(
    _ bounds: LoopBounds, _ register: Int, _ exit: Int, _ counter: Int, _ position: Int
  ) throws(LimitReached) -> Int? {
    let count = registers[register]
    if count >= bounds.minimum {
      let wasEmpty = count > 0 && registers[register + 1] == position
      if count >= bounds.maximum || wasEmpty { return exit }
      if bounds.isLazy {
        try push(Frame(kind: .choice, target: counter + 1, position: position, bound: 0))
        // Why: a second entry must find the round already counted, and the exit must not.
        return try enterLater(register, count, position, exit)
      }
      try push(Frame(kind: .choice, target: exit, position: position, bound: 0))
    }
    try set(register, to: count + 1)
    try set(register + 1, to: position)
    return counter + 1
  }

  /// Leaves a lazy loop, with its next round prepared for the case that the rest fails.
  mutating func enterLater(
    _ register: Int, _ count: Int, _ position: Int, _ exit: Int
  ) throws(LimitReached) -> Int {
    let choice = stack.removeLast()
    let previous = registers[register + 1]
    registers[register] = count + 1
    registers[register + 1] = position
    // The round's own counting is undone below the choice, the exit's above it.
    try push(Frame(kind: .register, target: register, position: count, bound: 0))
    try push(Frame(kind: .register, target: register + 1, position: previous, bound: 0))
    try push(choice)
    try set(register, to: count)
    try set(register + 1, to: previous)
    return exit
  }

  mutating func capture(
    _ number: Int?, _ uncapture: Int?, from first: Int, to second: Int
  ) throws(LimitReached) -> Bool {
    var start = min(first, second)
    var end = max(first, second)
    if let uncapture {
      guard let group = groups.index(ofNumber: uncapture), let open = captures.top(of: group) else { return false }
      // The new capture is what lies between the two, or what they share.
      if start >= open.end {
        (start, end) = (open.end, start)
      } else if end <= open.start {
        (start, end) = (end, open.start)
      } else {
        (start, end) = (max(start, open.start), min(end, open.end))
      }
      try pushTop(of: group)
      captures.setTop(of: group, to: open.previous)
    }
    if let number, let group = groups.index(ofNumber: number) {
      try pushTop(of: group)
      captures.push(group, start: start, end: end)
    }
    return true
  }

  mutating func pushTop(of group: Int) throws(LimitReached) {
    try push(
      Frame(kind: .captureTop, target: group, position: captures.tops[group], bound: captures.entries.count))
  }

  mutating func matchReference(
    _ number: Int, _ ignoresCase: Bool, _ isBackward: Bool, _ position: inout Int
  ) -> Bool {
    guard let group = groups.index(ofNumber: number), let capture = captures.top(of: group) else {
      return unsetReferenceMatches
    }
    var source = isBackward ? capture.end : capture.start
    let end = isBackward ? capture.start : capture.end
    var target = position
    while source != end {
      guard let (wanted, nextSource) = read(source, isBackward), let (found, nextTarget) = read(target, isBackward),
        wanted == found || ignoresCase && CaseEquivalence.areEqual(wanted, found)
      else { return false }
      (source, target) = (nextSource, nextTarget)
      remainingSteps = max(1, remainingSteps &- 1)
    }
    position = target
    return true
  }
}

/// .NET's seeded random numbers: the subtractive generator of `new Random(seed)`.
///
/// **Source:** D. Knuth, The Art of Computer Programming, volume 2, section 3.2.2, with .NET's constants.
package struct RandomSource: Sendable {
  private var state = [Int32](repeating: 0, count: 56)
  private var first = 0
  private var second = 21

  package init(seed: Int32) {
    var last = 161_803_398 &- (seed == .min ? Int32.max : abs(seed))
    state[55] = last
    var next: Int32 = 1
    var place = 0
    for _ in 1..<55 {
      place += 21
      if place >= 55 { place -= 55 }
      state[place] = next
      next = last &- next
      if next < 0 { next &+= .max }
      last = state[place]
    }
    for _ in 1..<5 {
      for index in 1..<56 {
        var other = index + 30
        if other >= 55 { other -= 55 }
        state[index] &-= state[1 + other]
        if state[index] < 0 { state[index] &+= .max }
      }
    }
  }

  /// A source whose seed nobody chose.
  package init() { self.init(seed: Int32.random(in: .min ... .max)) }

  /// A number from 0 to Int32.max - 1.
  package mutating func next() -> Int32 {
    first = first >= 55 ? 1 : first + 1
    second = second >= 55 ? 1 : second + 1
    var number = state[first] &- state[second]
    if number == .max { number -= 1 }
    if number < 0 { number &+= .max }
    state[first] = number
    return number
  }

  /// A number from 0 to below 1.
  package mutating func nextDouble() -> Double { Double(next()) * (1.0 / Double(Int32.max)) }

  /// A number from `low` to below `high`.
  package mutating func next(_ low: Int32, _ high: Int32) -> Int32 {
    let range = Int64(high) - Int64(low)
    if range <= Int64(Int32.max) { return Int32(truncatingIfNeeded: Int64(nextDouble() * Double(range)) + Int64(low)) }
    return Int32(truncatingIfNeeded: Int64(largeSample() * Double(range)) + Int64(low))
  }

  private mutating func largeSample() -> Double {
    let number = next()
    let isNegative = next() % 2 == 0
    let sample = Double(isNegative ? -number : number) + Double(Int32.max - 1)
    return sample / Double(2 * UInt32(Int32.max) - 1)
  }

  package mutating func nextUInt64() -> UInt64 {
    let low = UInt64(next(Int32(0), Int32(1 << 22)))
    let middle = UInt64(next(Int32(0), Int32(1 << 22)))
    let high = UInt64(next(Int32(0), Int32(1 << 20)))
    return low | middle << 22 | high << 44
  }

  /// A number from `low` to below `high`.
  package mutating func next(_ low: Int64, _ high: Int64) -> Int64 {
    let range = UInt64(bitPattern: high &- low)
    if range <= UInt64(Int32.max) { return low &+ Int64(next(0, Int32(truncatingIfNeeded: range))) }
    let bits = 64 - (range - 1).leadingZeroBitCount
    while true {
      let number = nextUInt64() >> UInt64(64 - bits)
      if number < range { return low &+ Int64(bitPattern: number) }
    }
  }

  package mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }

  package mutating func shuffle<T>(_ values: inout [T]) {
    guard values.count > 1 else { return }
    for index in 0..<values.count - 1 {
      let other = Int(next(Int32(truncatingIfNeeded: index), Int32(truncatingIfNeeded: values.count)))
      if other != index, values.indices.contains(other) { values.swapAt(index, other) }
    }
  }
}

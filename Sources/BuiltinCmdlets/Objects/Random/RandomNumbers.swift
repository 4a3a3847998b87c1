import ShellObjects
import ShellTypes
import Synchronization

/// Where random numbers come from: the source a user seeded, or the system.
enum RandomNumbers {
  private static let seeded = Mutex<RandomSource?>(nil)

  /// Makes the numbers that follow repeatable, for the rest of the session.
  static func seed(_ number: Int32) { seeded.withLock { $0 = RandomSource(seed: number) } }

  /// A number from `low` to below `high`.
  static func next(_ low: Int32, _ high: Int32, isSecure: Bool) -> Int32 {
    guard low < high else { return low }
    let span = Int64(high) - Int64(low)
    guard span <= Int64(Int32.max) else { return Int32.random(in: low..<high) }
    return Int32(truncatingIfNeeded: Int64(nextDouble(isSecure: isSecure) * Double(span)) + Int64(low))
  }

  /// A number from 0 to below 1.
  ///
  /// PowerShell draws four bytes of .NET's source, not one of its numbers.
  static func nextDouble(isSecure: Bool) -> Double { Double(sample(isSecure)) * (1.0 / Double(Int32.max)) }

  /// A number from 0 to Int32.max - 1.
  private static func sample(_ isSecure: Bool) -> Int32 {
    while true {
      guard let bytes = use(isSecure, { $0.bytes(4) }) else { return Int32.random(in: 0..<Int32.max) }
      let word = bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let number = Int32(truncatingIfNeeded: word & 0x7FFF_FFFF)
      if number != .max { return number }
    }
  }

  static func nextUInt64(isSecure: Bool) -> UInt64 {
    let bytes = use(isSecure) { $0.bytes(8) }
    guard let bytes else { return UInt64.random(in: .min ... .max) }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func use<T>(_ isSecure: Bool, _ body: (inout RandomSource) -> T) -> T? where T: Sendable {
    if isSecure { return nil }
    return seeded.withLock { source in
      guard var current = source else { return nil }
      let result = body(&current)
      source = current
      return result
    }
  }
}

/// The range a random number is to lie in: whole numbers, or real ones where a limit is real.
enum RandomRange {
  case int32(Int32, Int32)
  case int64(Int64, Int64)
  case real(Double, Double)

  init(minimum: Value, maximum: Value) throws {
    let low = try Self.number(minimum)
    let high = try Self.number(maximum)
    switch (low, high) {
    case (.null, .null): self = .int32(0, .max)
    case (.int32(let low), .null): self = .int32(low, .max)
    case (.null, .int32(let high)): self = .int32(0, high)
    case (.int32(let low), .int32(let high)): self = .int32(low, high)
    default:
      if let low = Self.whole(low, 0), let high = Self.whole(high, .max) {
        self = .int64(low, high)
      } else {
        self = .real(try Self.real(low, 0), try Self.real(high, .greatestFiniteMagnitude))
      }
    }
    try refuseEmpty()
  }

  /// A limit as a number; text is read as a script writes numbers.
  private static func number(_ value: Value) throws -> Value {
    guard let text = value.string else { return value.base.isNull ? .null : value.base }
    if let whole = Int32(text) { return .int32(whole) }
    if let whole = Int64(text) { return .int64(whole) }
    if let real = Double(text) { return .double(real) }
    return try value.converted(to: .int32)
  }

  private static func whole(_ value: Value, _ missing: Int64) -> Int64? {
    switch value {
    case .null: missing
    case .int32(let number): Int64(number)
    case .int64(let number): number
    default: nil
    }
  }

  private static func real(_ value: Value, _ missing: Double) throws -> Double {
    if value.isNull { return missing }
    guard case .double(let number) = try value.converted(to: .double) else { return missing }
    return number
  }

  private func refuseEmpty() throws {
    let (low, high): (Value, Value)
    switch self {
    case .int32(let a, let b) where a >= b: (low, high) = (.int32(a), .int32(b))
    case .int64(let a, let b) where a >= b: (low, high) = (.int64(a), .int64(b))
    case .real(let a, let b) where a >= b: (low, high) = (.double(a), .double(b))
    default: return
    }
    throw ShellError(
      "System.ArgumentException",
      "The Minimum value (\(try low.text())) cannot be greater than or equal to the Maximum value (\(try high.text())).",
      id: "MinGreaterThanOrEqualMax", .invalidArgument)
  }

  func next(isSecure: Bool) -> Value {
    switch self {
    case .int32(let low, let high): return .int32(RandomNumbers.next(low, high, isSecure: isSecure))
    case .int64(let low, let high): return .int64(Self.next(low, high, isSecure))
    case .real(let low, let high): return .double(Self.next(low, high, isSecure))
    }
  }

  private static func next(_ low: Int64, _ high: Int64, _ isSecure: Bool) -> Int64 {
    let span = UInt64(bitPattern: high &- low)
    if span <= UInt64(Int32.max) {
      return low &+ Int64(RandomNumbers.next(0, Int32(truncatingIfNeeded: span), isSecure: isSecure))
    }
    var mask = UInt64.max
    repeat { mask >>= 1 } while span <= mask
    mask = mask << 1 | 1
    while true {
      let number = RandomNumbers.nextUInt64(isSecure: isSecure) & mask
      if number < span { return low &+ Int64(bitPattern: number) }
    }
  }

  private static func next(_ low: Double, _ high: Double, _ isSecure: Bool) -> Double {
    while true {
      let share = RandomNumbers.nextDouble(isSecure: isSecure)
      let span = high - low
      let number = span.isInfinite ? low + share * high - share * low : low + share * span
      if number < high { return number }
    }
  }
}

/// Chooses objects at random out of a stream of unknown length, then puts them in random order.
struct RandomChoice {
  private var count = 1
  private var isSecure = false
  private var chosen: [Value] = []
  private var offered: Int32 = 0

  init() {}

  init(count: Int, isSecure: Bool) {
    self.count = count
    self.isSecure = isSecure
  }

  mutating func offer(_ object: Value) {
    if chosen.count < count {
      chosen.append(object)
    } else if Int(RandomNumbers.next(0, offered &+ 1, isSecure: isSecure)) < count {
      let place = Int(RandomNumbers.next(0, Int32(clamping: chosen.count), isSecure: isSecure))
      if place < chosen.count { chosen[place] = object }
    }
    offered &+= 1
  }

  mutating func result() -> [Value] {
    var ordered: [Value] = []
    for index in chosen.indices {
      let place = Int(
        RandomNumbers.next(Int32(clamping: index), Int32(clamping: chosen.count), isSecure: isSecure))
      ordered.append(chosen[place])
      if place != index { chosen[place] = chosen[index] }
    }
    return ordered
  }
}

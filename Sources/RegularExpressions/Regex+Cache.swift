internal import Synchronization

/// Regexes that operators have used lately.
extension Regex {
  /// The regex for `pattern` and `options`, made now if it is not among those used last.
  ///
  /// Safe from any thread. Bad patterns are not remembered. Throws what `init` throws.
  package static func cached(_ pattern: String, options: RegexOptions = []) throws -> Regex {
    let key = RegexCache.Key(pattern: pattern, options: options)
    if let regex = cache.withLock({ $0.regex(for: key) }) { return regex }
    let regex = try Regex(pattern, options: options)
    cache.withLock { $0.insert(regex, for: key) }
    return regex
  }

  private static let cache = Mutex(RegexCache())
}

/// A bounded table; the entries that were used longest ago go first.
struct RegexCache {
  /// Patterns are compared by their code units, not as text: `é` has two spellings, and they are two patterns.
  struct Key: Hashable {
    let pattern: String
    let options: RegexOptions

    static func == (left: Key, right: Key) -> Bool {
      left.options == right.options && left.pattern.utf8.elementsEqual(right.pattern.utf8)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(options.rawValue)
      let isDone: Void? = pattern.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isDone == nil { for byte in pattern.utf8 { hasher.combine(byte) } }
    }
  }

  private struct Entry {
    let regex: Regex
    var lastUse: UInt64
  }

  let capacity: Int
  private var entries: [Key: Entry] = [:]
  private var clock: UInt64 = 0

  init(capacity: Int = 256) {
    self.capacity = capacity
  }

  mutating func regex(for key: Key) -> Regex? {
    guard let index = entries.index(forKey: key) else { return nil }
    clock &+= 1
    entries.values[index].lastUse = clock
    return entries.values[index].regex
  }

  mutating func insert(_ regex: Regex, for key: Key) {
    if entries.count >= capacity { dropOldest() }
    clock &+= 1
    entries[key] = Entry(regex: regex, lastUse: clock)
  }

  /// Makes room for a quarter of the capacity, so that sorting is rare.
  private mutating func dropOldest() {
    let oldest = entries.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(max(1, capacity / 4))
    for (key, _) in oldest { entries[key] = nil }
  }
}

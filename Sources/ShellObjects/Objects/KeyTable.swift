/// An ordered hash table over `Value` keys: entries in insertion order beside an index of positions.
///
/// String keys are compared without case unless `isCaseSensitive`; keys of other types by .NET's `Equals`, so that
/// `1` and `1L` are two keys.
package struct KeyTable {
  package struct Entry {
    package let key: Value
    package var value: Value
    fileprivate let hash: UInt
    fileprivate var isLive = true
  }

  package let isCaseSensitive: Bool
  private var entries: [Entry] = []
  /// Positions in `entries` plus one; 0 is free.
  ///
  /// The count is a power of two.
  private var index: [Int32] = []
  package private(set) var count = 0

  package init(isCaseSensitive: Bool = false) { self.isCaseSensitive = isCaseSensitive }

  package func find(_ key: Value) throws -> Value? {
    guard count > 0, let position = try position(of: key, hash: try hash(of: key)) else { return nil }
    return entries[position].value
  }

  /// Sets the value of a key; true where the key is new.
  @discardableResult
  package mutating func set(_ key: Value, _ value: Value) throws -> Bool {
    let hash = try hash(of: key)
    if count > 0, let position = try position(of: key, hash: hash) {
      entries[position].value = value
      return false
    }
    if (entries.count + 1) * 2 > index.count { rebuild() }
    entries.append(Entry(key: key, value: value, hash: hash))
    place(entries.count - 1, hash)
    count += 1
    return true
  }

  /// Removes a key; the value it had, or nil.
  @discardableResult
  package mutating func remove(_ key: Value) throws -> Value? {
    guard count > 0, let position = try position(of: key, hash: try hash(of: key)) else { return nil }
    let value = entries[position].value
    entries[position].isLive = false
    entries[position].value = .null
    count -= 1
    if count == 0 { removeAll() }
    return value
  }

  package mutating func removeAll() {
    entries.removeAll()
    index.removeAll()
    count = 0
  }

  /// Inserts at a position of the order.
  package mutating func insert(_ key: Value, _ value: Value, at position: Int) throws {
    var all = liveEntries
    all.insert(Entry(key: key, value: value, hash: try hash(of: key)), at: position)
    entries = all
    count = all.count
    reindex()
  }

  /// The entries in order.
  package var liveEntries: [Entry] { count == entries.count ? entries : entries.filter(\.isLive) }

  /// Sets the value at a position of the order.
  package mutating func setValue(at position: Int, _ value: Value) {
    if count != entries.count {
      entries = liveEntries
      reindex()
    }
    entries[position].value = value
  }

  // MARK: The index

  private func position(of key: Value, hash: UInt) throws -> Int? {
    let mask = index.count - 1
    var slot = Int(bitPattern: hash) & mask
    while true {
      let stored = index[slot]
      if stored == 0 { return nil }
      let position = Int(stored) - 1
      if entries[position].hash == hash, entries[position].isLive, try equal(entries[position].key, key) {
        return position
      }
      slot = (slot + 1) & mask
    }
  }

  private mutating func place(_ position: Int, _ hash: UInt) {
    let mask = index.count - 1
    var slot = Int(bitPattern: hash) & mask
    while index[slot] != 0 { slot = (slot + 1) & mask }
    index[slot] = Int32(truncatingIfNeeded: position + 1)
  }

  private mutating func rebuild() {
    if count != entries.count { entries = liveEntries }
    reindex()
  }

  private mutating func reindex() {
    var size = 8
    while size < (entries.count + 1) * 4 { size *= 2 }
    index = [Int32](repeating: 0, count: size)
    for position in entries.indices { place(position, entries[position].hash) }
  }

  // MARK: Keys

  private func hash(of key: Value) throws -> UInt {
    switch key {
    case .string(let text): return Self.hash(text, folding: !isCaseSensitive)
    case .int32(let number): return Self.mix(UInt(bitPattern: Int(number)))
    default: return Self.mix(UInt(bitPattern: try key.netHash()))
    }
  }

  private func equal(_ a: Value, _ b: Value) throws -> Bool {
    switch (a, b) {
    case (.string(let x), .string(let y)): return isCaseSensitive ? x.isIdentical(to: y) : x.equalsName(y)
    case (.int32(let x), .int32(let y)): return x == y
    default: return try a.netEquals(b)
    }
  }

  private static func mix(_ hash: UInt) -> UInt {
    var h = hash &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 32
    return h
  }

  private static func hash(_ text: String, folding: Bool) -> UInt {
    var hash: UInt = 0xCBF2_9CE4_8422_2325
    var copy = text
    let isASCII = copy.withUTF8 { bytes in
      var all: UInt8 = 0
      for byte in bytes {
        all |= byte
        var b = byte
        if folding, b >= 0x41, b <= 0x5A { b |= 0x20 }
        hash = (hash ^ UInt(b)) &* 0x100_0000_01B3
      }
      return all < 0x80
    }
    if !isASCII, folding { return hash64(text.lowercased()) }
    return mix(hash)
  }

  private static func hash64(_ text: String) -> UInt {
    var hash: UInt = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt(byte)) &* 0x100_0000_01B3 }
    return mix(hash)
  }
}

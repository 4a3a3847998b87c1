import SourceText

/// The text under the lexer: the whole source, or a part of it that is scanned on its own.
///
/// A subexpression inside a string is scanned a second time. Where its quotes are doubled (`"$(""a"")"`) the text to
/// scan lacks them, and `origins` leads each offset back to the source.
struct ScanText {
  /// The bytes to scan; only those before `limit` count.
  let bytes: [UInt8]
  let start: Int
  let limit: Int

  /// For each byte its offset in the source; nil where both are the same.
  let origins: [Int32]?

  init(whole bytes: [UInt8]) {
    self.init(bytes: bytes, start: 0, limit: bytes.count, origins: nil)
  }

  private init(bytes: [UInt8], start: Int, limit: Int, origins: [Int32]?) {
    self.bytes = bytes
    self.start = start
    self.limit = limit
    self.origins = origins
  }

  /// The part of this text between two offsets, without some of its bytes.
  func part(_ range: Range<Int>, without skipped: [Int]) -> ScanText {
    guard !skipped.isEmpty else {
      return ScanText(bytes: bytes, start: range.lowerBound, limit: range.upperBound, origins: origins)
    }
    var kept: [UInt8] = []
    var keptOrigins: [Int32] = []
    var nextSkipped = skipped.startIndex
    for index in range {
      if nextSkipped < skipped.endIndex, skipped[nextSkipped] == index {
        nextSkipped += 1
        continue
      }
      kept.append(bytes[index])
      keptOrigins.append(Int32(truncatingIfNeeded: origin(of: index)))
    }
    keptOrigins.append(Int32(truncatingIfNeeded: origin(of: range.upperBound)))
    return ScanText(bytes: kept, start: 0, limit: kept.count, origins: keptOrigins)
  }

  /// The offset in the source of an offset here.
  func origin(of index: Int) -> Int {
    guard let origins, let last = origins.last else { return index }
    guard index >= 0 else { return Int(origins.first ?? 0) }
    return index < origins.count ? Int(origins[index]) : Int(last) + index - origins.count + 1
  }

  /// The offset here of an offset in the source.
  func index(ofOrigin offset: Int) -> Int {
    guard let origins, let last = origins.last else { return offset }
    if offset > Int(last) { return origins.count - 1 + offset - Int(last) }
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

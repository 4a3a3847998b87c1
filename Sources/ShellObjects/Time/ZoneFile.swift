/// The 64-bit part of a TZif file.
struct ZoneFile {
  private let bytes: [UInt8]
  private var offset = 0

  private struct Header {
    let version: UInt8
    let universalCount, standardCount, leapCount, transitionCount, typeCount, nameCount: Int

    /// How long the data behind the header is, with times of `size` bytes.
    func length(_ size: Int) -> Int {
      transitionCount * (size + 1) + typeCount * 6 + nameCount + leapCount * (size + 4) + standardCount + universalCount
    }
  }

  /// Nil where the bytes are no zone file.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard header(at: 0) != nil else { return nil }
  }

  private func header(at start: Int) -> Header? {
    guard start + 44 <= bytes.count, bytes[start..<(start + 4)].elementsEqual("TZif".utf8) else { return nil }
    let counts = (0..<6).map { Int(integer(at: start + 20 + $0 * 4, 4)) }
    guard counts.allSatisfy({ $0 >= 0 && $0 <= 1 << 20 }) else { return nil }
    return Header(
      version: bytes[start + 4], universalCount: counts[0], standardCount: counts[1], leapCount: counts[2],
      transitionCount: counts[3], typeCount: counts[4], nameCount: counts[5])
  }

  /// A signed big-endian number; bytes beyond the file are zero.
  private func integer(at start: Int, _ size: Int) -> Int64 {
    var value: UInt64 = 0
    for index in start..<(start + size) { value = value << 8 | UInt64(index < bytes.count ? bytes[index] : 0) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }

  /// The zone that the file describes; nil where it is cut short.
  func zone(_ name: String) -> TimeZoneData? {
    guard let first = header(at: 0) else { return nil }
    var start = 0
    var size = 4
    var header = first
    if first.version >= UInt8(ascii: "2") {
      start = 44 + first.length(4)
      guard let second = self.header(at: start) else { return nil }
      header = second
      size = 8
    }
    let data = start + 44
    guard data + header.length(size) <= bytes.count, header.typeCount > 0 else { return nil }
    let times = (0..<header.transitionCount).map { integer(at: data + $0 * size, size) }
    let indexes = data + header.transitionCount * size
    let types = (0..<header.typeCount).map { type($0, indexes + header.transitionCount, header) }
    let periods = (0..<header.transitionCount).map { index -> TimeZoneData.Period in
      let type = Int(bytes[indexes + index])
      return type < types.count ? types[type] : types[0]
    }
    let rule = size == 8 ? footer(data + header.length(size)).flatMap { TimeZoneRule($0) } : nil
    return TimeZoneData(identifier: name, file: times, [types[0]] + periods, rule)
  }

  private func type(_ index: Int, _ start: Int, _ header: Header) -> TimeZoneData.Period {
    let entry = start + index * 6
    let names = start + header.typeCount * 6
    let from = names + Int(bytes[entry + 5])
    let name = bytes[min(from, bytes.count)...].prefix { $0 != 0 }
    return TimeZoneData.Period(
      offset: Int(integer(at: entry, 4)), isDaylight: bytes[entry + 4] != 0,
      abbreviation: String(decoding: name, as: UTF8.self))
  }

  /// The rule between the last two newlines.
  private func footer(_ start: Int) -> String? {
    guard start < bytes.count, bytes[start] == 10 else { return nil }
    return String(decoding: bytes[(start + 1)...].prefix { $0 != 10 }, as: UTF8.self)
  }
}

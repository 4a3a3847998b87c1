/// Where the lines of a text begin, in both ways of counting.
struct LineIndex {
  private(set) var starts: [Int32] = [0]
  private(set) var startsUTF16: [Int32] = [0]
  private(set) var isASCII = true

  init(of bytes: [UInt8]) {
    var units: Int32 = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte & 0xC0 != 0x80 { units &+= byte >= 0xF0 ? 2 : 1 }
      if byte >= 0x80 { isASCII = false }
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A {
        index += 1
        units &+= 1
      }
      starts.append(Int32(truncatingIfNeeded: index))
      startsUTF16.append(units)
    }
  }
}

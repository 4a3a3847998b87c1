/// The encoding that OSC 52 wants.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      bits <<= 8
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[Int(bits >> 26)] : 0x3D)
        bits <<= 6
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

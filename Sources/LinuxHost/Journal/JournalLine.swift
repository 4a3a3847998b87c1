/// One line of a journal: a word, and named values in any order.
///
/// `step kind=attach machine=89ab… name=web%2001`. Everything but letters, digits and `-_.:` is written as `%XX`, so that
/// no name can break a line.
struct JournalLine: Equatable {
  let word: String
  var values: [String: String] = [:]

  init(_ word: String, _ values: [String: String] = [:]) {
    self.word = word
    self.values = values
  }

  /// Nil where the text is no such line.
  init?(text: some StringProtocol) {
    var parts = text.split(separator: " ")[...]
    guard let first = parts.popFirst() else { return nil }
    word = String(first)
    for part in parts {
      guard let equals = part.firstIndex(of: "="), let value = JournalLine.decoded(part[part.index(after: equals)...])
      else { return nil }
      values[String(part[..<equals])] = value
    }
  }

  /// With a line feed.
  var text: String {
    let sorted = values.sorted { $0.key < $1.key }.map { "\($0.key)=\(JournalLine.encoded($0.value))" }
    return ([word] + sorted).joined(separator: " ") + "\n"
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  private static func encoded(_ value: String) -> String {
    var result: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: ":"):
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func decoded(_ value: some StringProtocol) -> String? {
    var result: [UInt8] = []
    var rest = Array(value.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard rest.count >= 2, let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      result.append(decoded)
      rest = rest.dropFirst(2)
    }
    return String(validating: result, as: UTF8.self)
  }
}

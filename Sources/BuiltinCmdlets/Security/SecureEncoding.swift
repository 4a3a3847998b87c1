import ShellObjects
import ShellTypes

/// The form in which secure strings become text without a key: the UTF-16 bytes in hexadecimal digits.
enum SecureEncoding {
  static func encoded(_ text: String) -> String {
    let digits = "0123456789abcdef".map(String.init)
    return TextEncoding.utf16.bytes(text).map { digits[Int($0 >> 4)] + digits[Int($0 & 15)] }.joined()
  }

  /// The text behind the digits; nil where they are none.
  static func decoded(_ text: String) -> String? {
    let digits = Array(text.utf8)
    guard digits.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return try? TextEncoding.utf16.text(bytes)
  }

  static func keysNotSupported() -> ShellError {
    ShellError(
      "System.Management.Automation.PSNotSupportedException",
      "Secure strings cannot be encrypted with a key here. Leave out -Key and -SecureKey, and keep the text in a file that only you can read.",
      id: "SecureStringKeyNotSupported", .notImplemented)
  }
}

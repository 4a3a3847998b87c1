import ShellObjects

/// A System.Security.SecureString: text that is not shown.
///
/// As on every system without Windows's data protection, it is plain memory: it keeps text off the screen, no more.
final class SecureText {
  let text: String

  init(_ text: String) { self.text = text }

  static let typeName = "System.Security.SecureString"

  var value: Value { .object(Box(self, PSType.named(Self.typeName))) }
}

package import ShellObjects

/// Text for the console that travels on the information stream: what `Write-Host` writes.
///
/// Where nobody redirected that stream, the engine writes `consoleText` to the console.
package final class HostMessage {
  package let message: String
  package let noNewLine: Bool
  /// Names of .NET's console colours; nil for the colour of the console.
  package let foreground: String?
  package let background: String?

  package init(_ message: String, noNewLine: Bool = false, foreground: String? = nil, background: String? = nil) {
    self.message = message
    self.noNewLine = noNewLine
    self.foreground = foreground
    self.background = background
  }

  package var value: Value {
    .object(Box(self, PSType.named("System.Management.Automation.HostInformationMessage")))
  }

  /// The text as the console gets it, with its line end, and with escapes where the console shows colours.
  package func consoleText(usesColor: Bool) -> String {
    let codes = usesColor ? [Self.code(foreground, 30), Self.code(background, 40)].compactMap { $0 } : []
    let shown = codes.isEmpty ? message : "\u{1B}[\(codes.joined(separator: ";"))m\(message)\u{1B}[0m"
    return noNewLine ? shown : shown + "\n"
  }

  /// The ANSI number of a console colour: eight dark ones, and eight bright ones that are 60 higher.
  private static func code(_ name: String?, _ base: Int) -> String? {
    guard let name else { return nil }
    let dark = ["Black", "DarkRed", "DarkGreen", "DarkYellow", "DarkBlue", "DarkMagenta", "DarkCyan", "Gray"]
    let bright = ["DarkGray", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White"]
    if let index = dark.firstIndex(where: { $0.equalsName(name) }) { return String(base + index) }
    return bright.firstIndex { $0.equalsName(name) }.map { String(base + 60 + $0) }
  }

  package static let declarations: [TypeDeclaration] = [
    TypeDeclaration("System.Management.Automation.HostInformationMessage", of: HostMessage.self) { members in
      members.property("string Message {get;set;}") { $0.message }
      members.property("System.Nullable[bool] NoNewLine {get;set;}") { $0.noNewLine }
      members.property("System.Nullable[System.ConsoleColor] ForegroundColor {get;set;}") { color($0.foreground) }
      members.property("System.Nullable[System.ConsoleColor] BackgroundColor {get;set;}") { color($0.background) }
      members.behavior.text = { $0.payload(HostMessage.self)?.message ?? "" }
    }
  ]

  /// The colour as a value; -1 is the console's own.
  private static func color(_ name: String?) -> Value {
    let type = PSType.named("System.ConsoleColor")
    return .object(EnumObject(name.flatMap { type.enumNumber(named: $0) } ?? -1, type))
  }
}

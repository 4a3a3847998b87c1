/// The lines in which a host shows what commands report beside their output.
package enum MessageStream: Sendable {
  case warning, verbose, debug

  private var label: String {
    switch self {
    case .warning: "WARNING"
    case .verbose: "VERBOSE"
    case .debug: "DEBUG"
    }
  }

  /// `WARNING: text`, coloured where the settings ask for it.
  package func line(_ text: String, _ settings: FormatSettings) -> String {
    let line = "\(label): \(text)"
    guard settings.usesColor else { return line }
    let formatting = settings.style.formatting
    let color =
      switch self {
      case .warning: formatting.warning
      case .verbose: formatting.verbose
      case .debug: formatting.debug
      }
    return color + line + PSStyle.reset
  }
}

/// The escape sequences with which output is coloured; `$PSStyle`.
///
/// Every text is a sequence of escapes, or empty for no colour. **Source:** the defaults of PowerShell 7.6.
package final class PSStyle {
  package static let reset = "\u{1B}[0m"

  /// Whether output keeps its escapes.
  package enum OutputRendering: Int, Sendable, CaseIterable {
    /// Kept where a terminal shows them.
    case host
    case plainText
    case ansi
  }

  /// Colours of formatted objects and of messages.
  package struct Formatting: Sendable {
    package var formatAccent = "\u{1B}[32;1m"
    package var tableHeader = "\u{1B}[32;1m"
    /// A table label that is no property of the object.
    package var customTableHeaderLabel = "\u{1B}[32;1;3m"
    package var errorAccent = "\u{1B}[36;1m"
    package var error = "\u{1B}[31;1m"
    package var warning = "\u{1B}[33;1m"
    package var verbose = "\u{1B}[33;1m"
    package var debug = "\u{1B}[33;1m"
    package var feedbackName = "\u{1B}[33m"
    package var feedbackText = "\u{1B}[96m"
    package var feedbackAction = "\u{1B}[97m"
  }

  /// Colours of file names in listings.
  package struct FileInfo: Sendable {
    package var directory = "\u{1B}[44;1m"
    package var symbolicLink = "\u{1B}[36;1m"
    package var executable = "\u{1B}[32;1m"
    /// By extension in lower case, with its dot.
    package var extensions: [(name: String, sequence: String)] = [
      (".zip", "\u{1B}[31;1m"), (".tgz", "\u{1B}[31;1m"), (".gz", "\u{1B}[31;1m"), (".tar", "\u{1B}[31;1m"),
      (".nupkg", "\u{1B}[31;1m"), (".cab", "\u{1B}[31;1m"), (".7z", "\u{1B}[31;1m"), (".ps1", "\u{1B}[33;1m"),
      (".psd1", "\u{1B}[33;1m"), (".psm1", "\u{1B}[33;1m"), (".ps1xml", "\u{1B}[33;1m"),
    ]
  }

  /// How progress is shown.
  package struct Progress: Sendable {
    package enum View: Int, Sendable { case minimal, classic }
    package var style = "\u{1B}[33;1m"
    package var maxWidth = 120
    package var view = View.minimal
    package var usesOSCIndicator = false
  }

  package var outputRendering = OutputRendering.host
  package var formatting = Formatting()
  package var fileInfo = FileInfo()
  package var progress = Progress()

  package init() {}

  /// The text-attribute sequences by property name, in the order of the object's properties.
  package static let attributes: [(name: String, sequence: String)] = [
    ("Reset", "\u{1B}[0m"), ("BlinkOff", "\u{1B}[25m"), ("Blink", "\u{1B}[5m"), ("BoldOff", "\u{1B}[22m"),
    ("Bold", "\u{1B}[1m"), ("DimOff", "\u{1B}[22m"), ("Dim", "\u{1B}[2m"), ("Hidden", "\u{1B}[8m"),
    ("HiddenOff", "\u{1B}[28m"), ("Reverse", "\u{1B}[7m"), ("ReverseOff", "\u{1B}[27m"), ("ItalicOff", "\u{1B}[23m"),
    ("Italic", "\u{1B}[3m"), ("UnderlineOff", "\u{1B}[24m"), ("Underline", "\u{1B}[4m"),
    ("StrikethroughOff", "\u{1B}[29m"), ("Strikethrough", "\u{1B}[9m"),
  ]

  /// The names of the sixteen terminal colours in the order of their numbers.
  package static let colorNames = [
    "Black", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White", "BrightBlack", "BrightRed", "BrightGreen",
    "BrightYellow", "BrightBlue", "BrightMagenta", "BrightCyan", "BrightWhite",
  ]

  /// The sequence of one of the sixteen colours by its position in `colorNames`.
  package static func color(_ index: Int, isBackground: Bool) -> String {
    let base = index < 8 ? (isBackground ? 40 : 30) + index : (isBackground ? 92 : 82) + index
    return "\u{1B}[\(base)m"
  }

  package static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8, isBackground: Bool) -> String {
    "\u{1B}[\(isBackground ? 48 : 38);2;\(red);\(green);\(blue)m"
  }

  /// A link that terminals show as `text`.
  package static func hyperlink(_ text: String, _ address: String) -> String {
    "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }

  /// Whether a text is nothing but escape sequences, as every setting must be.
  package static func isEscapesOnly(_ text: String) -> Bool { EscapeSequence.removed(from: text).isEmpty }
}

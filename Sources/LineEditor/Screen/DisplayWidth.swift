internal import CEditLine

/// How many columns text takes on a terminal.
enum DisplayWidth {
  /// The columns of a scalar: 0 for one that joins the one before it, nil for a control character.
  static func of(_ scalar: UInt32) -> Int? {
    if scalar >= 0x20, scalar < 0x7F { return 1 }
    let width = Int(ceditline_width(scalar))
    return width < 0 ? nil : width
  }

  /// The columns of a text, its control characters not counted.
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (of($1.value) ?? 0) }
  }

  /// The beginning of a text that fits into `columns`.
  static func prefix(_ text: String, columns: Int) -> String {
    var result = String.UnicodeScalarView()
    var left = columns
    for scalar in text.unicodeScalars {
      let width = of(scalar.value) ?? 0
      if width > left { break }
      left -= width
      result.append(scalar)
    }
    return String(result)
  }
}

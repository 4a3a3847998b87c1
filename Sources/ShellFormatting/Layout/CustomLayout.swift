import ShellObjects

/// Lays out custom items: text gathers until a newline, then wraps between the indentations in force.
struct CustomLayout {
  private let width: Int
  private let culture: Culture
  private var buffer = ""
  private var lines: [String] = []

  /// The deepest nesting that is followed.
  private static let maximumDepth = 50

  private init(width: Int, culture: Culture) {
    self.width = width
    self.culture = culture
  }

  static func lines(_ items: [CustomItem], width: Int, culture: Culture) -> [String] {
    var layout = CustomLayout(width: width, culture: culture)
    layout.add(items, indent: 0, firstLine: 0, depth: 0)
    layout.flush(indent: 0, firstLine: 0)
    return layout.lines
  }

  private mutating func add(_ items: [CustomItem], indent: Int, firstLine: Int, depth: Int) {
    for item in items {
      switch item {
      case .text(let text): buffer += text
      case .newline: flush(indent: indent, firstLine: firstLine)
      case .indented(let more, let first, let inner):
        guard depth < Self.maximumDepth else { continue }
        add(inner, indent: indent + more, firstLine: first, depth: depth + 1)
      }
    }
  }

  private mutating func flush(indent: Int, firstLine: Int) {
    defer { buffer = "" }
    let useful = width - indent
    let first = abs(firstLine) >= useful ? 0 : firstLine
    let firstWidth = first >= 0 ? useful - first : useful
    let followingWidth = first < 0 ? useful + first : useful
    let wrapped = LineWrapping.lines(buffer, first: firstWidth, following: followingWidth, culture: culture)
    for (index, line) in wrapped.enumerated() {
      let padding = index == 0 ? indent + max(first, 0) : indent - min(first, 0)
      lines.append(DisplayWidth.blanks(padding) + line)
    }
  }
}

import CmdletKit
import ShellObjects

/// The page around the table of `ConvertTo-Html`.
struct HTMLPage {
  let title: String
  let head: [String]?
  let style: String?
  let charset: String?
  let meta: PSHashtable?
  let isTransitional: Bool

  /// The lines up to the beginning of the body.
  var opening: [String] {
    get throws {
      let kind = isTransitional ? "Transitional" : "Strict"
      var lines = [
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 \(kind)//EN\"  \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-\(kind.lowercased()).dtd\">",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\">", "<head>",
      ]
      if let charset { lines.append("<meta charset=\"\(charset)\">") }
      for (name, content) in zip(meta?.keys ?? [], meta?.values ?? []) {
        lines.append("<meta name=\"\(try name.text())\" content=\"\(try content.text())\">")
      }
      lines += head ?? ["<title>\(HTMLText.escaped(title))</title>"]
      if let style { lines.append("<link rel=\"stylesheet\" type=\"text/css\" href=\"\(style)\" />") }
      return lines + ["</head><body>"]
    }
  }
}

/// Text as HTML writes it.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        if scalar.value >= 0xA0, scalar.value < 0x100 {
          result += "&#\(scalar.value);"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

/// The rows of the table.
struct HTMLRows {
  let context: any CmdletContext

  private func name(_ property: CalculatedProperty) -> String { property.label ?? property.expression.text }

  func heading(_ columns: [CalculatedProperty]) -> [String] {
    guard !columns.isEmpty else { return [] }
    let groups = columns.map { column in
      var attributes = ""
      if let width = column.width { attributes += " width = \"\(width)\"" }
      if let alignment = column.alignment { attributes += " align = \"\(alignment)\"" }
      return "<col\(attributes)/>"
    }.joined()
    let names = columns.map { "<th>\(HTMLText.escaped(name($0)))</th>" }.joined()
    return ["<colgroup>\(groups)</colgroup>", "<tr>\(names)</tr>"]
  }

  func row(_ object: Value, _ columns: [CalculatedProperty]) throws -> String {
    let cells = try columns.map { "<td>\(try cell($0, object))</td>" }.joined()
    return "<tr>\(cells)</tr>"
  }

  func list(_ object: Value, _ columns: [CalculatedProperty]) throws -> [String] {
    try columns.map { "<tr><td>\(HTMLText.escaped(name($0))):</td><td>\(try cell($0, object))</td></tr>" }
  }

  private func cell(_ property: CalculatedProperty, _ object: Value) throws -> String {
    guard let value = try property.expression.value(for: object, context), !value.isNull else { return "" }
    return HTMLText.escaped(value.isEnumerable ? value.type.fullName : try value.culturalText())
  }
}

import ShellObjects

extension BuiltinViews {
  /// `$PSStyle` and its parts: each sequence written out, in its own colour.
  static func styles() -> [FormatView] {
    let type = "System.Management.Automation.PSStyle"
    let colors = PSStyle.colorNames
    let foreground = zip(colors[..<8], colors[8...]).flatMap { [$0, $1] }
    return [
      .list(
        type,
        items(PSStyle.attributes.map(\.name)) + [ViewItem("OutputRendering")] + items(formattingNames, of: "Formatting")
          + items(["Style"], of: "Progress")
          + ["MaxWidth", "View", "UseOSCIndicator"].map { name in
            ViewItem("Progress." + name, compute: { try $0.property("Progress").property(name) })
          } + items(["Directory", "SymbolicLink", "Executable"], of: "FileInfo")
          + items(foreground, of: "Foreground") + items(foreground, of: "Background")),
      .list(type + "+ForegroundColor", items(foreground)),
      .list(type + "+BackgroundColor", items(foreground)),
      .list(type + "+FormattingData", items(formattingNames)),
      .list(type + "+FileInfoFormatting", items(["Directory", "SymbolicLink", "Executable"])),
      .list(
        type + "+ProgressConfiguration",
        items(["Style"]) + [ViewItem("MaxWidth"), ViewItem("View"), ViewItem("UseOSCIndicator")]),
    ]
  }

  private static let formattingNames = [
    "FormatAccent", "ErrorAccent", "Error", "Warning", "Verbose", "Debug", "TableHeader", "CustomTableHeaderLabel",
    "FeedbackName", "FeedbackText", "FeedbackAction",
  ]

  private static func items(_ names: [String], of part: String? = nil) -> [ViewItem] {
    names.map { name in
      ViewItem(part.map { "\($0).\(name)" } ?? name) { value in
        let owner = try part.map { try value.property($0) } ?? value
        return .string(shown(try owner.property(name).text()))
      }
    }
  }

  /// A sequence in its own colour with a visible escape: `` `e[32m ``.
  private static func shown(_ sequence: String) -> String {
    let visible = sequence.utf8.split(separator: 0x1B, omittingEmptySubsequences: false)
      .map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "`e")
    return sequence + visible + PSStyle.reset
  }
}

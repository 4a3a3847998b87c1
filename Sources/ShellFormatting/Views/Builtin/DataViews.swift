import ShellObjects

extension BuiltinViews {
  /// What cmdlets that work on data give: entries, groups, measures, matches, members.
  static func data() -> [FormatView] {
    let prefix = "Microsoft.PowerShell.Commands."
    let entry = ["System.Collections.DictionaryEntry", "System.Collections.Generic.KeyValuePair`2"]
    return [
      FormatView(
        [entry[0]], name: "Dictionary",
        .table(TableView(columns: [ViewColumn("Name", width: 30, compute: entryName), ViewColumn("Value")]))),
      .list(entry[0], [ViewItem("Name", compute: entryName), ViewItem("Value")]),
      .table(
        prefix + "GroupInfoNoElement", [ViewColumn("Count", width: 5, .right), ViewColumn("Name", width: 25)]),
      .list(prefix + "GroupInfoNoElement", [ViewItem("Name"), ViewItem("Count"), ViewItem("Values")]),
      .table(
        prefix + "GroupInfo",
        [ViewColumn("Count", width: 5, .right), ViewColumn("Name", width: 25), ViewColumn("Group")]),
      .list(prefix + "GroupInfo", ["Name", "Count", "Group", "Values"].map { ViewItem($0) }),
      FormatView(
        [prefix + "MatchInfo"], name: "MatchInfo", .text { value, settings in try matchText(value, settings) }),
      .table(
        prefix + "MemberDefinition", groupBy: ViewGrouping(.property("TypeName"), label: "TypeName"), isAutosized: true,
        ["Name", "MemberType", "Definition"].map { ViewColumn($0) }),
      .table(
        prefix + "ByteCollection", groupBy: ViewGrouping(.property("Label"), label: "Label"),
        [
          ViewColumn("Offset", width: 16, .right, property: "HexOffset"),
          ViewColumn(
            "Bytes\n00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F", width: 47, .left, property: "HexBytes"),
          ViewColumn("Ascii", width: 16, .left),
        ]),
    ]
  }

  private static func entryName(_ value: Value) throws -> Value {
    if let entry = value.object(as: DictionaryEntryObject.self) { return entry.key }
    return try value.firstProperty("Name", "Key")
  }

  /// A match with its matched text inverted where colours are on.
  private static func matchText(_ value: Value, _ settings: FormatSettings) throws -> String {
    if settings.usesColor, let shown = try value.callMethod(Symbol("ToEmphasizedString"), [.string("")]) {
      return try shown.text()
    }
    return try value.text()
  }
}

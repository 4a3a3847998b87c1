import ShellObjects

extension BuiltinViews {
  /// Files and directories, grouped by the directory that holds them.
  static func files() -> [FormatView] {
    let names = ["System.IO.DirectoryInfo", "System.IO.FileInfo"]
    let name = ViewColumn("Name", .left, compute: { try $0.firstProperty("NameString", "Name") })
    func table(_ viewName: String, _ columns: [ViewColumn]) -> FormatView {
      FormatView(names, name: viewName, .table(TableView(columns: columns, wraps: true)), groupBy: byDirectory)
    }
    let unix: [ViewColumn] = [
      ViewColumn("UnixMode", width: 10, .left), ViewColumn("User", width: 10, .right),
      ViewColumn("Group", width: 10, .left),
      ViewColumn("LastWriteTime", width: 16, .right, format: "{0:d} {0:HH}:{0:mm}"),
      ViewColumn("Size", width: 12, .right), name,
    ]
    return [
      table("childrenWithUnixStat", unix),
      table("children", fileColumns(mode: "ModeWithoutHardLink") + [name]),
      table("childrenWithHardlink", fileColumns(mode: "Mode") + [name]),
      FormatView(names, name: "children", .list(fileList), groupBy: byDirectory),
      FormatView(names, name: "children", .wide(.property("Name")), groupBy: byDirectory),
      .table(
        "Microsoft.PowerShell.Commands.FileHashInfo",
        [
          ViewColumn("Algorithm", width: 15, .left), ViewColumn("Hash", width: 70, .left), ViewColumn("Path"),
        ]),
      .table(
        "System.Diagnostics.FileVersionInfo",
        [ViewColumn("ProductVersion", width: 16), ViewColumn("FileVersion", width: 16), ViewColumn("FileName")]),
    ]
  }

  private static func fileColumns(mode: String) -> [ViewColumn] {
    [
      ViewColumn("Mode", width: 7, .left, property: mode),
      ViewColumn("LastWriteTime", width: 26, .right, property: "LastWriteTimeString"),
      ViewColumn("Length", width: 14, .right, property: "LengthString"),
    ]
  }

  private static var fileList: ListView {
    let times = ["CreationTime", "LastWriteTime", "LastAccessTime", "Mode", "LinkType", "Target"].map { ViewItem($0) }
    let fileItems =
      [ViewItem("Name"), ViewItem("Length", compute: { try $0.firstProperty("LengthString", "Length") })] + times
      + [ViewItem("VersionInfo")]
    return ListView(
      items: [ViewItem("Name")] + times, alternatives: [(typeName: "System.IO.FileInfo", items: fileItems)])
  }

  private static var byDirectory: ViewGrouping {
    ViewGrouping(.property("PSParentPath"), label: "Directory") { value in
      let path = try value.property("PSParentPath").text()
      // A provider path begins with its provider: `Microsoft.PowerShell.Core\FileSystem::/tmp`.
      let shown = path.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init)
      return [.indented(4, [.text("Directory: \(shown ?? path)"), .newline])]
    }
  }
}

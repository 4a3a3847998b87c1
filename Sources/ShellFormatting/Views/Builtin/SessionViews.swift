import ShellObjects

extension BuiltinViews {
  /// Variables, drives, providers, history, jobs.
  static func session() -> [FormatView] {
    let prefix = "System.Management.Automation."
    return [
      .table(prefix + "PSVariable", name: "Variable", [ViewColumn("Name", width: 30), ViewColumn("Value")]),
      .table(prefix + "PathInfo", name: "PathInfo", [ViewColumn("Path")]),
      .table(
        prefix + "PSDriveInfo", name: "drive",
        [
          ViewColumn("Name", width: 10), gigabytes("Used (GB)", "Used"), gigabytes("Free (GB)", "Free"),
          ViewColumn("Provider", width: 13) { try $0.property("Provider").firstProperty("Name") },
          ViewColumn("Root", width: 35) { try $0.firstProperty("DisplayRoot", "Root") },
          ViewColumn("CurrentLocation", .right),
        ]),
      .list(
        prefix + "PSDriveInfo", ["Name", "Description", "Provider", "Root", "CurrentLocation"].map { ViewItem($0) }),
      .table(
        prefix + "ProviderInfo", name: "provider",
        [ViewColumn("Name", width: 20), ViewColumn("Capabilities"), ViewColumn("Drives")]),
      .list(
        prefix + "ProviderInfo", name: "provider",
        ["Name", "Drives", "Path", "Home", "Description", "Capabilities", "ImplementingType"].map { ViewItem($0) }),
      .table(
        "Microsoft.PowerShell.Commands.HistoryInfo", name: "history",
        [
          ViewColumn("Id", width: 4, .right), ViewColumn("Duration", width: 12, .right, compute: duration),
          ViewColumn("CommandLine"),
        ]),
      .wide("Microsoft.PowerShell.Commands.HistoryInfo", name: "history", .property("CommandLine")),
      .table(
        prefix + "Job", name: "Job",
        [
          ("Id", 6), ("Name", 15), ("PSJobTypeName", 15), ("State", 13), ("HasMoreData", 15), ("Location", 20),
          ("Command", 25),
        ].map { ViewColumn($0.0, width: $0.1, .left) }),
      .table(
        prefix + "ExperimentalFeature", name: "ExperimentalFeature",
        [
          ViewColumn("Name", width: 35, .left), ViewColumn("Enabled", width: 7, .right),
          ViewColumn("Source", width: 35, .left), ViewColumn("Description", .left),
        ]),
      .list(
        prefix + "ExperimentalFeature", ["Name", "Enabled", "Source", "Description"].map { ViewItem($0) }),
      .table(
        prefix + "PSTraceSource",
        [
          ViewColumn("Options", width: 8), ViewColumn("Name", width: 20), ViewColumn("Listeners", width: 20),
          ViewColumn("Description"),
        ]),
      .table(prefix + "Runspaces.TypeData", name: "TypeData", [ViewColumn("TypeName"), ViewColumn("Members")]),
    ] + breakpoints()
  }

  private static func gigabytes(_ label: String, _ property: String) -> ViewColumn {
    ViewColumn(label, width: 13, .right) { value in
      guard let used = value.number("Used"), let free = value.number("Free"), used != 0 || free != 0 else {
        return .null
      }
      let size = property == "Used" ? used : free
      return .string((try? NumberFormatter.format(size / 1_073_741_824, "###0.00")) ?? "")
    }
  }

  /// `0.123`, `1:02.345`, `1:02:03.456`.
  private static func duration(_ value: Value) throws -> Value {
    guard let total = try value.property("Duration").number("TotalMilliseconds"), total >= 0, total < 1e14 else {
      return .null
    }
    let milliseconds = Int64(total)
    func digits(_ number: Int64, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    let fraction = "." + digits(milliseconds % 1000, 3)
    let seconds = milliseconds / 1000 % 60
    let minutes = milliseconds / 60_000 % 60
    let hours = milliseconds / 3_600_000
    if hours > 0 { return .string("\(hours):\(digits(minutes, 2)):\(digits(seconds, 2))\(fraction)") }
    if minutes > 0 { return .string("\(minutes):\(digits(seconds, 2))\(fraction)") }
    return .string("\(seconds)\(fraction)")
  }

  private static func breakpoints() -> [FormatView] {
    let prefix = "System.Management.Automation."
    let names = ["LineBreakpoint", "VariableBreakpoint", "CommandBreakpoint"].map { prefix + $0 }
    func items(_ names: [String]) -> [ViewItem] { names.map { ViewItem($0) } }
    let tail = ["Enabled", "HitCount", "Action"]
    return [
      FormatView(
        names, name: "Breakpoint",
        .table(
          TableView(columns: [
            ViewColumn("ID", width: 4, .right),
            ViewColumn("Script") { value in
              let path = try value.property("Script").text()
              return .string(path.split(separator: "/").last.map(String.init) ?? path)
            }, ViewColumn("Line", width: 4, .right), ViewColumn("Command"), ViewColumn("Variable"),
            ViewColumn("Action"),
          ]))),
      FormatView(
        names, name: "Breakpoint",
        .list(
          ListView(
            items: items(["ID", "Script"] + tail),
            alternatives: [
              (prefix + "LineBreakpoint", items(["ID", "Script", "Line", "Column"] + tail)),
              (prefix + "VariableBreakpoint", items(["ID", "Variable", "AccessMode"] + tail)),
              (prefix + "CommandBreakpoint", items(["ID", "Command"] + tail)),
            ]))),
    ]
  }
}

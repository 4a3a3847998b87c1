import ShellObjects

extension BuiltinViews {
  /// Processes and services.
  static func processes() -> [FormatView] {
    let process = "System.Diagnostics.Process"
    return [
      .table(
        process + "#IncludeUserName", name: "ProcessWithUserName",
        [
          megabytes("WS(M)", width: 10, "WS"), seconds(width: 8), ViewColumn("Id", width: 7, .right),
          ViewColumn("UserName", width: 30), ViewColumn("ProcessName"),
        ]),
      .table(
        process, name: "process",
        [
          ViewColumn("NPM(K)", width: 7, .right) { .int64(Int64(($0.number("NPM") ?? 0) / 1024)) },
          megabytes("PM(M)", width: 8, "PM"), megabytes("WS(M)", width: 10, "WS"), seconds(width: 10),
          ViewColumn("Id", width: 7, .right), ViewColumn("SI", width: 3, .right), ViewColumn("ProcessName"),
        ]),
      .table(process, name: "Priority", groupBy: ViewGrouping(.property("PriorityClass")), processColumns),
      .table(process, name: "StartTime", groupBy: ViewGrouping(.property("StartTime")), processColumns),
      .wide(process, name: "process", .property("ProcessName")),
      .table(
        "System.Diagnostics.ProcessModule", name: "ProcessModule",
        [
          ViewColumn("Size(K)", width: 10, .right) { .int64(Int64(($0.number("ModuleMemorySize") ?? 0) / 1024)) },
          ViewColumn("ModuleName", width: 50), ViewColumn("FileName"),
        ]),
      .table(
        "System.ServiceProcess.ServiceController", name: "service",
        [ViewColumn("Status", width: 8), ViewColumn("Name", width: 18), ViewColumn("DisplayName", width: 38)]),
    ]
  }

  private static var processColumns: [ViewColumn] {
    [
      ViewColumn("ProcessName", width: 20), ViewColumn("Id", width: 10, .right),
      ViewColumn("WorkingSet64", width: 12, .right),
    ]
  }

  private static func megabytes(_ label: String, width: Int, _ property: String) -> ViewColumn {
    ViewColumn(label, width: width, .right) { .string(twoDecimals(($0.number(property) ?? 0) / 1_048_576)) }
  }

  private static func seconds(width: Int) -> ViewColumn {
    ViewColumn("CPU(s)", width: width, .right) { .string(twoDecimals($0.number("CPU") ?? 0)) }
  }

  static func twoDecimals(_ number: Double) -> String { (try? NumberFormatter.format(number, "N2")) ?? "" }
}

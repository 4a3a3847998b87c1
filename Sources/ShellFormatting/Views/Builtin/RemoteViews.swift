import ShellObjects

extension BuiltinViews {
  /// Network tests, sessions, web responses.
  static func remote() -> [FormatView] {
    let test = "Microsoft.PowerShell.Commands.TestConnectionCommand+"
    func column(_ label: String, _ width: Int, _ side: Alignment, _ property: String? = nil) -> ViewColumn {
      ViewColumn(label, width: width, side, property: property)
    }
    let latency = ViewColumn("Latency(ms)", width: 7, .right, compute: reply("Latency"))
    return [
      .table(
        test + "PingMtuStatus",
        [
          column("Source", 16, .left), column("Address", 25, .left, "DisplayAddress"), latency,
          column("Status", 16, .left), column("MtuSize(B)", 7, .right, "MtuSize"),
        ]),
      .table(
        test + "PingStatus",
        groupBy: ViewGrouping(.property("Destination"), label: "Destination"),
        [
          column("Ping", 4, .right), column("Source", 16, .left), column("Address", 25, .left, "DisplayAddress"),
          latency, ViewColumn("BufferSize(B)", width: 10, .right, compute: reply("BufferSize")),
          column("Status", 16, .left),
        ]),
      .table(
        test + "TcpPortStatus",
        groupBy: ViewGrouping(.property("Target"), label: "Target"),
        [
          column("Id", 4, .right), column("Source", 16, .left), column("Address", 25, .left, "TargetAddress"),
          column("Port", 7, .right), column("Latency(ms)", 7, .right, "Latency"), column("Connected", 10, .left),
          column("Status", 24, .left),
        ]),
      .table(
        test + "TraceStatus",
        groupBy: ViewGrouping(.property("Target"), label: "Target"),
        [
          column("Hop", 3, .right),
          ViewColumn("Hostname", width: 25, .left) {
            let name = try $0.property("Hostname")
            return name.isNull ? .string("*") : name
          }, column("Ping", 4, .right), latency, column("Status", 16, .left), column("Source", 12, .left),
          column("TargetAddress", 15, .left),
        ]),
      .list(
        "Microsoft.PowerShell.Commands.WebResponseObject",
        ["StatusCode", "StatusDescription", "Content", "RawContent", "Headers", "RawContentLength", "RelationLink"]
          .map { ViewItem($0) }),
      .table(
        "System.Management.Automation.Runspaces.PSSession", name: "PSSession",
        [
          column("Id", 3, .right), column("Name", 15, .left), column("Transport", 9, .left),
          column("ComputerName", 15, .left), column("ComputerType", 15, .left), column("State", 13, .left),
          column("ConfigurationName", 20, .left), column("Availability", 13, .right),
        ]),
    ]
  }

  /// A property of a ping's reply; `*` where none came.
  private static func reply(_ name: String) -> (Value) throws -> Value {
    { value in
      let status = try value.property("Status").text()
      return status.equalsName("TimedOut") ? .string("*") : try value.property(name)
    }
  }
}

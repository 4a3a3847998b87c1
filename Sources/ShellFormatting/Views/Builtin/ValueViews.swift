import ShellObjects

extension BuiltinViews {
  /// Dates, spans, versions, identifiers.
  static func values() -> [FormatView] {
    [
      FormatView(["System.DateTime"], name: "DateTime", .text { value, settings in try dateText(value, settings) }),
      .list(
        "System.TimeSpan",
        [
          "Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks", "TotalDays", "TotalHours", "TotalMinutes",
          "TotalSeconds", "TotalMilliseconds",
        ].map { ViewItem($0) }),
      .table(
        "System.TimeSpan", ["Days", "Hours", "Minutes", "Seconds", "Milliseconds"].map { ViewColumn($0) }),
      .wide("System.TimeSpan", .property("TotalMilliseconds")),
      .table("System.Guid", [ViewColumn("Guid")]),
      .table(
        "System.Version#IncludeLabel", name: "System.Version",
        versionColumns + [
          ViewColumn("PSSemVerPreReleaseLabel", width: 26), ViewColumn("PSSemVerBuildLabel", width: 27),
        ]),
      .table("System.Version", versionColumns),
      .table(
        "System.Management.Automation.SemanticVersion",
        [
          ViewColumn("Major", width: 6), ViewColumn("Minor", width: 6), ViewColumn("Patch", width: 6),
          ViewColumn("PreReleaseLabel", width: 15), ViewColumn("BuildLabel", width: 11),
        ]),
      .table(
        "System.Globalization.CultureInfo",
        [ViewColumn("LCID", width: 16), ViewColumn("Name", width: 16), ViewColumn("DisplayName")]),
      .table(
        "System.RuntimeType",
        [
          ViewColumn("IsPublic", width: 8), ViewColumn("IsSerial", width: 8, property: "IsSerializable"),
          ViewColumn("Name", width: 40), ViewColumn("BaseType"),
        ]),
      .table(
        "System.Reflection.Assembly",
        [
          ViewColumn("GAC", width: 6, property: "GlobalAssemblyCache"),
          ViewColumn("Version", width: 14, property: "ImageRuntimeVersion"), ViewColumn("Location"),
        ]),
      .table("System.Reflection.AssemblyName", [ViewColumn("Version", width: 14), ViewColumn("Name")]),
      .table(
        "System.Net.NetworkCredential", [ViewColumn("UserName", width: 50), ViewColumn("Domain", width: 50)]),
      .table("System.Threading.Tasks.Task", ["Id", "IsCompleted", "Status"].map { ViewColumn($0) }),
    ]
  }

  private static var versionColumns: [ViewColumn] {
    [
      ViewColumn("Major", width: 6), ViewColumn("Minor", width: 6), ViewColumn("Build", width: 6),
      ViewColumn("Revision", width: 8),
    ]
  }

  /// The long date and the long time of the culture; what `DisplayHint` asks for where it is set.
  private static func dateText(_ value: Value, _ settings: FormatSettings) throws -> String {
    let hint = try value.findProperty(Symbol("DisplayHint")).map { try $0.text() } ?? ""
    let pattern = hint.equalsName("Date") ? "D" : hint.equalsName("Time") ? "T" : nil
    if pattern == nil, let text = try value.findProperty(Symbol("DateTime"))?.string { return text }
    guard let format = value.type.members.behavior.format else { return try value.text() }
    return try format(value.base, pattern ?? "F", settings.culture == .invariant)
  }
}

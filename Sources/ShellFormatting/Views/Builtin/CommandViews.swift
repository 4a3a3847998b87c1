import ShellObjects

extension BuiltinViews {
  /// Commands, modules, breakpoints, methods.
  static func commands() -> [FormatView] {
    commandInfo() + modules() + [
      .table(
        "System.Management.Automation.PSMethod", wraps: true,
        [
          ViewColumn("OverloadDefinitions") { value in
            let lines = try value.property("OverloadDefinitions").enumerated().map { try $0.text() }
            return .string(lines.joined(separator: "\n"))
          }
        ]),
      .table(
        "System.Management.Automation.CallStackFrame", name: "CallStackFrame",
        ["Command", "Arguments", "Location"].map { ViewColumn($0) }),
    ]
  }

  private static func commandInfo() -> [FormatView] {
    let prefix = "System.Management.Automation."
    let all = [
      "AliasInfo", "ApplicationInfo", "CmdletInfo", "ExternalScriptInfo", "FilterInfo", "FunctionInfo", "ScriptInfo",
    ].map { prefix + $0 }
    func list(_ type: String, _ names: [String]) -> FormatView { .list(prefix + type, names.map { ViewItem($0) }) }
    let body = ["Name", "CommandType", "Definition"]
    return [
      FormatView(
        all, name: "CommandInfo",
        .table(
          TableView(columns: [
            ViewColumn("CommandType", width: 15),
            ViewColumn("Name", width: 50, compute: { try $0.firstProperty("DisplayName", "Name") }),
            ViewColumn("Version", width: 10), ViewColumn("Source"),
          ]))),
      .table(prefix + "CommandInfo", [ViewColumn("CommandType", width: 15), ViewColumn("Name")]),
      list("AliasInfo", ["DisplayName", "CommandType", "Definition", "ReferencedCommand", "ResolvedCommand"]),
      list("ApplicationInfo", body + ["Extension", "Path", "FileVersionInfo"]),
      list(
        "CmdletInfo", body + ["Path", "DLL", "HelpFile", "ParameterSets", "ImplementingType", "Verb", "Noun"]),
      list("FunctionInfo", body), list("FilterInfo", body), list("ScriptInfo", body + ["Path"]),
    ]
  }

  private static func modules() -> [FormatView] {
    let type = "System.Management.Automation.PSModuleInfo"
    return [
      .table(
        type, name: "Module",
        moduleColumns + [
          ViewColumn("Name", width: 35, .left), ViewColumn("ExportedCommands", .left, compute: exported),
        ]),
      .wide(type, name: "Module", .property("Name")),
      .list(
        type, name: "Module",
        [
          ViewItem("Name"), ViewItem("Path"), ViewItem("Description"), ViewItem("ModuleType"), ViewItem("Version"),
          ViewItem("PreRelease", compute: preRelease), ViewItem("NestedModules"),
          keys("ExportedFunctions"), keys("ExportedCmdlets"), keys("ExportedVariables"), keys("ExportedAliases"),
        ]),
      .table(
        "ModuleInfoGrouping", name: "Module",
        groupBy: ViewGrouping(.computed("Directory") { try parentDirectory(of: $0) }) { value in
          [.indented(4, [.text("Directory: \(try parentDirectory(of: value).text())"), .newline])]
        },
        moduleColumns + [
          ViewColumn("Name", width: 35, .left),
          ViewColumn("PSEdition", width: 9, .left, property: "CompatiblePSEditions"),
          ViewColumn("ExportedCommands", .left, compute: exported),
        ]),
    ]
  }

  private static var moduleColumns: [ViewColumn] {
    [
      ViewColumn("ModuleType", width: 10, .left), ViewColumn("Version", width: 10, .left),
      ViewColumn("PreRelease", width: 10, .left, compute: preRelease),
    ]
  }

  private static func exported(_ value: Value) throws -> Value { try keys(of: value.property("ExportedCommands")) }

  private static func keys(_ name: String) -> ViewItem {
    ViewItem(name, compute: { try keys(of: $0.property(name)) })
  }

  private static func keys(of value: Value) throws -> Value {
    if let table = value.object(as: PSHashtable.self) { return Value(table.keys) }
    return try value.property("Keys")
  }

  private static func preRelease(_ value: Value) throws -> Value {
    let data = try value.property("PrivateData").property("PSData")
    return try data.property("PreRelease")
  }

  /// The folder two levels above a module's file.
  private static func parentDirectory(of value: Value) throws -> Value {
    let parts = try value.property("ModuleBase").text().split(separator: "/", omittingEmptySubsequences: false)
    return .string(parts.dropLast().joined(separator: "/"))
  }
}

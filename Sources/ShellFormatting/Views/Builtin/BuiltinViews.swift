import ShellObjects

/// PowerShell's own views.
///
/// **Source:** `Get-FormatData` of PowerShell 7.6.
enum BuiltinViews {
  static func all() -> [FormatView] {
    [error] + detailedErrors() + streams() + values() + files() + processes() + commands() + session() + data()
      + remote() + styles()
  }

  /// Default display property sets by type name in lower case.
  static let displayProperties: [String: [String]] = [
    "system.diagnostics.process": ["Id", "Handles", "CPU", "SI", "Name"],
    "system.io.fileinfo": ["LastWriteTime", "Length", "Name"],
    "system.management.automation.psmoduleinfo": [
      "Name", "Path", "Description", "Guid", "Version", "ModuleBase", "ModuleType", "PrivateData", "AccessMode",
      "ExportedAliases", "ExportedCmdlets", "ExportedFunctions", "ExportedVariables", "NestedModules",
    ],
    "system.serviceprocess.servicecontroller": ["Status", "Name", "DisplayName"],
  ]

  /// The property that stands for an object, by type name in lower case.
  static let singleProperties: [String: String] = [
    "system.io.directoryinfo": "Name", "system.net.ipaddress": "IPAddressToString",
  ]

  // MARK: Streams

  static var error: FormatView {
    FormatView(
      ["System.Management.Automation.ErrorRecord"], name: "ErrorInstance",
      .text { value, settings in
        guard let record = value.object(as: ErrorRecord.self) else { return try value.text() }
        return ErrorView(settings).text(record)
      }, isOutOfBand: true)
  }

  /// What Get-Error gives: the record, or an exception, under a type name of its own.
  private static func detailedErrors() -> [FormatView] {
    let names = ["System.Management.Automation.ErrorRecord", "System.Exception"].map { $0 + "#PSExtendedError" }
    return [
      FormatView(
        names, name: "GetErrorInstance",
        .text { value, settings in
          let view = DetailedErrorView(settings)
          if let record = value.object(as: ErrorRecord.self) { return view.body(record) }
          guard let exception = value.object(as: ExceptionObject.self) else { return try value.text() }
          return view.body(exception)
        })
    ]
  }

  private static func streams() -> [FormatView] {
    let names = [
      "System.Management.Automation.WarningRecord", "System.Management.Automation.VerboseRecord",
      "System.Management.Automation.DebugRecord", "System.Management.Automation.InformationRecord",
      "System.Management.Automation.ScriptBlock",
    ]
    return names.map { name in
      FormatView([name], .text { value, _ in try value.text() }, isOutOfBand: true)
    }
  }
}

// MARK: Values for computed columns

extension Value {
  /// A property as a number; nil where it is none.
  func number(_ name: String) -> Double? {
    guard let value = try? property(name) else { return nil }
    switch value.base {
    case .int32(let number): return Double(number)
    case .int64(let number): return Double(number)
    case .double(let number): return number
    case .object(let object as NumberObject): return object.payload.double
    default: return nil
    }
  }

  /// The first of these properties that the value has; null where it has none.
  func firstProperty(_ names: String...) throws -> Value {
    for name in names {
      if let value = try findProperty(Symbol(name)), !value.isNull { return value }
    }
    return .null
  }
}

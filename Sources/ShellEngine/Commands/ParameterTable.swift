import CmdletKit
import ShellObjects

/// `Get-Command`'s `Parameters`: a table of what each parameter is.
enum ParameterTable {
  static func make(_ command: any CommandInfo) -> Value {
    guard let parameters = command.parameters else { return .null }
    let table = PSHashtable()
    for parameter in parameters {
      table.set(
        parameter.name,
        .object(
          PSCustomObject([
            "Name": .string(parameter.name), "ParameterType": .object(TypeObject(parameter.type)),
            "Aliases": Value(strings: parameter.aliases), "SwitchParameter": .bool(parameter.isSwitch),
            "IsDynamic": .bool(false),
          ])))
    }
    return .object(table)
  }
}

/// The four ways to lay out objects.
package enum FormatShape: Sendable {
  case table, list, wide, custom

  /// The class of the cmdlet that asks for the shape, as error ids name it.
  package var commandType: String {
    let name =
      switch self {
      case .table: "FormatTableCommand"
      case .list: "FormatListCommand"
      case .wide: "FormatWideCommand"
      case .custom: "FormatCustomCommand"
      }
    return "Microsoft.PowerShell.Commands." + name
  }
}

import ShellObjects

/// The enumerations of PowerShell's own commands.
///
/// **Source:** `Tests/Conformance/facts/enums.tsv`, in the order of `GetNames`.
extension Enumerations {
  static let shellCommand: [TypeDeclaration] = [
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind",
      [
        ("Never", 0), ("Always", 1), ("AsNeeded", 2),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.BreakpointType",
      [
        ("Line", 0), ("Variable", 1), ("Command", 2),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.DisplayHintType",
      [
        ("Date", 0), ("Time", 1), ("DateTime", 2),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.ExportAliasFormat",
      [
        ("Csv", 0), ("Script", 1),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.JsonDateKind",
      [
        ("Default", 0), ("Local", 1), ("Utc", 2), ("Offset", 3), ("String", 4),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.Language",
      [
        ("CSharp", 0)
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.OutputAssemblyType",
      [
        ("Library", 0), ("ConsoleApplication", 1), ("WindowsApplication", 2),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.SessionFilterState",
      [
        ("All", 0), ("Opened", 1), ("Disconnected", 2), ("Closed", 3), ("Broken", 4),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.TestPathType",
      [
        ("Any", 0), ("Container", 1), ("Leaf", 2),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.UpdateHelpScope",
      [
        ("CurrentUser", 0), ("AllUsers", 1),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.WebAuthenticationType",
      [
        ("None", 0), ("Basic", 1), ("Bearer", 2), ("OAuth", 3),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.WebRequestMethod",
      [
        ("Default", 0), ("Get", 1), ("Head", 2), ("Post", 3), ("Put", 4), ("Delete", 5), ("Trace", 6), ("Options", 7),
        ("Merge", 8), ("Patch", 9),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.Commands.WebSslProtocol", isFlags: true,
      [
        ("Default", 0), ("Tls", 3072), ("Tls11", 3072), ("Tls12", 3072), ("Tls13", 12288),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.ExecutionPolicy",
      [
        ("Unrestricted", 0), ("RemoteSigned", 1), ("AllSigned", 2), ("Restricted", 3), ("Default", 3), ("Bypass", 4),
        ("Undefined", 5),
      ]),
    TypeDeclaration(
      enumeration: "Microsoft.PowerShell.ExecutionPolicyScope",
      [
        ("Process", 0), ("CurrentUser", 1), ("LocalMachine", 2), ("UserPolicy", 3), ("MachinePolicy", 4),
      ]),
  ]
}

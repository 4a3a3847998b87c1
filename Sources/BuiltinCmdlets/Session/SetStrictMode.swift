import CmdletKit
import ShellObjects

/// `Set-StrictMode`: makes the shell refuse what is probably a mistake.
struct SetStrictMode: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Set-StrictMode", defaultParameterSet: "Version", module: "Microsoft.PowerShell.Core",
    synopsis: "Makes the shell refuse what is probably a mistake.",
    examples: [
      Example("Refuses names that were never set.", code: "Set-StrictMode -Version 3.0")
    ])

  @Parameter("Off", .in("Off", .mandatory), help: "Switches the rules off.")
  var off: Bool
  @Parameter(
    "Version", .in("Version", .mandatory), .alias("v"), .type("System.Version"),
    help: "The version of the rules, or Latest.")
  var version: Value

  mutating func process(_ context: any CmdletContext) throws {
    guard let control = context.session.service((any StrictModeControl).self) else { return }
    control.setStrictMode(off ? 0 : try level())
  }

  private func level() throws -> Int {
    let text = try version.text()
    if text.equalsName("Latest") { return 3 }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard let major = parts.first.flatMap({ $0 }), major >= 0, major <= 7 else {
      throw ShellError(
        "System.Management.Automation.ParameterBindingException",
        "Cannot validate argument on parameter 'Version'. The argument \"\(text)\" is not a valid PowerShell version. Supply 1.0, 2.0, 3.0 or Latest.",
        id: "ParameterArgumentValidationError", .invalidData)
    }
    return min(major, 3)
  }
}

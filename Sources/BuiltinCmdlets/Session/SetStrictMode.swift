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
    "Version", .in("Version", .mandatory), .alias("v"), .shownAs("System.Version"),
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
    guard let major = parts.first.flatMap({ $0 }), Self.isKnown(major, parts.count > 1 ? parts[1] : 0) else {
      throw ShellError(
        "System.Management.Automation.ParameterBindingValidationException",
        "Cannot validate argument on parameter 'Version'. The \"\(parts.count > 1 ? text : text + ".0")\" argument does not contain a valid PowerShell version. Supply a valid version number and then try the command again.",
        id: "ParameterArgumentValidationError", .invalidData)
    }
    return min(major, 3)
  }

  /// Whether there has been a PowerShell of this version.
  private static func isKnown(_ major: Int, _ minor: Int?) -> Bool {
    guard let minor else { return false }
    switch major {
    case 1...4: return minor == 0
    case 5: return minor <= 1
    case 6: return minor <= 2
    case 7: return minor <= 6
    default: return false
    }
  }
}

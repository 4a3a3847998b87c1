import CmdletKit
import ShellObjects
import ShellTypes

/// `Get-UICulture`: gets the culture of the shell's own texts.
struct GetUICulture: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-UICulture", outputs: ["System.Globalization.CultureInfo"],
    synopsis: "Gets the culture of the shell's own texts.",
    examples: [
      Example("Shows its name.", code: "(Get-UICulture).Name")
    ])

  mutating func process(_ context: any CmdletContext) throws { try context.write(CultureValue.current.value) }
}

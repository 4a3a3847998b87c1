import CmdletKit
import ShellFormatting
import ShellObjects

/// `Out-String`: turns objects into the text that the console would show.
struct OutString: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Out-String", defaultParameterSet: "NoNewLineFormatting", outputs: ["System.String"],
    synopsis: "Turns objects into the text that the console would show.",
    examples: [
      Example("Keeps a table as text.", code: "Get-Verb -Group Security | Out-String")
    ])

  @Parameter("Stream", .in("StreamFormatting"), help: "Writes each line by itself.")
  var stream: Bool
  @Parameter("Width", .validate(.range(2...2_147_483_647)), help: "The columns of the text.")
  var width: Int?
  @Parameter("NoNewline", .in("NoNewLineFormatting"), help: "Writes no line ends.")
  var noNewline: Bool
  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value

  private var formatter: FormatPipeline?
  private let lines = LineCollector()

  mutating func begin(_ context: any CmdletContext) throws {
    let wide = FormatEnvironment.settings(context, width: width)
    let collector = lines
    let isStreaming = stream
    formatter = FormatPipeline(views: FormatEnvironment.views(context), settings: wide) { line in
      if isStreaming { try context.write(.string(line)) } else { collector.lines.append(line) }
    }
  }

  mutating func process(_ context: any CmdletContext) throws {
    if $inputObject.isBound { try formatter?.write(inputObject) }
  }

  mutating func end(_ context: any CmdletContext) throws {
    try formatter?.finish()
    guard !stream else { return }
    let ending = noNewline ? "" : "\n"
    var text = ""
    for line in lines.lines {
      text += line
      text += ending
    }
    try context.write(.string(text))
  }
}

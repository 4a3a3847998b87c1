import CmdletKit
import ShellObjects
import ShellTypes

/// `Measure-Command`: measures how long a script block takes.
struct MeasureCommand: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Measure-Command", outputs: ["System.TimeSpan"], synopsis: "Measures how long a script block takes.",
    examples: [
      Example("Times a loop.", code: "Measure-Command { 1..1000 | ForEach-Object { $_ } }")
    ])

  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects that the block gets as `$_`.")
  var inputObject: Value
  @Parameter("Expression", .mandatory, .position(0), help: "The script block.")
  var expression: ObjectArgument<ScriptBlock>

  private var nanoseconds: UInt64 = 0

  mutating func process(_ context: any CmdletContext) throws {
    guard let block = expression.object else { return }
    let runner = context.session.makeRunner(block, context)
    let start = Sleep.now
    _ = try runner.collect($inputObject.isBound ? inputObject : .null)
    nanoseconds &+= Sleep.now &- start
  }

  mutating func end(_ context: any CmdletContext) throws {
    try context.write(TimeSpanValue(ticks: Int64(clamping: nanoseconds / 100)).value)
  }
}

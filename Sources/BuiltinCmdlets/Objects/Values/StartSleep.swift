import CmdletKit
import ShellObjects

/// `Start-Sleep`: waits.
struct StartSleep: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Start-Sleep", defaultParameterSet: "Seconds", synopsis: "Waits.",
    examples: [
      Example("Waits for half a second.", code: "Start-Sleep -Milliseconds 500")
    ])

  @Parameter(
    "Seconds", .in("Seconds", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .validate(.range(0...2_147_483)), help: "The time in seconds.")
  var seconds: Double = 0
  @Parameter(
    "Milliseconds", .in("Milliseconds", .mandatory, .fromPipelineByPropertyName), .alias("ms"),
    .validate(.range(0...2_147_483_647)), help: "The time in milliseconds.")
  var milliseconds: Int = 0
  @Parameter(
    "Duration", .in("FromTimeSpan", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName), .alias("ts"),
    .type("System.TimeSpan"), .validate(.nonNegative), help: "The time as a span.")
  var duration: Value

  mutating func process(_ context: any CmdletContext) throws {
    var nanoseconds = 0.0
    if $duration.isBound {
      nanoseconds = Double(duration.payload(TimeSpanValue.self)?.ticks ?? 0) * 100
      if nanoseconds < 0 {
        throw ShellError(
          "System.Management.Automation.ParameterBindingException",
          "Cannot validate argument on parameter 'Duration'. A span of time cannot be negative.",
          id: "ParameterArgumentValidationError", .invalidData)
      }
    } else {
      nanoseconds = $milliseconds.isBound ? Double(milliseconds) * 1e6 : seconds * 1e9
    }
    try Sleep.wait(nanoseconds: nanoseconds, context)
  }
}

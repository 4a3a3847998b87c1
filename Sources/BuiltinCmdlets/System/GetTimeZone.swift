import CmdletKit
import ShellObjects

/// `Get-TimeZone`: gets time zones.
struct GetTimeZone: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-TimeZone", defaultParameterSet: "Name", outputs: ["System.TimeZoneInfo"],
    module: "Microsoft.PowerShell.Management", synopsis: "Gets time zones.",
    examples: [
      Example("Shows the zone of this computer.", code: "Get-TimeZone")
    ])

  @Parameter("Id", .in("Id", .mandatory, .fromPipelineByPropertyName), help: "The ids of the zones.")
  var id: [String]
  @Parameter("ListAvailable", .in("ListAvailable", .mandatory), help: "Gets all zones.")
  var listAvailable: Bool
  @Parameter("Name", .in("Name", .position(0), .fromPipeline), help: "The names; wildcards are allowed.")
  var name: [String]

  mutating func process(_ context: any CmdletContext) throws {
    let type = PSType.named("System.TimeZoneInfo")
    if listAvailable {
      let all = try type.callStatic(Symbol("GetSystemTimeZones"), []) ?? .void
      return try context.writeEnumerated(all)
    }
    if $id.isBound || $name.isBound {
      for wanted in $id.isBound ? id : name {
        do {
          try context.write(try type.callStatic(Symbol("FindSystemTimeZoneById"), [.string(wanted)]) ?? .null)
        } catch {
          if context.isControlFlow(error) { throw error }
          try context.writeError(
            ShellError(
              "System.TimeZoneNotFoundException", "No time zone with the id '\(wanted)' was found on this computer.",
              id: "TimeZoneNotFound", .objectNotFound, target: .string(wanted)
            ).record)
        }
      }
      return
    }
    try context.write(try type.staticProperty(Symbol("Local")) ?? .null)
  }
}

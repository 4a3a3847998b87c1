import CmdletKit
import ShellObjects

/// `Get-Random`: gets random numbers, or chooses objects at random.
struct GetRandom: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Random", defaultParameterSet: "RandomNumberParameterSet",
    outputs: ["System.Int32", "System.Int64", "System.Double"],
    synopsis: "Gets random numbers, or chooses objects at random.",
    examples: [
      Example("Throws a die.", code: "Get-Random -Minimum 1 -Maximum 7")
    ])

  @Parameter("SetSeed", .validate(.notNull), help: "Makes the numbers that follow repeatable.")
  var setSeed: Int?
  @Parameter("Maximum", .in("RandomNumberParameterSet", .position(0)), help: "The numbers are below this.")
  var maximum: Value
  @Parameter("Minimum", .in("RandomNumberParameterSet"), help: "The numbers are at least this.")
  var minimum: Value
  @Parameter(
    "InputObject", .in(["RandomListItemParameterSet", "ShuffleParameterSet"], .mandatory, .position(0), .fromPipeline),
    .allowNull, help: "The objects to choose from.")
  var inputObject: [Value]
  @Parameter(
    "Count", .in(["RandomListItemParameterSet", "RandomNumberParameterSet"]), .validate(.range(1...2_147_483_647)),
    help: "How many numbers or objects.")
  var count: Int = 1
  @Parameter("Shuffle", .in("ShuffleParameterSet", .mandatory), help: "Gives all objects in random order.")
  var shuffle: Bool

  private var choice = RandomChoice()

  mutating func begin(_ context: any CmdletContext) throws {
    if let setSeed { RandomNumbers.seed(Int32(truncatingIfNeeded: setSeed)) }
    choice = RandomChoice(count: shuffle ? .max : count, isSecure: false)
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard context.parameterSetName.hasPrefix("RandomNumber") == false else { return }
    for object in inputObject { choice.offer(object) }
  }

  mutating func end(_ context: any CmdletContext) throws {
    guard context.parameterSetName.hasPrefix("RandomNumber") else {
      for object in choice.result() { try context.write(object) }
      return
    }
    let range = try RandomRange(minimum: minimum, maximum: maximum)
    for _ in 0..<max(0, count) { try context.write(range.next(isSecure: false)) }
  }
}

import CmdletKit
import ShellObjects

/// `ForEach-Object`: runs a script block, or calls a member, for each object of the pipeline.
struct ForEachObject: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ForEach-Object", defaultParameterSet: "ScriptBlockSet", confirmImpact: .low, module: "Microsoft.PowerShell.Core",
    synopsis: "Runs a script block, or calls a member, for each object of the pipeline.",
    examples: [
      Example("Squares numbers.", code: "1..3 | ForEach-Object { $_ * $_ }"),
      Example("Reads a property of each object.", code: "'one', 'three' | ForEach-Object Length"),
    ])

  @Parameter(
    "InputObject", .in(["ParallelParameterSet", "PropertyAndMethodSet", "ScriptBlockSet"], .fromPipeline),
    .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter("Begin", .in("ScriptBlockSet"), help: "Runs before the first object.")
  var beginBlock: ObjectArgument<ScriptBlock>
  @Parameter(
    "Process", .in("ScriptBlockSet", .mandatory, .position(0)), .allowEmptyCollection, .allowNull,
    help: "Runs for each object, which is `$_`.")
  var processBlocks: [ObjectArgument<ScriptBlock>]
  @Parameter("End", .in("ScriptBlockSet"), help: "Runs after the last object.")
  var endBlock: ObjectArgument<ScriptBlock>
  @Parameter(
    "RemainingScripts", .in("ScriptBlockSet", .fromRemainingArguments), .allowEmptyCollection, .allowNull,
    help: "Further script blocks, taken as begin, process and end by their order.")
  var remainingScripts: [ObjectArgument<ScriptBlock>]
  @Parameter(
    "MemberName", .in("PropertyAndMethodSet", .mandatory, .position(0)), .validate(.notNullOrEmpty),
    help: "The property to read or the method to call; wildcards are allowed.")
  var memberName: String?
  @Parameter(
    "ArgumentList", .in("PropertyAndMethodSet", .fromRemainingArguments), .alias("Args"),
    help: "The arguments of the method.")
  var argumentList: [Value]
  @Parameter(
    "Parallel", .in("ParallelParameterSet", .mandatory),
    help: "Would run the block for many objects at once, which gpsh does not do.")
  var parallel: ObjectArgument<ScriptBlock>
  @Parameter(
    "ThrottleLimit", .in("ParallelParameterSet"), .validate(.range(1...2_147_483_647)),
    help: "The number of blocks at once.")
  var throttleLimit: Int?
  @Parameter(
    "TimeoutSeconds", .in("ParallelParameterSet"), .validate(.range(0...2_147_483)),
    help: "The time all blocks may take together.")
  var timeoutSeconds: Int?
  @Parameter("AsJob", .in("ParallelParameterSet"), help: "Runs the blocks as a job.")
  var asJob: Bool
  @Parameter("UseNewRunspace", .in("ParallelParameterSet"), help: "Gives each block a fresh session.")
  var useNewRunspace: Bool

  private var runners: [any BlockRunner] = []
  private var lastBlock: ScriptBlock?

  mutating func begin(_ context: any CmdletContext) throws {
    if parallel.object != nil {
      throw ShellError(
        "System.Management.Automation.PSNotSupportedException",
        "ForEach-Object -Parallel is not supported. Leave out -Parallel to run the script block for one object after the other.",
        id: "ParallelNotSupported", .notImplemented)
    }
    guard context.parameterSetName.equalsName("ScriptBlockSet") else { return }
    if context.boundParameters["WhatIf"] != nil || context.boundParameters["Confirm"] != nil {
      throw ShellError(
        "System.InvalidOperationException", "The -WhatIf and -Confirm parameters are not supported for script blocks.",
        id: "NoShouldProcessForScriptBlockSet", .invalidOperation)
    }
    let first = distributeBlocks(context)
    if let first { try context.session.makeRunner(first, context).run(.void) }
  }

  /// Assigns the blocks their parts, as their number says, and gives the one that runs first.
  private mutating func distributeBlocks(_ context: any CmdletContext) -> ScriptBlock? {
    var blocks = (processBlocks + remainingScripts).compactMap(\.object)
    var first = beginBlock.object
    lastBlock = endBlock.object
    if first == nil, blocks.count > 1 { first = blocks.removeFirst() }
    if lastBlock == nil, blocks.count > 1 { lastBlock = blocks.removeLast() }
    runners = blocks.map { context.session.makeRunner($0, context) }
    return first
  }

  mutating func process(_ context: any CmdletContext) throws {
    if let memberName {
      let call = MemberCall(name: memberName, arguments: argumentList)
      return try call.perform(on: inputObject, context)
    }
    guard context.expectsInput || $inputObject.isBound else {
      for runner in runners { try runner.run(.null) }
      return
    }
    for runner in runners { try runner.run(inputObject) }
  }

  mutating func end(_ context: any CmdletContext) throws {
    if let lastBlock { try context.session.makeRunner(lastBlock, context).run(.void) }
  }
}

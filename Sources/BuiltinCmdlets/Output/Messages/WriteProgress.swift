import CmdletKit
import ShellObjects

/// `Write-Progress`: shows how far a long operation has come.
struct WriteProgress: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Write-Progress", synopsis: "Shows how far a long operation has come.",
    examples: [
      Example(
        "Shows half a job as done.", code: "Write-Progress -Activity 'Copying' -Status 'disk 1' -PercentComplete 50")
    ])

  @Parameter("Activity", .position(0), help: "What is going on.")
  var activity: String?
  @Parameter("Status", .position(1), .validate(.notNullOrEmpty), help: "How it stands.")
  var status: String = "Processing"
  @Parameter("Id", .position(2), .validate(.range(0...2_147_483_647)), help: "The number of the bar.")
  var id: Int?
  @Parameter("PercentComplete", .validate(.range((-1)...100)), help: "How much is done, in percent.")
  var percentComplete: Int = -1
  @Parameter("SecondsRemaining", help: "The time left, in seconds.")
  var secondsRemaining: Int?
  @Parameter("CurrentOperation", help: "The step that is going on.")
  var currentOperation: String?
  @Parameter("ParentId", .validate(.range((-1)...2_147_483_647)), help: "The number of the bar above.")
  var parentId: Int = -1
  @Parameter("Completed", help: "Takes the bar away.")
  var completed: Bool
  @Parameter("SourceId", help: "The source of the bar.")
  var sourceId: Int?

  mutating func process(_ context: any CmdletContext) throws {
    guard let activity, !activity.isEmpty else {
      if completed { return }
      throw ShellError(
        "System.ArgumentException", "Missing value for mandatory parameter. (Parameter 'Activity')",
        id: "MissingActivity", .invalidArgument)
    }
    if $parentId.isBound, parentId >= 0, parentId == id ?? 0 {
      throw ShellError(
        "System.Management.Automation.PSArgumentException",
        "ParentActivityId cannot be the same as the ActivityId.", id: "Argument", .invalidArgument)
    }
    try context.writeProgress(activity, status, percent: percentComplete, isCompleted: completed)
  }
}

import CmdletKit
import ShellObjects

/// `Write-Error`: reports an error and goes on.
struct WriteError: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Write-Error", defaultParameterSet: "NoException", synopsis: "Reports an error and goes on.",
    examples: [
      Example(
        "Reports an error with an id of its own.",
        code: "Write-Error 'No such host.' -Category ObjectNotFound -ErrorId HostNotFound")
    ])

  @Parameter(
    "Exception", .in("WithException", .mandatory, .position(0)), help: "The exception the error is made from.")
  var exception: ObjectArgument<ExceptionObject>
  @Parameter(
    "Message", .in("NoException", .mandatory, .position(0), .fromPipeline), .in("WithException"), .alias("Msg"),
    .allowEmptyString, .allowNull, help: "The text of the error.")
  var message: String?
  @Parameter("ErrorRecord", .in("ErrorRecord", .mandatory, .position(0)), help: "The error to report again.")
  var errorRecord: ObjectArgument<ErrorRecord>
  @Parameter(
    "Category", .in(["NoException", "WithException"]), .type("System.Management.Automation.ErrorCategory"),
    help: "What sort of error it is.")
  var category: String?
  @Parameter("ErrorId", .in(["NoException", "WithException"]), help: "The id that scripts can test for.")
  var errorId: String?
  @Parameter("TargetObject", .in(["NoException", "WithException"]), help: "The object that was worked on.")
  var targetObject: Value
  @Parameter("RecommendedAction", help: "What would help.")
  var recommendedAction: String?
  @Parameter("CategoryActivity", .alias("Activity"), help: "What was done when the error happened.")
  var categoryActivity: String?
  @Parameter("CategoryReason", .alias("Reason"), help: "Why the error happened.")
  var categoryReason: String?
  @Parameter("CategoryTargetName", .alias("TargetName"), help: "The name of the object that was worked on.")
  var categoryTargetName: String?
  @Parameter("CategoryTargetType", .alias("TargetType"), help: "The type of the object that was worked on.")
  var categoryTargetType: String?

  mutating func process(_ context: any CmdletContext) throws {
    let record = makeRecord()
    apply(to: record)
    record.activity = categoryActivity ?? "Write-Error"
    try attribute(record, context)
    try context.writeError(record)
  }

  private func makeRecord() -> ErrorRecord {
    if let given = errorRecord.object {
      let record = ErrorRecord(given.exception, id: given.errorID, given.category, target: given.target)
      record.detailsMessage = given.detailsMessage
      return record
    }
    let kind = category.flatMap { ErrorCategory(named: $0) } ?? .notSpecified
    let cause =
      exception.object
      ?? ExceptionObject(PSType.named("Microsoft.PowerShell.Commands.WriteErrorException"), message ?? "")
    let id = errorId.flatMap { $0.isEmpty ? nil : $0 } ?? cause.type.fullName
    let record = ErrorRecord(cause, id: id, kind, target: targetObject)
    if exception.object != nil, let message, !message.isEmpty { record.detailsMessage = message }
    return record
  }

  private func apply(to record: ErrorRecord) {
    if let action = recommendedAction, !action.isEmpty {
      record.recommendedAction = action
      record.detailsMessage = record.detailsMessage ?? record.exception.message
    }
    if let reason = categoryReason { record.reason = reason }
    if let name = categoryTargetName { record.targetNameOverride = name }
    if let type = categoryTargetType { record.targetTypeOverride = type }
  }

  /// Puts the error in the name of the script or function that reports it.
  private func attribute(_ record: ErrorRecord, _ context: any CmdletContext) throws {
    record.commandName = ""
    guard let caller = try context.session.variable("MyInvocation", scope: nil)?.object(as: InvocationInfo.self)
    else { return }
    record.invocation = caller
    record.position = caller.position
    if !caller.command.isNull { record.commandName = try caller.command.property("Name").text() }
  }
}

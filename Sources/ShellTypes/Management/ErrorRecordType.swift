import ShellObjects

/// ErrorRecord, ErrorCategoryInfo and ErrorDetails.
enum ErrorRecordTypes {
  private static let categoryType = PSType.named("System.Management.Automation.ErrorCategory")

  static let declarations: [TypeDeclaration] = [
    TypeDeclaration(
      "System.Management.Automation.ErrorRecord", accelerators: ["errorrecord"], of: ErrorRecord.self
    ) { t in
      t.constructor(
        "System.Management.Automation.ErrorRecord new(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)"
      ) { arguments in
        guard let exception = arguments.object(0, ExceptionObject.self) else {
          throw NetException.argumentNull("exception")
        }
        let category = ErrorCategory(rawValue: arguments.int(2)) ?? .notSpecified
        return ErrorRecord(exception, id: arguments.string(1), category, target: arguments[3])
      }
      t.property("System.Management.Automation.ErrorCategoryInfo CategoryInfo {get;}") {
        Box(CategoryInfo($0), .errorCategoryInfo).value
      }
      t.property("System.Management.Automation.ErrorDetails ErrorDetails {get;set;}") {
        details($0)
      } set: { record, value in
        record.detailsMessage = value.isNull ? nil : try value.text()
      }
      t.property("System.Exception Exception {get;}") { $0.exception }
      t.property("string FullyQualifiedErrorId {get;}") { $0.fullyQualifiedErrorID }
      t.property("System.Management.Automation.InvocationInfo InvocationInfo {get;}") { $0.invocation }
      t.property("string ScriptStackTrace {get;}") { $0.scriptStackTrace }
      t.property("System.Object TargetObject {get;}") { $0.target }
      t.behavior.text = { $0.object(as: ErrorRecord.self)?.message ?? "" }
    },
    TypeDeclaration("System.Management.Automation.ErrorCategoryInfo", of: CategoryInfo.self) { t in
      t.property("string Activity {get;set;}") {
        $0.record.activity
      } set: {
        $0.record.activity = try $1.text()
      }
      t.property("System.Management.Automation.ErrorCategory Category {get;}") { info in
        EnumObject(Int64(info.record.category.rawValue), categoryType)
      }
      t.property("string Reason {get;set;}") {
        $0.record.reasonName
      } set: {
        $0.record.reason = try $1.text()
      }
      t.property("string TargetName {get;set;}") {
        $0.record.targetName
      } set: {
        $0.record.targetNameOverride = try $1.text()
      }
      t.property("string TargetType {get;set;}") {
        $0.record.targetTypeName
      } set: {
        $0.record.targetTypeOverride = try $1.text()
      }
      t.method("string GetMessage()") { info, _ in info.record.categoryText }
      t.behavior.text = { $0.payload(CategoryInfo.self)?.record.categoryText ?? "" }
    },
    TypeDeclaration("System.Management.Automation.ErrorDetails", of: ErrorDetails.self) { t in
      t.constructor("System.Management.Automation.ErrorDetails new(string message)") { arguments in
        Box(
          ErrorDetails(message: arguments.string(0), recommendedAction: ""),
          PSType.named("System.Management.Automation.ErrorDetails"))
      }
      t.property("string Message {get;}") { $0.message }
      t.property("string RecommendedAction {get;set;}") { $0.recommendedAction }
      t.behavior.text = { $0.payload(ErrorDetails.self)?.message ?? "" }
    },
  ]

  private static func details(_ record: ErrorRecord) -> Value {
    guard record.detailsMessage != nil || record.recommendedAction != nil else { return .null }
    let details = ErrorDetails(message: record.detailsMessage ?? "", recommendedAction: record.recommendedAction ?? "")
    return Box(details, PSType.named("System.Management.Automation.ErrorDetails")).value
  }
}

/// The category of one record, which scripts may change.
final class CategoryInfo {
  let record: ErrorRecord
  init(_ record: ErrorRecord) { self.record = record }
}

/// A message that replaces the exception's.
struct ErrorDetails {
  let message: String
  let recommendedAction: String
}

import ShellObjects

/// The errors of the variable cmdlets.
enum VariableErrors {
  static func notFound(_ name: String) -> ErrorRecord {
    ShellError(
      "System.Management.Automation.ItemNotFoundException", "Cannot find a variable with the name '\(name)'.",
      id: "VariableNotFound", .objectNotFound, target: .string(name)
    ).record
  }

  static func alreadyExists(_ name: String) -> ErrorRecord {
    ShellError(
      "System.Management.Automation.SessionStateException", "A variable with name '\(name)' already exists.",
      id: "VariableAlreadyExists", .resourceExists, target: .string(name)
    ).record
  }

  static func notRemovable(_ name: String) -> ErrorRecord {
    ShellError(
      "System.Management.Automation.SessionStateUnauthorizedAccessException",
      "Cannot remove variable \(name) because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.",
      id: "VariableNotRemovable", .writeError, target: .string(name)
    ).record
  }

  static func cannotBeConstant(_ name: String) -> ShellError {
    ShellError(
      "System.Management.Automation.SessionStateUnauthorizedAccessException",
      "Existing variable \(name) cannot be made constant. Variables can be made constant only at creation time.",
      id: "VariableCannotBeMadeConstant", .writeError, target: .string(name))
  }

  /// Throws for a variable that may not change; `force` opens read-only ones.
  static func refuseReadOnly(_ cell: VariableCell, force: Bool) throws {
    let isFixed = cell.options.contains(.constant) || (cell.options.contains(.readOnly) && !force)
    if isFixed { throw ShellError.variableNotWritable(cell.name) }
  }
}

/// Names that match patterns and are not excluded by others.
struct NameFilter {
  private let included: [WildcardPattern]
  private let excluded: [WildcardPattern]

  init(include: [String], exclude: [String]) {
    included = include.compactMap { WildcardPattern($0) }
    excluded = exclude.compactMap { WildcardPattern($0) }
  }

  func passes(_ name: String) -> Bool {
    (included.isEmpty || included.contains { $0.matches(name) }) && !excluded.contains { $0.matches(name) }
  }
}

extension ScopedItemOptions {
  /// The options a text such as `ReadOnly, AllScope` names.
  init(named text: String) {
    self = []
    for part in text.split(separator: ",") {
      switch part.trimmingSpaces.lowercased() {
      case "readonly": insert(.readOnly)
      case "constant": insert(.constant)
      case "private": insert(.private)
      case "allscope": insert(.allScope)
      default: break
      }
    }
  }
}

extension Substring {
  /// The part without spaces at either end.
  var trimmingSpaces: String { String(self).trimmedSpaces }
}

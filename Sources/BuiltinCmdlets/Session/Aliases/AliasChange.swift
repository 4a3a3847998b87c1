import CmdletKit
import ShellObjects

/// Makes or changes one alias.
struct AliasChange {
  let name: String
  let value: String
  let description: String?
  let option: String?
  let scope: String?
  let force: Bool

  func perform(passThru: Bool, _ context: any CmdletContext) throws {
    let session = context.session
    try context.attempt {
      try session.setAlias(
        name, value, options: option.map { ScopedItemOptions(named: $0) } ?? [], description: description ?? "",
        scope: scope, force: force)
      if passThru, let made = try session.command(named: name) { try context.write(session.object(for: made)) }
    }
  }
}

/// The errors of the alias cmdlets.
enum AliasErrors {
  static func notFound(_ name: String, isDefinition: Bool) -> ErrorRecord {
    let what = isDefinition ? "definition" : "name"
    let article = isDefinition ? "a" : "the"
    let message =
      isDefinition
      ? "This command cannot find a matching alias because an alias with the definition '\(name)' does not exist."
      : "This command cannot find a matching alias because an alias with \(article) \(what) '\(name)' does not exist."
    return ShellError(
      "System.Management.Automation.ItemNotFoundException", message, id: "ItemNotFoundException", .objectNotFound,
      target: .string(name)
    ).record
  }

  static func alreadyExists(_ name: String) -> ErrorRecord {
    ShellError(
      "System.Management.Automation.SessionStateException",
      "The alias is not allowed, because an alias with the name '\(name)' already exists.", id: "AliasAlreadyExists",
      .resourceExists, target: .string(name)
    ).record
  }

  static func notRemovable(_ name: String) -> ShellError {
    ShellError(
      "System.Management.Automation.SessionStateUnauthorizedAccessException",
      "Alias was not removed because alias \(name) is constant or read-only.", id: "AliasNotRemovable", .writeError,
      target: .string(name))
  }
}

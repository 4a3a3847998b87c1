/// What the `#requires` lines of a script ask for, taken together.
package struct ScriptRequirements: Sendable {
  /// A module that a script needs.
  package enum Module: Sendable {
    case name(String)
    case specification(HashtableAst)
  }

  /// The least version of the shell, `5.1`; nil where none is asked for.
  package var version: String?
  package var isElevationRequired = false
  package var editions: [String] = []
  package var modules: [Module] = []
  package var assemblies: [String] = []
  package var applicationId: String?
}

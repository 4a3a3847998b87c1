import ShellObjects

/// The errors of the module cmdlets.
enum ModuleErrors {
  static func notSupported(_ command: String) -> ShellError {
    ShellError(
      "System.Management.Automation.PSNotSupportedException",
      "\(command) is not supported in this session, which has no modules.", id: "ModulesNotSupported", .notImplemented)
  }

  static func notLoaded(_ name: String) -> ErrorRecord {
    ShellError(
      "System.InvalidOperationException",
      "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
      id: "Modules_NoModulesRemoved", .resourceUnavailable, target: .string(name)
    ).record
  }
}

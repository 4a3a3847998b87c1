import ShellObjects

/// The errors of the type-data cmdlets.
enum TypeDataErrors {
  static func notSupported() -> ShellError {
    ShellError(
      "System.Management.Automation.PSNotSupportedException",
      "This session cannot add members to types. Add them to single objects with Add-Member.",
      id: "TypeDataNotSupported", .notImplemented)
  }
}

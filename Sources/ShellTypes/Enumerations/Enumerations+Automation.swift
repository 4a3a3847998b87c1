import ShellObjects

/// The enumerations of System.Management.Automation.
///
/// **Source:** `Tests/Conformance/facts/enums.tsv`, in the order of `GetNames`.
extension Enumerations {
  static let automation: [TypeDeclaration] = [
    TypeDeclaration(
      enumeration: "System.Management.Automation.ActionPreference",
      [
        ("SilentlyContinue", 0), ("Stop", 1), ("Continue", 2), ("Inquire", 3), ("Ignore", 4), ("Suspend", 5),
        ("Break", 6),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.Alignment",
      [
        ("Undefined", 0), ("Left", 1), ("Center", 2), ("Right", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.CommandTypes", isFlags: true,
      [
        ("Alias", 1), ("Function", 2), ("Filter", 4), ("Cmdlet", 8), ("ExternalScript", 16), ("Application", 32),
        ("Script", 64), ("Configuration", 256), ("All", 383),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.CompletionResultType",
      [
        ("Text", 0), ("History", 1), ("Command", 2), ("ProviderItem", 3), ("ProviderContainer", 4), ("Property", 5),
        ("Method", 6), ("ParameterName", 7), ("ParameterValue", 8), ("Variable", 9), ("Namespace", 10), ("Type", 11),
        ("Keyword", 12), ("DynamicKeyword", 13),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.Configuration.ConfigScope",
      [
        ("AllUsers", 0), ("CurrentUser", 1),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.ConfirmImpact",
      [
        ("None", 0), ("Low", 1), ("Medium", 2), ("High", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.ErrorCategory",
      [
        ("NotSpecified", 0), ("OpenError", 1), ("CloseError", 2), ("DeviceError", 3), ("DeadlockDetected", 4),
        ("InvalidArgument", 5), ("InvalidData", 6), ("InvalidOperation", 7), ("InvalidResult", 8), ("InvalidType", 9),
        ("MetadataError", 10), ("NotImplemented", 11), ("NotInstalled", 12), ("ObjectNotFound", 13),
        ("OperationStopped", 14), ("OperationTimeout", 15), ("SyntaxError", 16), ("ParserError", 17),
        ("PermissionDenied", 18), ("ResourceBusy", 19), ("ResourceExists", 20), ("ResourceUnavailable", 21),
        ("ReadError", 22), ("WriteError", 23), ("FromStdErr", 24), ("SecurityError", 25), ("ProtocolError", 26),
        ("ConnectionError", 27), ("AuthenticationError", 28), ("LimitsExceeded", 29), ("QuotaExceeded", 30),
        ("NotEnabled", 31),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.ErrorView",
      [
        ("NormalView", 0), ("CategoryView", 1), ("ConciseView", 2), ("DetailedView", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.JobState",
      [
        ("NotStarted", 0), ("Running", 1), ("Completed", 2), ("Failed", 3), ("Stopped", 4), ("Blocked", 5),
        ("Suspended", 6), ("Disconnected", 7), ("Suspending", 8), ("Stopping", 9), ("AtBreakpoint", 10),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.ModuleAccessMode",
      [
        ("ReadWrite", 0), ("ReadOnly", 1), ("Constant", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.ModuleType",
      [
        ("Script", 0), ("Binary", 1), ("Manifest", 2), ("Cim", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.OutputRendering",
      [
        ("Host", 0), ("PlainText", 1), ("Ansi", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.ProgressView",
      [
        ("Minimal", 0), ("Classic", 1),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.PSCredentialTypes", isFlags: true,
      [
        ("Generic", 1), ("Domain", 2), ("Default", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.PSCredentialUIOptions", isFlags: true,
      [
        ("None", 0), ("Default", 1), ("ValidateUserNameSyntax", 1), ("AlwaysPrompt", 2), ("ReadOnlyUserName", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.PSInvocationState",
      [
        ("NotStarted", 0), ("Running", 1), ("Stopping", 2), ("Stopped", 3), ("Completed", 4), ("Failed", 5),
        ("Disconnected", 6),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.PSLanguageMode",
      [
        ("FullLanguage", 0), ("RestrictedLanguage", 1), ("NoLanguage", 2), ("ConstrainedLanguage", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.PSMemberTypes", isFlags: true,
      [
        ("AliasProperty", 1), ("CodeProperty", 2), ("Property", 4), ("NoteProperty", 8), ("ScriptProperty", 16),
        ("PropertySet", 32), ("Method", 64), ("CodeMethod", 128), ("ScriptMethod", 256), ("Methods", 448),
        ("ParameterizedProperty", 512), ("MemberSet", 1024), ("Event", 2048), ("Dynamic", 4096),
        ("InferredProperty", 8192), ("Properties", 8223), ("All", 16383),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.PSMemberViewTypes", isFlags: true,
      [
        ("Extended", 1), ("Adapted", 2), ("Base", 4), ("All", 7),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.PSTraceSourceOptions", isFlags: true,
      [
        ("None", 0), ("Constructor", 1), ("Dispose", 2), ("Finalizer", 4), ("Method", 8), ("Property", 16),
        ("Delegates", 32), ("Events", 64), ("Exception", 128), ("Lock", 256), ("Error", 512), ("Errors", 640),
        ("Warning", 1024), ("Verbose", 2048), ("WriteLine", 4096), ("Data", 6167), ("Scope", 8192),
        ("ExecutionFlow", 8303), ("Assert", 16384), ("All", 32767),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.Remoting.SessionType",
      [
        ("Empty", 0), ("RestrictedRemoteServer", 1), ("Default", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.RunspaceMode",
      [
        ("CurrentRunspace", 0), ("NewRunspace", 1),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.Runspaces.AuthenticationMechanism",
      [
        ("Default", 0), ("Basic", 1), ("Negotiate", 2), ("NegotiateWithImplicitCredential", 3), ("Credssp", 4),
        ("Digest", 5), ("Kerberos", 6),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.Runspaces.OutputBufferingMode",
      [
        ("None", 0), ("Drop", 1), ("Block", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.Runspaces.RunspaceState",
      [
        ("BeforeOpen", 0), ("Opening", 1), ("Opened", 2), ("Closed", 3), ("Closing", 4), ("Broken", 5),
        ("Disconnecting", 6), ("Disconnected", 7), ("Connecting", 8),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.ScopedItemOptions", isFlags: true,
      [
        ("None", 0), ("ReadOnly", 1), ("Constant", 2), ("Private", 4), ("AllScope", 8), ("Unspecified", 16),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.SessionStateEntryVisibility",
      [
        ("Public", 0), ("Private", 1),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.Subsystem.SubsystemKind", underlying: .uint32,
      [
        ("CommandPredictor", 1), ("CrossPlatformDsc", 2), ("FeedbackProvider", 4),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.ValidateRangeKind",
      [
        ("Positive", 0), ("NonNegative", 1), ("Negative", 2), ("NonPositive", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.VariableAccessMode",
      [
        ("Read", 0), ("Write", 1), ("ReadWrite", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.Management.Automation.WhereOperatorSelectionMode",
      [
        ("Default", 0), ("First", 1), ("Last", 2), ("SkipUntil", 3), ("Until", 4), ("Split", 5),
      ]),
  ]
}

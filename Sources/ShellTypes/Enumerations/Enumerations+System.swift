import ShellObjects

/// The enumerations of System and its small namespaces.
///
/// **Source:** `Tests/Conformance/facts/enums.tsv`, in the order of `GetNames`.
extension Enumerations {
  static let system: [TypeDeclaration] = [
    TypeDeclaration(
      enumeration: "System.Base64FormattingOptions", isFlags: true,
      [
        ("None", 0), ("InsertLineBreaks", 1),
      ]),
    TypeDeclaration(
      enumeration: "System.Collections.Specialized.NotifyCollectionChangedAction",
      [
        ("Add", 0), ("Remove", 1), ("Replace", 2), ("Move", 3), ("Reset", 4),
      ]),
    TypeDeclaration(
      enumeration: "System.ConsoleColor",
      [
        ("Black", 0), ("DarkBlue", 1), ("DarkGreen", 2), ("DarkCyan", 3), ("DarkRed", 4), ("DarkMagenta", 5),
        ("DarkYellow", 6), ("Gray", 7), ("DarkGray", 8), ("Blue", 9), ("Green", 10), ("Cyan", 11), ("Red", 12),
        ("Magenta", 13), ("Yellow", 14), ("White", 15),
      ]),
    TypeDeclaration(
      enumeration: "System.ConsoleModifiers", isFlags: true,
      [
        ("None", 0), ("Alt", 1), ("Shift", 2), ("Control", 4),
      ]),
    TypeDeclaration(
      enumeration: "System.DateTimeKind",
      [
        ("Unspecified", 0), ("Utc", 1), ("Local", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.DayOfWeek",
      [
        ("Sunday", 0), ("Monday", 1), ("Tuesday", 2), ("Wednesday", 3), ("Thursday", 4), ("Friday", 5),
        ("Saturday", 6),
      ]),
    TypeDeclaration(
      enumeration: "System.Diagnostics.ProcessPriorityClass",
      [
        ("Normal", 32), ("Idle", 64), ("High", 128), ("RealTime", 256), ("BelowNormal", 16384),
        ("AboveNormal", 32768),
      ]),
    TypeDeclaration(
      enumeration: "System.Diagnostics.ProcessWindowStyle",
      [
        ("Normal", 0), ("Hidden", 1), ("Minimized", 2), ("Maximized", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.Diagnostics.TraceOptions", isFlags: true,
      [
        ("None", 0), ("LogicalOperationStack", 1), ("DateTime", 2), ("Timestamp", 4), ("ProcessId", 8),
        ("ThreadId", 16), ("Callstack", 32),
      ]),
    TypeDeclaration(
      enumeration: "System.Environment+SpecialFolder",
      [
        ("Desktop", 0), ("Programs", 2), ("MyDocuments", 5), ("Personal", 5), ("Favorites", 6), ("Startup", 7),
        ("Recent", 8), ("SendTo", 9), ("StartMenu", 11), ("MyMusic", 13), ("MyVideos", 14), ("DesktopDirectory", 16),
        ("MyComputer", 17), ("NetworkShortcuts", 19), ("Fonts", 20), ("Templates", 21), ("CommonStartMenu", 22),
        ("CommonPrograms", 23), ("CommonStartup", 24), ("CommonDesktopDirectory", 25), ("ApplicationData", 26),
        ("PrinterShortcuts", 27), ("LocalApplicationData", 28), ("InternetCache", 32), ("Cookies", 33),
        ("History", 34), ("CommonApplicationData", 35), ("Windows", 36), ("System", 37), ("ProgramFiles", 38),
        ("MyPictures", 39), ("UserProfile", 40), ("SystemX86", 41), ("ProgramFilesX86", 42),
        ("CommonProgramFiles", 43), ("CommonProgramFilesX86", 44), ("CommonTemplates", 45), ("CommonDocuments", 46),
        ("CommonAdminTools", 47), ("AdminTools", 48), ("CommonMusic", 53), ("CommonPictures", 54),
        ("CommonVideos", 55), ("Resources", 56), ("LocalizedResources", 57), ("CommonOemLinks", 58),
        ("CDBurning", 59),
      ]),
    TypeDeclaration(
      enumeration: "System.EnvironmentVariableTarget",
      [
        ("Process", 0), ("User", 1), ("Machine", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.MidpointRounding",
      [
        ("ToEven", 0), ("AwayFromZero", 1), ("ToZero", 2), ("ToNegativeInfinity", 3), ("ToPositiveInfinity", 4),
      ]),
    TypeDeclaration(
      enumeration: "System.PlatformID",
      [
        ("Win32S", 0), ("Win32Windows", 1), ("Win32NT", 2), ("WinCE", 3), ("Unix", 4), ("Xbox", 5), ("MacOSX", 6),
        ("Other", 7),
      ]),
    TypeDeclaration(
      enumeration: "System.Reflection.BindingFlags", isFlags: true,
      [
        ("Default", 0), ("IgnoreCase", 1), ("DeclaredOnly", 2), ("Instance", 4), ("Static", 8), ("Public", 16),
        ("NonPublic", 32), ("FlattenHierarchy", 64),
      ]),
    TypeDeclaration(
      enumeration: "System.Reflection.ProcessorArchitecture",
      [
        ("None", 0), ("MSIL", 1), ("X86", 2), ("IA64", 3), ("Amd64", 4), ("Arm", 5),
      ]),
    TypeDeclaration(
      enumeration: "System.ServiceProcess.ServiceControllerStatus",
      [
        ("Stopped", 1), ("StartPending", 2), ("StopPending", 3), ("Running", 4), ("ContinuePending", 5),
        ("PausePending", 6), ("Paused", 7),
      ]),
    TypeDeclaration(
      enumeration: "System.StringComparison",
      [
        ("CurrentCulture", 0), ("CurrentCultureIgnoreCase", 1), ("InvariantCulture", 2),
        ("InvariantCultureIgnoreCase", 3), ("Ordinal", 4), ("OrdinalIgnoreCase", 5),
      ]),
    TypeDeclaration(
      enumeration: "System.StringSplitOptions", isFlags: true,
      [
        ("None", 0), ("RemoveEmptyEntries", 1), ("TrimEntries", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.Threading.ApartmentState",
      [
        ("STA", 0), ("MTA", 1), ("Unknown", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.Threading.ThreadState", isFlags: true,
      [
        ("Running", 0), ("StopRequested", 1), ("SuspendRequested", 2), ("Background", 4), ("Unstarted", 8),
        ("Stopped", 16), ("WaitSleepJoin", 32), ("Suspended", 64), ("AbortRequested", 128), ("Aborted", 256),
      ]),
    TypeDeclaration(
      enumeration: "System.TypeCode",
      [
        ("Empty", 0), ("Object", 1), ("DBNull", 2), ("Boolean", 3), ("Char", 4), ("SByte", 5), ("Byte", 6),
        ("Int16", 7), ("UInt16", 8), ("Int32", 9), ("UInt32", 10), ("Int64", 11), ("UInt64", 12), ("Single", 13),
        ("Double", 14), ("Decimal", 15), ("DateTime", 16), ("String", 18),
      ]),
    TypeDeclaration(
      enumeration: "System.UriComponents", isFlags: true,
      [
        ("Scheme", 1), ("UserInfo", 2), ("Host", 4), ("Port", 8), ("SchemeAndServer", 13), ("Path", 16),
        ("Query", 32), ("PathAndQuery", 48), ("HttpRequestUrl", 61), ("Fragment", 64), ("AbsoluteUri", 127),
        ("StrongPort", 128), ("HostAndPort", 132), ("StrongAuthority", 134), ("NormalizedHost", 256),
        ("KeepDelimiter", 1073741824), ("SerializationInfoString", -2147483648),
      ]),
    TypeDeclaration(
      enumeration: "System.UriFormat",
      [
        ("UriEscaped", 1), ("Unescaped", 2), ("SafeUnescaped", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.UriHostNameType",
      [
        ("Unknown", 0), ("Basic", 1), ("Dns", 2), ("IPv4", 3), ("IPv6", 4),
      ]),
    TypeDeclaration(
      enumeration: "System.UriKind",
      [
        ("RelativeOrAbsolute", 0), ("Absolute", 1), ("Relative", 2),
      ]),
  ]
}

import Glibc
import ShellObjects

/// System.Environment.
enum EnvironmentClass {
  static let declaration = TypeDeclaration(staticClass: "System.Environment") { t in
    addVariables(&t)
    addProcess(&t)
    addMachine(&t)
    addFolders(&t)
  }

  /// The value of an environment variable; nil where it is not set.
  package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Every variable of the process, in the order of the block.
  static func variables() -> [(String, String)] {
    var all: [(String, String)] = []
    var entry = environ
    while let text = entry.pointee {
      let line = String(cString: text)
      if let equals = line.firstIndex(of: "=") {
        all.append((String(line[..<equals]), String(line[line.index(after: equals)...])))
      }
      entry += 1
    }
    return all
  }

  private static func set(_ name: String, _ value: Value) throws {
    if name.isEmpty { throw NetException.argument("The value cannot be an empty string.", "variable") }
    if name.contains("=") {
      throw NetException.argument("Environment variable name cannot contain equal character.", "variable")
    }
    if let text = value.string { setenv(name, text, 1) } else { unsetenv(name) }
  }

  private static func addVariables(_ t: inout MemberList<Value>) {
    t.staticMethod("static string GetEnvironmentVariable(string variable)") { a in variable(a.string(0)) }
    t.staticMethod("static string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)") {
      a in
      a.int(1) == 0 ? variable(a.string(0)) : nil
    }
    t.staticMethod("static System.Collections.IDictionary GetEnvironmentVariables()") { _ in table() }
    t.staticMethod(
      "static System.Collections.IDictionary GetEnvironmentVariables(System.EnvironmentVariableTarget target)"
    ) { a in a.int(0) == 0 ? table() : PSHashtable(isCaseSensitive: true) }
    t.staticMethod("static void SetEnvironmentVariable(string variable, string value)") { a in
      try set(a.string(0), a[1])
      return Value.void
    }
    t.staticMethod(
      "static void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)"
    ) { a in
      // Why: only Windows keeps variables of a user or machine; elsewhere .NET ignores them.
      if a.int(2) == 0 { try set(a.string(0), a[1]) }
      return Value.void
    }
    t.staticMethod("static string ExpandEnvironmentVariables(string name)") { a in expanded(a.string(0)) }
  }

  private static func table() -> PSHashtable {
    let table = PSHashtable(isCaseSensitive: true)
    for (name, value) in variables() { table.set(name, .string(value)) }
    return table
  }

  /// The text with each `%NAME%` of a set variable replaced.
  static func expanded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "%") {
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: "%") else { break }
      if let value = variable(String(rest[after..<close])), after != close {
        result += rest[..<open] + value
        rest = rest[rest.index(after: close)...]
      } else {
        result += rest[..<close]
        rest = rest[close...]
      }
    }
    return result + rest
  }

  private static func addProcess(_ t: inout MemberList<Value>) {
    t.staticProperty("static string CommandLine {get;}") { CommandLine.arguments.joined(separator: " ") }
    t.staticMethod("static string[] GetCommandLineArgs()") { _ in Value(strings: CommandLine.arguments) }
    t.staticProperty("static string CurrentDirectory {get;set;}") {
      FilePath.currentDirectory
    } set: { new in
      let path = new.string ?? ""
      if path.isEmpty { throw NetException.argument("The value cannot be an empty string.", "value") }
      if chdir(path) != 0 { throw FileFailure.exception(errno, path, isDirectory: true) }
    }
    t.staticProperty("static int CurrentManagedThreadId {get;}") { 1 }
    t.staticProperty("static int ExitCode {get;set;}") {
      0
    } set: { _ in
    }
    t.staticProperty("static bool HasShutdownStarted {get;}") { false }
    t.staticProperty("static bool IsPrivilegedProcess {get;}") { geteuid() == 0 }
    t.staticProperty("static int ProcessId {get;}") { Int(getpid()) }
    t.staticProperty("static string ProcessPath {get;}") { FilePath.linkTarget("/proc/self/exe") }
    t.staticProperty("static string StackTrace {get;}") { "" }
    t.staticProperty("static bool UserInteractive {get;}") { true }
    t.staticProperty("static long WorkingSet {get;}") { ProcessStatus.residentBytes(of: getpid()) }
    t.staticMethod("static void FailFast(string message)") { _ -> Value in throw ProcessExit(code: 134) }
    t.staticMethod("static void Exit(int exitCode)") { a -> Value in throw ProcessExit(code: a.integer(0)) }
  }

  private static func addMachine(_ t: inout MemberList<Value>) {
    t.staticProperty("static bool Is64BitOperatingSystem {get;}") { true }
    t.staticProperty("static bool Is64BitProcess {get;}") { true }
    t.staticProperty("static string MachineName {get;}") { Machine.name }
    t.staticProperty("static string NewLine {get;}") { "\n" }
    t.staticProperty("static System.OperatingSystem OSVersion {get;}") { OperatingSystem() }
    t.staticProperty("static int ProcessorCount {get;}") { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
    t.staticProperty("static string SystemDirectory {get;}") { "" }
    t.staticProperty("static int SystemPageSize {get;}") { max(0, sysconf(Int32(_SC_PAGESIZE))) }
    t.staticProperty("static int TickCount {get;}") { Int32(truncatingIfNeeded: Machine.uptimeMilliseconds) }
    t.staticProperty("static long TickCount64 {get;}") { Machine.uptimeMilliseconds }
    t.staticProperty("static string UserDomainName {get;}") { Machine.name }
    t.staticProperty("static string UserName {get;}") { Machine.userName }
    t.staticProperty("static version Version {get;}") { VersionValue(10, 0, 0) }
    t.staticMethod("static string[] GetLogicalDrives()") { _ in Value(strings: ["/"]) }
  }

  private static func addFolders(_ t: inout MemberList<Value>) {
    t.staticMethod("static string GetFolderPath(System.Environment+SpecialFolder folder)") { a in
      SpecialFolders.path(try a[0].text())
    }
    t.staticMethod(
      "static string GetFolderPath(System.Environment+SpecialFolder folder, System.Environment+SpecialFolderOption option)"
    ) { a in SpecialFolders.path(try a[0].text()) }
  }
}

/// `[Environment]::Exit()` on its way to the top: the session ends with the code.
package struct ProcessExit: Error {
  package let code: Int32
}

/// What is asked of the machine in several places.
enum Machine {
  static var name: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
    let full = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(full.prefix { $0 != "." })
  }

  static var userName: String {
    if let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name { return String(cString: name) }
    return EnvironmentClass.variable("USER") ?? ""
  }

  static var homeDirectory: String {
    if let home = EnvironmentClass.variable("HOME"), !home.isEmpty { return home }
    if let entry = getpwuid(geteuid()), let home = entry.pointee.pw_dir { return String(cString: home) }
    return "/"
  }

  static var uptimeMilliseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// The kernel's release as a version: `6.8.0-45-generic` is 6.8.0.45.
  static var kernelVersion: VersionValue {
    var names = utsname()
    guard uname(&names) == 0 else { return VersionValue(0, 0) }
    let release = withUnsafeBytes(of: names.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let numbers = release.split { !$0.isNumber }.prefix(4).map { Int($0) ?? 0 }
    func part(_ index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }
    return VersionValue(part(0), part(1), part(2), part(3))
  }
}

/// A System.OperatingSystem.
struct OperatingSystem: ValueRepresentable {
  var value: Value { .object(Box(self, PSType.named("System.OperatingSystem"))) }

  static let declaration = TypeDeclaration("System.OperatingSystem", of: OperatingSystem.self) { t in
    t.property("System.PlatformID Platform {get;}") { _ in EnumObject(4, PSType.named("System.PlatformID")) }
    t.property("string ServicePack {get;}") { _ in "" }
    t.property("version Version {get;}") { _ in Machine.kernelVersion }
    t.property("string VersionString {get;}") { _ in "Unix \(Machine.kernelVersion.text)" }
    for (name, answer) in [
      ("IsLinux", true), ("IsWindows", false), ("IsMacOS", false), ("IsFreeBSD", false), ("IsAndroid", false),
      ("IsBrowser", false), ("IsIOS", false), ("IsMacCatalyst", false), ("IsTvOS", false), ("IsWatchOS", false),
      ("IsWasi", false),
    ] { t.staticMethod("static bool \(name)()") { _ in answer } }
    t.staticMethod("static bool IsOSPlatform(string platform)") { a in a.string(0).equalsName("linux") }
    t.behavior.text = { _ in "Unix \(Machine.kernelVersion.text)" }
  }
}

/// Where .NET looks for the special folders on Linux.
enum SpecialFolders {
  static func path(_ name: String) -> String {
    let home = Machine.homeDirectory
    func variable(_ name: String, or fallback: String) -> String {
      if let value = EnvironmentClass.variable(name), value.hasPrefix("/") { return value }
      return fallback
    }
    func existing(_ path: String) -> String { access(path, F_OK) == 0 ? path : "" }
    switch name {
    case "UserProfile", "Personal", "MyDocuments":
      return name == "UserProfile" ? home : existing(home + "/Documents").isEmpty ? home : home + "/Documents"
    case "ApplicationData": return existing(variable("XDG_CONFIG_HOME", or: home + "/.config"))
    case "LocalApplicationData": return existing(variable("XDG_DATA_HOME", or: home + "/.local/share"))
    case "CommonApplicationData": return "/usr/share"
    case "CommonTemplates": return existing("/usr/share/templates")
    case "Desktop", "DesktopDirectory": return existing(variable("XDG_DESKTOP_DIR", or: home + "/Desktop"))
    case "MyMusic": return existing(home + "/Music")
    case "MyPictures": return existing(home + "/Pictures")
    case "MyVideos": return existing(home + "/Videos")
    case "Templates": return existing(home + "/Templates")
    case "Fonts": return existing(home + "/.fonts")
    default: return ""
    }
  }
}

import Glibc
package import ShellObjects

/// A System.Diagnostics.Process: a number, and what /proc last said of it.
package final class ProcessObject: ValueRepresentable {
  package let id: Int32
  private var status: ProcessStatus?

  /// A process that runs; nil where there is none of this number.
  package init?(_ id: Int32) {
    guard let status = ProcessStatus(id) else { return nil }
    self.id = id
    self.status = status
  }

  package var value: Value { .object(Box<ProcessObject>(self, PSType.named("System.Diagnostics.Process"))) }

  func refresh() { status = ProcessStatus(id) }

  var hasExited: Bool { kill(id, 0) != 0 && errno == ESRCH }

  /// What /proc said; throws InvalidOperationException where the process is gone and nothing was read.
  func current() throws -> ProcessStatus {
    if let status { return status }
    throw NetException.invalidOperation("Process has exited, so the requested information is not available.")
  }

  /// The path of the program; nil where it may not be read.
  package var path: String? { FilePath.linkTarget("/proc/\(id)/exe") }

  package var commandLine: String? {
    guard let text = ProcessStatus.read("/proc/\(id)/cmdline"), !text.isEmpty else { return nil }
    return TextTrimming.trimmed(text.split(separator: "\0", omittingEmptySubsequences: false).joined(separator: " "))
  }

  /// Waits until the process is gone; false where it is not by then.
  ///
  /// Nil waits for ever.
  func wait(milliseconds: Int64?) -> Bool {
    let end = milliseconds.map { Machine.uptimeMilliseconds &+ $0 }
    while !hasExited {
      if let end, Machine.uptimeMilliseconds >= end { return false }
      RuntimeClasses.sleep(milliseconds: 10)
    }
    return true
  }

  func stop(tree: Bool) throws {
    if tree {
      for child in ProcessStatus.all() {
        if let status = ProcessStatus(child), status.parentID == id { try? ProcessObject(child)?.stop(tree: true) }
      }
    }
    if kill(id, SIGKILL) != 0, errno != ESRCH {
      throw NetException("System.ComponentModel.Win32Exception", strerror(errno).map { String(cString: $0) } ?? "")
    }
  }

  /// A line of /proc/PID/status in bytes; 0 where there is none.
  func statusBytes(_ name: String) -> Int64 {
    guard let text = ProcessStatus.read("/proc/\(id)/status") else { return 0 }
    for line in text.split(separator: "\n") where line.hasPrefix(name + ":") {
      return (Int64(line.dropFirst(name.count + 1).split { $0 == " " || $0 == "\t" }.first ?? "0") ?? 0) * 1024
    }
    return 0
  }

  var startTime: DateTimeValue {
    let ticks = (status?.startTicks ?? 0) &* UInt64(Ticks.perSecond) / ProcessStatus.ticksPerSecond
    var boot = timespec()
    clock_gettime(CLOCK_BOOTTIME, &boot)
    let since = Int64(boot.tv_sec) * Ticks.perSecond + Int64(boot.tv_nsec) / 100 - Int64(clamping: ticks)
    return ((try? DateTimeValue.utcNow.adding(ticks: -since)) ?? .unixEpoch).local
  }
}

/// System.Diagnostics.Process, as far as /proc tells.
enum ProcessType {
  static let declaration = TypeDeclaration(
    "System.Diagnostics.Process", base: "System.ComponentModel.Component", interfaces: ["System.IDisposable"],
    of: ProcessObject.self
  ) { t in
    addAliases(&t)
    addProperties(&t)
    addMemory(&t)
    addTimes(&t)
    addMethods(&t)
    addStatics(&t)
    t.behavior.text = { value in
      let name = (try? value.payload(ProcessObject.self)?.current().name) ?? ""
      return name.isEmpty ? "System.Diagnostics.Process" : "System.Diagnostics.Process (\(name))"
    }
  }

  /// PowerShell's own type data.
  private static func addAliases(_ t: inout MemberList<ProcessObject>) {
    for (name, target) in [
      ("Name", "ProcessName"), ("SI", "SessionId"), ("Handles", "HandleCount"), ("VM", "VirtualMemorySize64"),
      ("WS", "WorkingSet64"), ("PM", "PagedMemorySize64"), ("NPM", "NonpagedSystemMemorySize64"),
    ] { t.alias(name, target) }
    t.codeProperty("System.Object Path {get=$this.Mainmodule.FileName;}") { $0.path }
    t.codeProperty("System.Object CommandLine {get=;}") { $0.commandLine }
    t.codeProperty("System.Object CPU {get=$this.TotalProcessorTime.TotalSeconds;}") { this in
      try processorTime(this) { $0.userTicks &+ $0.systemTicks }.totalSeconds
    }
    t.codeProperty("System.Object Parent{get=GetParentProcess;}") { this in
      (try? this.current()).flatMap { ProcessObject($0.parentID) }
    }
    for name in ["Company", "FileVersion", "ProductVersion", "Description", "Product"] {
      t.codeProperty("System.Object \(name) {get=;}") { _ in Value.null }
    }
  }

  private static func addProperties(_ t: inout MemberList<ProcessObject>) {
    t.property("int Id {get;}") { Int($0.id) }
    t.property("string ProcessName {get;}") { try $0.current().name }
    t.property("int SessionId {get;}") { Int(try $0.current().sessionID) }
    t.property("bool HasExited {get;}") { $0.hasExited }
    t.property("int ExitCode {get;}") { this -> Value in
      throw NetException.invalidOperation(
        this.hasExited
          ? "Process was not started by this object, so requested information cannot be determined."
          : "Process must exit before requested information can be determined.")
    }
    t.property("string MachineName {get;}") { _ in "." }
    t.property("string MainWindowTitle {get;}") { _ in "" }
    t.property("System.IntPtr MainWindowHandle {get;}") { _ in Int64(0) }
    t.property("bool Responding {get;}") { _ in true }
    t.property("int BasePriority {get;}") { this in
      let nice = try this.current().nice
      return nice < -10 ? 13 : nice < 0 ? 10 : nice == 0 ? 8 : nice < 10 ? 6 : 4
    }
    t.property("System.Diagnostics.ProcessPriorityClass PriorityClass {get;set;}") { _ in
      EnumObject(32, PSType.named("System.Diagnostics.ProcessPriorityClass"))
    } set: { _, _ in
    }
    t.property("System.Diagnostics.ProcessModule MainModule {get;}") { this in
      this.path.map { path in
        PSCustomObject(["ModuleName": .string(FilePath.fileName(path)), "FileName": .string(path)]).value
      } ?? .null
    }
    t.property("int HandleCount {get;}") { this in
      guard let folder = opendir("/proc/\(this.id)/fd") else { return 0 }
      defer { closedir(folder) }
      var count = -2
      while readdir(folder) != nil { count += 1 }
      return max(0, count)
    }
    t.property("System.Diagnostics.ProcessThreadCollection Threads {get;}") { this in
      let count = try this.current().threadCount
      return Value(Array(repeating: .null, count: max(0, count)))
    }
  }

  private static func addMemory(_ t: inout MemberList<ProcessObject>) {
    t.property("long WorkingSet64 {get;}") { Int64(clamping: try $0.current().residentPages &* ProcessStatus.pageSize) }
    t.property("long VirtualMemorySize64 {get;}") { Int64(clamping: try $0.current().virtualBytes) }
    t.property("long PagedMemorySize64 {get;}") { $0.statusBytes("VmSwap") }
    t.property("long PrivateMemorySize64 {get;}") { $0.statusBytes("VmData") }
    t.property("long PeakWorkingSet64 {get;}") { $0.statusBytes("VmHWM") }
    t.property("long PeakVirtualMemorySize64 {get;}") { $0.statusBytes("VmPeak") }
    t.property("long PeakPagedMemorySize64 {get;}") { _ in Int64(0) }
    t.property("long NonpagedSystemMemorySize64 {get;}") { _ in Int64(0) }
    t.property("long PagedSystemMemorySize64 {get;}") { _ in Int64(0) }
    t.property("int WorkingSet {get;}") { Int(clamping: try $0.current().residentPages &* ProcessStatus.pageSize) }
  }

  private static func processorTime(
    _ process: ProcessObject, _ ticks: (ProcessStatus) -> UInt64
  ) throws -> TimeSpanValue {
    let count = ticks(try process.current())
    return TimeSpanValue(ticks: Int64(clamping: count &* (UInt64(Ticks.perSecond) / ProcessStatus.ticksPerSecond)))
  }

  private static func addTimes(_ t: inout MemberList<ProcessObject>) {
    t.property("datetime StartTime {get;}") { this in
      _ = try this.current()
      return this.startTime
    }
    t.property("timespan TotalProcessorTime {get;}") { this in
      try processorTime(this) { $0.userTicks &+ $0.systemTicks }
    }
    t.property("timespan UserProcessorTime {get;}") { try processorTime($0, \.userTicks) }
    t.property("timespan PrivilegedProcessorTime {get;}") { try processorTime($0, \.systemTicks) }
  }

  private static func addMethods(_ t: inout MemberList<ProcessObject>) {
    t.method("void Kill()") { this, _ in
      try this.stop(tree: false)
      return Value.void
    }
    t.method("void Kill(bool entireProcessTree)") { this, a in
      try this.stop(tree: a.bool(0))
      return Value.void
    }
    t.method("void WaitForExit()") { this, _ in
      _ = this.wait(milliseconds: nil)
      return Value.void
    }
    t.method("bool WaitForExit(int milliseconds)") { this, a in this.wait(milliseconds: a.int(0) < 0 ? nil : a.int64(0))
    }
    t.method("bool WaitForExit(timespan timeout)") { this, a in
      this.wait(milliseconds: a.timeSpan(0).ticks / Ticks.perMillisecond)
    }
    t.method("bool CloseMainWindow()") { _, _ in false }
    t.method("void Refresh()") { this, _ in
      this.refresh()
      return Value.void
    }
    for name in ["Close", "Dispose"] { t.method("void \(name)()") { _, _ in Value.void } }
  }

  private static func addStatics(_ t: inout MemberList<ProcessObject>) {
    let element = t.type
    t.staticMethod("static System.Diagnostics.Process GetCurrentProcess()") { _ in ProcessObject(getpid()) }
    t.staticMethod("static System.Diagnostics.Process GetProcessById(int processId)") { a in
      guard let process = ProcessObject(a.integer(0, Int32.self)) else {
        throw NetException.argument("Process with an Id of \(a.int(0)) is not running.")
      }
      return process
    }
    t.staticMethod("static System.Diagnostics.Process[] GetProcesses()") { _ in
      PSArray(ProcessStatus.all().compactMap { ProcessObject($0)?.value }, elementType: element)
    }
    t.staticMethod("static System.Diagnostics.Process[] GetProcessesByName(string processName)") { a in
      let found = ProcessStatus.all().compactMap { ProcessObject($0) }
        .filter { (try? $0.current().name.equalsName(a.string(0))) ?? false }
      return PSArray(found.map(\.value), elementType: element)
    }
  }
}

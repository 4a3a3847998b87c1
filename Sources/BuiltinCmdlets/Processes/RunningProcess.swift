import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

/// A process by its number and name.
struct RunningProcess {
  let id: Int32
  let name: String

  var value: Value {
    let type = PSType.named("System.Diagnostics.Process")
    return ((try? type.callStatic(Symbol("GetProcessById"), [.int32(id)])) ?? nil) ?? .null
  }

  var isRunning: Bool {
    // A child that ended but was not waited for still has a number.
    var status: Int32 = 0
    if waitpid(id, &status, WNOHANG) == id { return false }
    return kill(id, 0) == 0 || errno == EPERM
  }

  /// The account that runs the process; nil where it cannot be found.
  var userName: String? {
    var status = stat()
    guard stat("/proc/\(id)", &status) == 0, let entry = getpwuid(status.st_uid) else { return nil }
    return String(cString: entry.pointee.pw_name)
  }

  /// Waits until the process ends; Ctrl-C ends the waiting.
  func wait(_ context: any CmdletContext) throws {
    while isRunning { try Sleep.wait(nanoseconds: 20_000_000, context) }
  }
}

/// The processes that names, numbers or objects mean.
struct ProcessSelection {
  let names: [String]
  let ids: [Int]
  let objects: Value

  /// The processes, by name and number; what means none is reported.
  func processes(_ context: any CmdletContext) throws -> [RunningProcess] {
    if !objects.isNull {
      return try (objects.isEnumerable ? objects.enumerated() : [objects]).compactMap { object in
        guard case .int32(let id) = try object.property("Id").base else { return nil }
        return RunningProcess(id: id, name: try object.property("ProcessName").text())
      }
    }
    if !ids.isEmpty { return try numbered(context) }
    return try named(context)
  }

  private func numbered(_ context: any CmdletContext) throws -> [RunningProcess] {
    var found: [RunningProcess] = []
    for id in ids {
      if let number = Int32(exactly: id), let status = ProcessStatus(number) {
        found.append(RunningProcess(id: number, name: status.name))
      } else {
        try context.writeError(
          Self.missing(
            "Cannot find a process with the process identifier \(id).", "NoProcessFoundForGivenId",
            .int32(Int32(clamping: id))))
      }
    }
    return found
  }

  private func named(_ context: any CmdletContext) throws -> [RunningProcess] {
    var all = ProcessStatus.all().compactMap { ProcessStatus($0) }.map { RunningProcess(id: $0.id, name: $0.name) }
    all.sortStably { a, b in
      let order = Collation.compare(a.name, b.name, ignoringCase: true)
      return order != 0 ? order : Int(a.id) - Int(b.id)
    }
    if names.isEmpty { return all }
    var found: [RunningProcess] = []
    for name in names {
      let pattern = WildcardPattern(name)
      let matches = all.filter { pattern?.matches($0.name) ?? false }
      if matches.isEmpty, !WildcardPattern.containsWildcards(name) {
        try context.writeError(
          Self.missing(
            "Cannot find a process with the name \"\(name)\". Verify the process name and call the cmdlet again.",
            "NoProcessFoundForGivenName", .string(name)))
      }
      found += matches
    }
    return found
  }

  private static func missing(_ message: String, _ id: String, _ target: Value) -> ErrorRecord {
    ShellError(
      "Microsoft.PowerShell.Commands.ProcessCommandException", message, id: id, .objectNotFound, target: target
    ).record
  }
}

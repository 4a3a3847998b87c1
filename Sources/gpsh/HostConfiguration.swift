import GPUPartitioning
import Glibc
import LinuxHost
import ShellEngine
import ShellObjects

/// The host's settings in `/etc/gpsh/config.psd1`, read as data.
///
/// Keys: `AdditionalDevices` (a list of `vendor:device` pairs to be taken for partitionable GPUs), `LibvirtUri`,
/// `ComputerName`. A file that cannot be read is told of, and the defaults hold.
enum HostConfiguration {
  private static var path: String { getenv("GPSH_CONFIG").map { String(cString: $0) } ?? "/etc/gpsh/config.psd1" }

  static func settings(_ session: Session) -> LinuxHostSettings {
    guard access(path, F_OK) == 0 else { return LinuxHostSettings() }
    do { return try read(session.readDataFile(path)) } catch {
      Program.complain("gpsh: '\(path)' is left out: \(ShellError.record(of: error).message)")
      return LinuxHostSettings()
    }
  }

  private static func read(_ table: PSHashtable) throws -> LinuxHostSettings {
    var settings = LinuxHostSettings()
    for entry in table.table.liveEntries {
      let key = try entry.key.text()
      switch key.lowercased() {
      case "additionaldevices":
        for element in try entry.value.enumerated() {
          let text = try element.text()
          guard let device = VendorDevice(text) else {
            throw NetException.argument("'\(text)' is no vendor and device as in '10de:25b6'.")
          }
          settings.additionalDevices.insert(device)
        }
      case "libvirturi": settings.libvirtURI = try entry.value.text()
      case "computername": settings.computerName = try entry.value.text()
      default:
        throw NetException.argument("'\(key)' is no setting; known are AdditionalDevices, LibvirtUri and ComputerName.")
      }
    }
    return settings
  }
}

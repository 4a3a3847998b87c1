import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

/// A provider as `Get-PSProvider` gives it.
final class ProviderObject {
  let provider: any Provider
  private unowned let table: SessionDrives

  init(_ provider: any Provider, _ table: SessionDrives) {
    self.provider = provider
    self.table = table
  }

  var drives: [DriveInfo] { table.all.filter { $0.provider.equalsName(provider.name) } }

  var implementingType: Value {
    .object(TypeObject(PSType.named("Microsoft.PowerShell.Commands.\(provider.name)Provider")))
  }

  var capabilities: Value {
    let type = PSType.named("System.Management.Automation.Provider.ProviderCapabilities")
    return (try? Value.string(provider.capabilities).converted(to: type)) ?? .string(provider.capabilities)
  }

  /// The object by which the session lists a provider: the same one each time.
  static func value(_ provider: any Provider) -> Value { (provider as? ListedProvider)?.listing ?? .null }
}

/// What the providers of a session share: the object by which they are listed, and the origin of their items.
class ListedProvider {
  /// What `PSProvider` and `Get-PSProvider` give; the session's table sets it.
  final var listing = Value.null
  private var lastOrigin: (drive: DriveInfo?, origin: ItemOrigin)?

  /// The origin of items reached by a drive; kept for the next item.
  final func origin(_ drive: DriveInfo?, _ qualifier: String) -> ItemOrigin {
    if let lastOrigin, lastOrigin.drive === drive { return lastOrigin.origin }
    let made = ItemOrigin(provider: listing, drive: drive?.value ?? .null, qualifier: qualifier)
    lastOrigin = (drive, made)
    return made
  }
}

/// Room on the file system of a drive.
enum FileSystemSpace {
  /// Bytes in use; null for drives that are no file systems.
  static func used(_ drive: DriveInfo) -> Value {
    space(drive).map { Int64(bitPattern: UInt64($0.f_blocks &- $0.f_bfree) &* UInt64($0.f_frsize)).value } ?? .null
  }

  /// Bytes free for this user; null for drives that are no file systems.
  static func free(_ drive: DriveInfo) -> Value {
    space(drive).map { Int64(bitPattern: UInt64($0.f_bavail) &* UInt64($0.f_frsize)).value } ?? .null
  }

  private static func space(_ drive: DriveInfo) -> statvfs? {
    guard drive.provider == "FileSystem" else { return nil }
    var space = statvfs()
    return statvfs(drive.root, &space) == 0 ? space : nil
  }
}

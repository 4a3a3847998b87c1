import CmdletKit
import ShellObjects

/// The types of drives, locations and providers as objects.
enum PlaceTypes {
  static let declarations: [TypeDeclaration] = [
    pathInfo, pathInfoStack, driveInfo, providerInfo, capabilities, snapIn,
  ]

  private static let pathInfo = TypeDeclaration("System.Management.Automation.PathInfo", of: LocationInfo.self) { t in
    t.property("System.Management.Automation.PSDriveInfo Drive {get;}") { $0.place.drive?.value ?? .null }
    t.property("System.Management.Automation.ProviderInfo Provider {get;}") { ProviderObject.value($0.place.provider) }
    t.property("string ProviderPath {get;}") { $0.place.path }
    t.property("string Path {get;}") { $0.place.displayPath }
    t.method("string ToString()") { location, _ in location.place.displayPath }
    t.behavior.text = { $0.payload(LocationInfo.self)?.place.displayPath ?? "" }
  }

  private static let pathInfoStack = TypeDeclaration(
    "System.Management.Automation.PathInfoStack", interfaces: ["System.Collections.IEnumerable"], of: LocationStack.self
  ) { t in
    t.property("string Name {get;}") { $0.name }
    t.property("int Count {get;}") { $0.locations.count }
    t.method("System.Object[] ToArray()") { stack, _ in Value(stack.locations.map(\.value)) }
    t.behavior.isKeptWhole = true
    t.behavior.count = { $0.payload(LocationStack.self)?.locations.count ?? 0 }
    t.behavior.elements = { value, body in
      for location in value.payload(LocationStack.self)?.locations ?? [] where try !body(location.value) { return }
    }
  }

  private static let driveInfo = TypeDeclaration("System.Management.Automation.PSDriveInfo", of: DriveInfo.self) { t in
    t.property("string CurrentLocation {get;set;}") {
      $0.currentLocation
    } set: { drive, location in
      drive.currentLocation = try location.text()
    }
    t.property("string Name {get;}") { $0.name }
    t.property("System.Management.Automation.ProviderInfo Provider {get;}") { $0.providerObject }
    t.property("string Root {get;}") { $0.root }
    t.property("string Description {get;set;}") {
      $0.descriptionText
    } set: { drive, text in
      drive.descriptionText = try text.text()
    }
    t.property("System.Nullable[long] MaximumSize {get;}") { _ in Value.null }
    t.property("pscredential Credential {get;}") { _ in Value.null }
    t.property("string DisplayRoot {get;}") { _ in Value.null }
    t.property("bool VolumeSeparatedByColon {get;}") { $0.name != "/" }
    t.codeProperty("System.Object Used {get=Used;}") { FileSystemSpace.used($0) }
    t.codeProperty("System.Object Free {get=Free;}") { FileSystemSpace.free($0) }
    t.method("string ToString()") { drive, _ in drive.name }
    t.behavior.text = { $0.payload(DriveInfo.self)?.name ?? "" }
  }

  private static let providerInfo = TypeDeclaration(
    "System.Management.Automation.ProviderInfo", of: ProviderObject.self
  ) { t in
    t.property("type ImplementingType {get;}") { $0.implementingType }
    t.property("string HelpFile {get;}") { _ in "System.Management.Automation.dll-Help.xml" }
    t.property("string Name {get;}") { $0.provider.name }
    t.property("System.Management.Automation.PSSnapInInfo PSSnapIn {get;}") { _ in
      SnapIn(name: "Microsoft.PowerShell.Core").value
    }
    t.property("string ModuleName {get;}") { _ in "Microsoft.PowerShell.Core" }
    t.property("psmoduleinfo Module {get;}") { _ in Value.null }
    t.property("string Description {get;set;}") { _ in
      ""
    } set: { _, _ in
    }
    t.property("System.Management.Automation.Provider.ProviderCapabilities Capabilities {get;}") { $0.capabilities }
    t.property("string Home {get;set;}") {
      $0.provider.home
    } set: { _, _ in
    }
    t.property(
      "System.Collections.ObjectModel.Collection[System.Management.Automation.PSDriveInfo] Drives {get;}"
    ) { Value($0.drives.map(\.value)) }
    t.method("string ToString()") { object, _ in object.provider.qualifiedName }
    t.behavior.text = { $0.payload(ProviderObject.self)?.provider.qualifiedName ?? "" }
  }
}

extension PlaceTypes {
  private static let snapIn = TypeDeclaration(SnapIn.typeName, of: SnapIn.self) { t in
    t.property("string Name {get;}") { $0.name }
    t.behavior.text = { $0.payload(SnapIn.self)?.name ?? "" }
  }

  private static let capabilities = TypeDeclaration(
    enumeration: "System.Management.Automation.Provider.ProviderCapabilities", isFlags: true,
    [
      ("None", 0), ("Include", 1), ("Exclude", 2), ("Filter", 4), ("ExpandWildcards", 8), ("ShouldProcess", 16),
      ("Credentials", 32), ("Transactions", 64),
    ])
}

/// A stack of locations as `Get-Location -Stack` gives it, top first.
final class LocationStack {
  let name: String
  let locations: [LocationInfo]

  init(_ name: String, _ locations: [LocationInfo]) {
    self.name = name
    self.locations = locations
  }

  var value: Value { .object(Box(self, PSType.named("System.Management.Automation.PathInfoStack"))) }
}

/// What `PSSnapIn` of a provider gives: only its name says anything today.
private struct SnapIn {
  static let typeName = "System.Management.Automation.PSSnapInInfo"
  let name: String

  var value: Value { .object(Box(self, PSType.named(Self.typeName))) }
}

import Glibc
import ShellObjects

/// Members that FileInfo and DirectoryInfo have in common: those of FileSystemInfo and of PowerShell's type data.
enum FileSystemInfoMembers {
  static func add(to t: inout MemberList<FileSystemItem>) {
    addNames(&t)
    addTimes(&t)
    addState(&t)
    addTypeData(&t)
    addUnix(&t)
    t.behavior.text = { $0.payload(FileSystemItem.self)?.givenPath ?? "" }
    t.behavior.ownProperty = { value, name in
      guard let item = value.payload(FileSystemItem.self) else { return nil }
      if let shown = try hidden(name, item) { return shown }
      return item.origin.flatMap { note(name, item, $0) }
    }
    t.behavior.ownPropertyNames = { value in
      value.payload(FileSystemItem.self)?.origin == nil ? [] : noteNames
    }
  }

  private static func addNames(_ t: inout MemberList<FileSystemItem>) {
    t.property("string Name {get;}") { $0.name }
    t.property("string FullName {get;}") { $0.path }
    t.property("string Extension {get;}") { $0.fileExtension }
    t.property("bool Exists {get;}") { $0.exists }
    t.property("string LinkTarget {get;}") { $0.linkTarget }
    t.method("void Refresh()") { item, _ in
      item.refresh()
      return Value.void
    }
    t.method("string ToString()") { item, _ in item.givenPath }
    t.method("System.IO.FileSystemInfo ResolveLinkTarget(bool returnFinalTarget)") { item, arguments in
      resolved(item, toTheEnd: arguments.bool(0))
    }
    t.method("void CreateAsSymbolicLink(string pathToTarget)") { item, arguments in
      try FileItemChange.check(symlink(arguments.string(0), item.path), item)
      item.refresh()
      return Value.void
    }
  }

  private static func addTimes(_ t: inout MemberList<FileSystemItem>) {
    for isUniversal in [false, true] {
      let suffix = isUniversal ? "Utc" : ""
      t.property("datetime CreationTime\(suffix) {get;set;}") {
        FileTime.value($0.linkStatus?.created, isUniversal: isUniversal)
      } set: { item, date in
        try FileItemChange.setTimes(item, modified: FileTime.moment(date, isUniversal: isUniversal))
      }
      t.property("datetime LastAccessTime\(suffix) {get;set;}") {
        FileTime.value($0.linkStatus?.accessed, isUniversal: isUniversal)
      } set: { item, date in
        try FileItemChange.setTimes(item, accessed: FileTime.moment(date, isUniversal: isUniversal))
      }
      t.property("datetime LastWriteTime\(suffix) {get;set;}") {
        FileTime.value($0.linkStatus?.modified, isUniversal: isUniversal)
      } set: { item, date in
        try FileItemChange.setTimes(item, modified: FileTime.moment(date, isUniversal: isUniversal))
      }
    }
  }

  private static func addState(_ t: inout MemberList<FileSystemItem>) {
    t.property("System.IO.FileAttributes Attributes {get;set;}") {
      EnumObject($0.attributes, attributesType)
    } set: { item, value in
      let bits = value.object(as: EnumObject.self)?.number ?? 0
      try FileItemChange.setReadOnly(item, bits & FileAttribute.readOnly != 0)
    }
    t.property("System.IO.UnixFileMode UnixFileMode {get;set;}") { item in
      EnumObject(item.targetStatus.map { Int64($0.permissions) } ?? -1, modeType)
    } set: { item, value in
      let bits = value.object(as: EnumObject.self)?.number ?? 0
      try FileItemChange.check(chmod(item.path, mode_t(truncatingIfNeeded: bits & 0o7777)), item)
      item.refresh()
    }
  }

  private static let attributesType = PSType.named("System.IO.FileAttributes")
  private static let modeType = PSType.named("System.IO.UnixFileMode")

  private static func addTypeData(_ t: inout MemberList<FileSystemItem>) {
    t.alias("Target", "LinkTarget")
    t.codeProperty("System.String LinkType{get=GetLinkType;}") { FileItemView.linkType($0) }
    t.codeProperty("System.String Mode{get=Mode;}") { FileItemView.mode($0) }
    t.codeProperty("System.String ModeWithoutHardLink{get=ModeWithoutHardLink;}") { FileItemView.mode($0) }
    t.codeProperty("System.String ResolvedTarget{get=ResolvedTarget;}") { item in
      item.isLink ? FileItemChange.realPath(item.path) ?? item.linkTarget ?? item.path : item.path
    }
    t.codeProperty("System.Object BaseName {get=BaseName;}") { $0.baseName }
  }

  private static func addUnix(_ t: inout MemberList<FileSystemItem>) {
    t.codeProperty("System.Object UnixMode {get=UnixMode;}") { $0.linkStatus?.modeText }
    t.codeProperty("System.Object User {get=User;}") { $0.linkStatus.map { FileItemView.userName($0.owner) } }
    t.codeProperty("System.Object Group {get=Group;}") { $0.linkStatus.map { FileItemView.groupName($0.group) } }
    t.codeProperty("System.Object Size {get=Size;}") { $0.linkStatus?.size }
  }

  private static func resolved(_ item: FileSystemItem, toTheEnd: Bool) -> Value {
    guard let text = item.linkTarget else { return .null }
    var path = text.utf8.first == UInt8(ascii: "/") ? text : (item.parentPath ?? "/") + "/" + text
    if toTheEnd, let end = FileItemChange.realPath(path) { path = end }
    path = FilePath.full(path)
    return FileSystemItem(path, isDirectory: FileStatus(path)?.isDirectory ?? false).value
  }

  // MARK: Own properties

  private static let nameText = Symbol("NameString")
  private static let lengthText = Symbol("LengthString")
  private static let writeTimeText = Symbol("LastWriteTimeString")

  /// What the type data declares for views only: it can be read and is not listed.
  private static func hidden(_ name: Symbol, _ item: FileSystemItem) throws -> Value? {
    switch name {
    case nameText: .string(FileItemView.coloredName(item))
    case lengthText: .string(FileItemView.lengthText(item))
    case writeTimeText: .string(try FileItemView.writeTimeText(item))
    default: nil
    }
  }

  private static let noteNames = [
    "PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider", "PSIsContainer", "UnixStat",
  ]
  private static let symbols = noteNames.map { Symbol($0) }

  private static func note(_ name: Symbol, _ item: FileSystemItem, _ origin: ItemOrigin) -> Value? {
    guard let index = symbols.firstIndex(of: name) else { return nil }
    switch index {
    case 0: return .string("\(origin.qualifier)::\(item.path)")
    case 1: return .string(item.parentPath.map { "\(origin.qualifier)::\($0)" } ?? "")
    case 2: return .string(item.name)
    case 3: return origin.drive
    case 4: return origin.provider
    case 5: return .bool(item.isDirectory)
    default: return FileItemView.unixStat(item)
    }
  }
}

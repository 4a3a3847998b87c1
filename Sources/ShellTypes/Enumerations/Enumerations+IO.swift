import ShellObjects

/// The enumerations of System.IO.
///
/// **Source:** `Tests/Conformance/facts/enums.tsv`, in the order of `GetNames`.
extension Enumerations {
  static let inputOutput: [TypeDeclaration] = [
    TypeDeclaration(
      enumeration: "System.IO.Compression.CompressionMode",
      [
        ("Decompress", 0), ("Compress", 1),
      ]),
    TypeDeclaration(
      enumeration: "System.IO.FileAccess", isFlags: true,
      [
        ("Read", 1), ("Write", 2), ("ReadWrite", 3),
      ]),
    TypeDeclaration(
      enumeration: "System.IO.FileAttributes", isFlags: true,
      [
        ("None", 0), ("ReadOnly", 1), ("Hidden", 2), ("System", 4), ("Directory", 16), ("Archive", 32),
        ("Device", 64), ("Normal", 128), ("Temporary", 256), ("SparseFile", 512), ("ReparsePoint", 1024),
        ("Compressed", 2048), ("Offline", 4096), ("NotContentIndexed", 8192), ("Encrypted", 16384),
        ("IntegrityStream", 32768), ("NoScrubData", 131072),
      ]),
    TypeDeclaration(
      enumeration: "System.IO.FileMode",
      [
        ("CreateNew", 1), ("Create", 2), ("Open", 3), ("OpenOrCreate", 4), ("Truncate", 5), ("Append", 6),
      ]),
    TypeDeclaration(
      enumeration: "System.IO.FileShare", isFlags: true,
      [
        ("None", 0), ("Read", 1), ("Write", 2), ("ReadWrite", 3), ("Delete", 4), ("Inheritable", 16),
      ]),
    TypeDeclaration(
      enumeration: "System.IO.HandleInheritability",
      [
        ("None", 0), ("Inheritable", 1),
      ]),
    TypeDeclaration(
      enumeration: "System.IO.SearchOption",
      [
        ("TopDirectoryOnly", 0), ("AllDirectories", 1),
      ]),
    TypeDeclaration(
      enumeration: "System.IO.SeekOrigin",
      [
        ("Begin", 0), ("Current", 1), ("End", 2),
      ]),
    TypeDeclaration(
      enumeration: "System.IO.UnixFileMode", isFlags: true,
      [
        ("None", 0), ("OtherExecute", 1), ("OtherWrite", 2), ("OtherRead", 4), ("GroupExecute", 8),
        ("GroupWrite", 16), ("GroupRead", 32), ("UserExecute", 64), ("UserWrite", 128), ("UserRead", 256),
        ("StickyBit", 512), ("SetGroup", 1024), ("SetUser", 2048),
      ]),
  ]
}

package import ShellObjects

/// The types of files and folders as items.
package enum FileSystemTypes {
  package static let declarations: [TypeDeclaration] = [
    FileInfoType.base, FileInfoType.declaration, DirectoryInfoType.declaration,
  ]
}

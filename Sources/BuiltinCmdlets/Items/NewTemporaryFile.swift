import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

/// Makes an empty file in the folder for temporary files.
struct NewTemporaryFile: Cmdlet {
  static let declaration = CmdletDeclaration(
    "New-TemporaryFile", confirmImpact: .low, outputs: ["System.IO.FileInfo"],
    synopsis: "Makes an empty file in the folder for temporary files.",
    examples: [Example("What would happen", code: "New-TemporaryFile -WhatIf")])

  mutating func process(_ context: any CmdletContext) throws {
    let folder = SessionDrives.temporaryDirectory
    guard try context.shouldProcess(folder, "New-TemporaryFile") else { return }
    var name = Array("\(folder)/tmpXXXXXX.tmp".utf8CString)
    let file = mkstemps(&name, 4)
    guard file >= 0 else {
      throw PlaceError.io(
        FileCopy.exception(errno, folder), id: "NewTemporaryFileWriteError", .writeError, target: .string(folder))
    }
    close(file)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try context.write(FileSystemItem(path, isDirectory: false).value)
  }
}

import CmdletKit
import Glibc
import ShellObjects

/// Finds the files that a cmdlet's path parameters mean.
enum FilePaths {
  /// The absolute file-system path of a file to write.
  ///
  /// Wildcards must match one file; what does not exist is made.
  static func target(_ path: String, isLiteral: Bool, _ context: any CmdletContext) throws -> String {
    if !isLiteral, WildcardPattern.containsWildcards(path) {
      let found = try context.session.drives.glob(path)
      if found.count == 1 { return found[0].path }
      if found.count > 1 { throw several(path) }
    }
    return try absolute(isLiteral ? path : WildcardPattern.unescape(path), context)
  }

  /// The existing files that paths mean; what does not exist is reported.
  static func sources(_ paths: [String], isLiteral: Bool, _ context: any CmdletContext) throws -> [String] {
    var files: [String] = []
    for path in paths {
      try context.attempt {
        if !isLiteral, WildcardPattern.containsWildcards(path) {
          files += try context.session.drives.glob(path).map(\.path)
          return
        }
        let file = try absolute(isLiteral ? path : WildcardPattern.unescape(path), context)
        guard access(file, F_OK) == 0 else { throw missing(file, path) }
        files.append(file)
      }
    }
    return files
  }

  /// The absolute path of a literal path; without drives, below the process's folder.
  static func absolute(_ path: String, _ context: any CmdletContext) throws -> String {
    let drives = context.session.drives
    if drives.all.isEmpty {
      if path.hasPrefix("/") { return path }
      guard let folder = getcwd(nil, 0) else { return path }
      defer { free(folder) }
      return String(cString: folder) + "/" + path
    }
    let resolved = try drives.resolve(path)
    guard resolved.provider.name.equalsName("FileSystem") else {
      throw ShellError(
        "System.Management.Automation.PSInvalidOperationException",
        "Cannot perform operation because the path resolved to a provider other than FileSystem. Current provider is \"\(resolved.provider.name)\".",
        id: "ReadWriteFileNotFileSystemProvider", .invalidArgument, target: .string(path))
    }
    return resolved.path
  }

  private static func several(_ path: String) -> ShellError {
    ShellError(
      "System.Management.Automation.PSInvalidOperationException",
      "Cannot perform operation because the path resolved to more than one file. This command cannot operate on multiple files.",
      id: "ReadWriteMultipleFilesNotSupported", .invalidArgument, target: .string(path))
  }

  /// The existing files a path means.
  ///
  /// Throws an error with this id where a plain path means none.
  static func existing(_ path: String, isLiteral: Bool, id: String, _ context: any CmdletContext) throws -> [String] {
    if !isLiteral, WildcardPattern.containsWildcards(path) { return try context.session.drives.glob(path).map(\.path) }
    let file = try absolute(isLiteral ? path : WildcardPattern.unescape(path), context)
    guard FileReader.exists(file) else {
      throw ShellError(
        "System.IO.FileNotFoundException", "Cannot find path '\(path)' because it does not exist.", id: id,
        .objectNotFound, target: .string(path))
    }
    return [file]
  }

  static func notFound(_ path: String) -> ShellError {
    ShellError(
      "System.Management.Automation.ItemNotFoundException", "Cannot find path '\(path)' because it does not exist.",
      id: "PathNotFound", .objectNotFound, target: .string(path))
  }

  static func missing(_ file: String, _ path: String) -> ShellError {
    ShellError(
      "System.IO.FileNotFoundException", "Could not find file '\(file)'.", id: "FileOpenFailure", .openError,
      target: .string(path))
  }
}

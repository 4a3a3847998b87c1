import Glibc
package import ShellObjects

/// Copies, moves and removes files and folders; links are never followed on removal.
package enum FileCopy {
  /// Copies a file with its permissions.
  ///
  /// Throws what .NET throws; IOException where the target exists.
  package static func copyFile(_ source: String, _ target: String, overwrites: Bool) throws {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw FileFailure.exception(errno, source) }
    defer { close(input) }
    var status = stat()
    guard fstat(input, &status) == 0 else { throw FileFailure.exception(errno, source) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileFailure.exception(EACCES, source) }
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (overwrites ? 0 : O_EXCL)
    let output = open(target, flags, status.st_mode & 0o7777)
    guard output >= 0 else {
      throw errno == EISDIR
        ? NetException("System.IO.IOException", "The target file '\(target)' is a directory, not a file.")
        : exception(errno, target)
    }
    defer { close(output) }
    // Why before truncation: a file must not lose its content by being copied onto itself through another name.
    var other = stat()
    if fstat(output, &other) == 0, other.st_ino == status.st_ino, other.st_dev == status.st_dev { return }
    guard ftruncate(output, 0) == 0 || errno == EINVAL else { throw FileFailure.exception(errno, target) }
    try transfer(input, output, target)
    _ = fchmod(output, status.st_mode & 0o7777)
    let times = [status.st_atim, status.st_mtim]
    _ = futimens(output, times)
  }

  private static func transfer(_ input: Int32, _ output: Int32, _ target: String) throws {
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = read(input, &buffer, buffer.count)
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure.exception(errno, target)
      }
      var sent = 0
      while sent < count {
        let written = buffer[sent..<count].withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
        if written < 0 {
          if errno == EINTR { continue }
          throw FileFailure.exception(errno, target)
        }
        sent += written
      }
    }
  }

  /// Moves a file, across file systems too.
  ///
  /// Throws IOException where the target exists.
  package static func moveFile(_ source: String, _ target: String, overwrites: Bool) throws {
    let targetStatus = FileStatus(target, followsLinks: false)
    if !overwrites, let targetStatus {
      guard let own = FileStatus(source, followsLinks: false), own.isSameFile(as: targetStatus) else {
        throw FileFailure.exception(EEXIST, target)
      }
    }
    if rename(source, target) == 0 { return }
    guard errno == EXDEV else {
      throw exception(errno, FileStatus(source, followsLinks: false) == nil ? source : target)
    }
    try copyEntry(source, target)
    if unlink(source) != 0 { throw FileFailure.exception(errno, source) }
  }

  /// Moves a folder, across file systems too.
  ///
  /// Throws IOException where the target exists.
  package static func moveDirectory(_ source: String, _ target: String) throws {
    if FileStatus(target, followsLinks: false) != nil { throw FileFailure.exception(EEXIST, target) }
    if rename(source, target) == 0 { return }
    guard errno == EXDEV else { throw exception(errno, target) }
    try copyTree(source, target)
    try removeTree(source)
  }

  private static func copyTree(_ source: String, _ target: String) throws {
    try makeDirectories(target)
    for entry in try DirectoryListing.entries(of: source) {
      let (from, to) = (source + "/" + entry.name, target + "/" + entry.name)
      if entry.isDirectory, !entry.isLink { try copyTree(from, to) } else { try copyEntry(from, to) }
    }
    if let status = FileStatus(source) { _ = chmod(target, status.permissions) }
  }

  /// Copies a file, or a link as a link.
  private static func copyEntry(_ source: String, _ target: String) throws {
    guard let text = FilePath.linkTarget(source) else { return try copyFile(source, target, overwrites: true) }
    if symlink(text, target) != 0 { throw FileFailure.exception(errno, target) }
  }

  /// Makes a folder and those above it.
  package static func makeDirectories(_ path: String) throws {
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
      if FileStatus(path)?.isDirectory == true { return }
      throw FileFailure.exception(EEXIST, path)
    case ENOENT:
      guard let parent = FileItemChange.parent(of: path) else { throw FileFailure.exception(ENOENT, path) }
      try makeDirectories(parent)
      if mkdir(path, 0o777) != 0, errno != EEXIST { throw exception(errno, path) }
    case let code: throw exception(code, path)
    }
  }

  /// Removes a folder with everything in it; links in it are removed, not followed.
  package static func removeTree(_ path: String) throws {
    if FileStatus(path, followsLinks: false)?.isDirectory == true {
      for entry in try DirectoryListing.entries(of: path) {
        let inner = path + "/" + entry.name
        if entry.isDirectory, !entry.isLink { try removeTree(inner) } else { try removeFile(inner) }
      }
      if rmdir(path) != 0 { throw FileFailure.exception(errno, path) }
    } else {
      try removeFile(path)
    }
  }

  /// Removes a file or a link.
  package static func removeFile(_ path: String) throws {
    if unlink(path) != 0 { throw FileFailure.exception(errno, path) }
  }

  /// What .NET throws for a failed call that makes a path.
  package static func exception(_ code: Int32, _ path: String) -> NetException {
    code == ENOENT || code == ENOTDIR
      ? NetException("System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(path)'.")
      : FileFailure.exception(code, path)
  }
}

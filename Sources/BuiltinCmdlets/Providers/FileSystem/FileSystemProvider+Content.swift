import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

extension FileSystemProvider {
  // MARK: Reading

  func reader(_ path: String, _ options: ContentOptions, _ request: ProviderRequest) throws -> any ContentReader {
    guard let status = FileStatus(path) else { throw PlaceError.pathNotFound(path) }
    if status.isDirectory {
      throw ShellError(
        "System.InvalidOperationException",
        "Unable to get content because it is a directory: '\(path)'. Please use 'Get-ChildItem' instead.",
        id: "GetContainerContentException", .invalidOperation, target: .string(path))
    }
    let file: OpenFile
    do { file = try OpenFile(path) } catch { throw contentFailure(error, "GetContentReader", path, .readError) }
    let wait = options.waits ? Self.waiting(request) : nil
    if options.isByteStream {
      if let tail = options.tail { _ = file.seekToLastBytes(tail) }
      return ByteReader(file, isRaw: options.isRaw, wait: wait)
    }
    let encoding = ContentEncoding(named: options.encoding) ?? .utf8
    let delimiter = options.delimiter.map { Array($0.utf8) }
    let isWide = ContentEncoding.detected(file.peek(4)).map { $0.encoding.scheme != .utf8 } ?? false
    let isSingleByte = ![.utf16Little, .utf16Big, .utf32Little, .utf32Big].contains(encoding.scheme) && !isWide
    let skips = options.tail.map { delimiter == nil && isSingleByte && $0 > 0 && file.seekToLastLines($0) } ?? false
    let reader = try PieceReader(file, encoding, delimiter: delimiter, isRaw: options.isRaw, wait: wait)
    guard let tail = options.tail, !skips else { return reader }
    defer { reader.close() }
    return ValueReader(try Self.last(tail, of: reader))
  }

  private static func last(_ count: Int, of reader: PieceReader) throws -> [Value] {
    var kept: [Value] = []
    while let piece = try reader.next() {
      kept.append(piece)
      if kept.count > 2 * count + 64 { kept.removeFirst(kept.count - count) }
    }
    return Array(kept.suffix(count))
  }

  /// What `-Wait` does at the end of a file.
  private static func waiting(_ request: ProviderRequest) -> () throws -> Void {
    {
      try request.context?.checkCancellation()
      usleep(200_000)
    }
  }

  // MARK: Writing

  func writer(
    _ path: String, _ options: ContentOptions, appends: Bool, _ request: ProviderRequest
  ) throws -> any ContentWriter {
    if request.force, let status = FileStatus(path), status.isReadOnly { _ = chmod(path, status.permissions | 0o200) }
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : 0), 0o666)
    guard file >= 0 else {
      let error =
        errno == EISDIR
        ? NetException("System.UnauthorizedAccessException", "Access to the path '\(path)' is denied.")
        : FileCopy.exception(errno, path)
      if error.typeName == "System.IO.DirectoryNotFoundException" {
        throw PlaceError.io(
          error, id: "GetContentWriterDirectoryNotFoundError", .objectNotFound, target: .string(path))
      }
      throw contentFailure(error, "GetContentWriter", path, .writeError)
    }
    let isEmpty = !appends || FileStatus(path)?.size == 0
    return FileWriter(file, path, options, startsFile: isEmpty)
  }

  func clearContent(_ path: String, _ request: ProviderRequest) throws {
    guard let status = FileStatus(path) else { throw PlaceError.pathNotFound(path) }
    if status.isDirectory {
      throw ShellError(
        "System.NotSupportedException",
        "Unable to clear content of '\(path)' because it is a directory. Clear-Content is only supported on files.",
        id: "ClearDirectoryContent", .invalidOperation, target: .string(path))
    }
    if request.force, status.isReadOnly { _ = chmod(path, status.permissions | 0o200) }
    // Why open: a device or pipe takes no truncation, and needs none.
    let file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard file >= 0 else { throw contentFailure(FileCopy.exception(errno, path), "ClearContent", path, .writeError) }
    close(file)
  }

  private func contentFailure(
    _ error: any Error, _ id: String, _ path: String, _ category: ErrorCategory
  ) -> any Error {
    guard let error = error as? NetException else { return error }
    let isDenied = error.typeName == "System.UnauthorizedAccessException"
    return PlaceError.io(
      error, id: id + (isDenied ? "UnauthorizedAccessError" : "IOError"), isDenied ? .permissionDenied : category,
      target: .string(path))
  }
}

/// Writes values to a file as lines of text, or as bytes.
final class FileWriter: ContentWriter {
  private static let flushSize = 64 << 10
  private var file: Int32
  private let path: String
  private let options: ContentOptions
  private let encoding: ContentEncoding
  private var buffer: [UInt8] = []

  init(_ file: Int32, _ path: String, _ options: ContentOptions, startsFile: Bool) {
    self.file = file
    self.path = path
    self.options = options
    encoding = ContentEncoding(named: options.encoding) ?? .utf8
    if startsFile, !options.isByteStream { buffer = encoding.mark }
  }

  deinit { if file >= 0 { Glibc.close(file) } }

  func write(_ value: Value) throws {
    if case .object(let object) = value.base, object.isEnumerable {
      return try object.forEachElement {
        try self.write($0)
        return true
      }
    }
    if options.isByteStream {
      buffer.append(try byte(value))
    } else {
      buffer += encoding.bytes(try value.text())
      if !options.noNewline { buffer += encoding.bytes("\n") }
    }
    if buffer.count >= Self.flushSize { try flush() }
  }

  private func byte(_ value: Value) throws -> UInt8 {
    guard case .uint8(let byte)? = value.object(as: NumberObject.self)?.payload else {
      throw PlaceError.argument(
        "Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.")
    }
    return byte
  }

  private func flush() throws {
    try DescriptorOutput.write(buffer, to: file, path)
    buffer.removeAll(keepingCapacity: true)
  }

  func close() throws {
    guard file >= 0 else { return }
    defer {
      Glibc.close(file)
      file = -1
    }
    try flush()
  }
}

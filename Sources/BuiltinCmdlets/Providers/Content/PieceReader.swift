import CmdletKit
import Glibc
import ShellObjects
import ShellTypes

/// Reads a file line by line, or by another delimiter, holding one chunk at a time.
final class PieceReader: ContentReader {
  private static let chunkSize = 64 << 10
  private let file: OpenFile
  private let delimiter: [UInt8]?
  private let isRaw: Bool
  private let wait: (() throws -> Void)?
  private var transcoder: Transcoder
  private var buffer: [UInt8] = []
  private var start = 0
  /// Where the search for the next end goes on: what lies before was searched.
  private var searched = 0
  private var isAtEnd = false

  /// `wait` is called at the end of the file before it is tried again; nil ends there.
  init(
    _ file: OpenFile, _ encoding: ContentEncoding, delimiter: [UInt8]?, isRaw: Bool, wait: (() throws -> Void)?
  ) throws {
    self.file = file
    self.delimiter = delimiter
    self.isRaw = isRaw
    self.wait = wait
    var head = try file.read(Self.chunkSize)[...]
    if file.startsAtBeginning, let (found, length) = ContentEncoding.detected(head) {
      transcoder = Transcoder(found.scheme)
      head = head.dropFirst(length)
    } else {
      transcoder = Transcoder(encoding.scheme)
    }
    transcoder.append(head, to: &buffer)
  }

  func close() { file.close() }

  func next() throws -> Value? {
    if isRaw { return try whole() }
    if let delimiter, delimiter.isEmpty { return nil }
    while true {
      if let piece = delimiter == nil ? line() : delimited() { return .string(piece) }
      if try fill() { continue }
      guard start < buffer.count else { return nil }
      defer { start = buffer.count }
      return .string(String(decoding: buffer[start...], as: UTF8.self))
    }
  }

  /// The next line that is whole in the buffer; nil where more must be read.
  private func line() -> String? {
    guard let end = Self.lineEnd(buffer, searched) else {
      searched = buffer.count
      return nil
    }
    var next = end + 1
    if buffer[end] == 0x0D {
      if next == buffer.count, !isAtEnd {
        searched = end
        return nil
      }
      if next < buffer.count, buffer[next] == 0x0A { next += 1 }
    }
    defer {
      start = next
      searched = next
    }
    return String(decoding: buffer[start..<end], as: UTF8.self)
  }

  /// The position of the first line feed or carriage return.
  private static func lineEnd(_ buffer: [UInt8], _ from: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, from < bytes.count else { return nil }
      let feed = memchr(base + from, 0x0A, bytes.count - from).map { $0 - UnsafeMutableRawPointer(mutating: base) }
      let limit = feed ?? bytes.count
      let carriage = memchr(base + from, 0x0D, limit - from).map { $0 - UnsafeMutableRawPointer(mutating: base) }
      return carriage ?? feed
    }
  }

  private func delimited() -> String? {
    guard let delimiter, let first = delimiter.first else { return nil }
    var index = max(start, searched)
    while index + delimiter.count <= buffer.count {
      if buffer[index] == first, buffer[index..<index + delimiter.count].elementsEqual(delimiter) {
        defer {
          start = index + delimiter.count
          searched = start
        }
        return String(decoding: buffer[start..<index], as: UTF8.self)
      }
      index += 1
    }
    searched = index
    return nil
  }

  private func whole() throws -> Value? {
    while try fill() {}
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    return .string(String(decoding: buffer[start...], as: UTF8.self))
  }

  /// Reads one more chunk; false at the end.
  private func fill() throws -> Bool {
    if isAtEnd { return false }
    if start > 0, !isRaw {
      buffer.removeSubrange(..<start)
      searched -= start
      start = 0
    }
    while true {
      let chunk = try file.read(Self.chunkSize)
      if !chunk.isEmpty {
        transcoder.append(chunk[...], to: &buffer)
        return true
      }
      guard let wait else { break }
      try wait()
    }
    isAtEnd = true
    let count = buffer.count
    transcoder.finish(&buffer)
    return buffer.count > count || buffer.last == 0x0D
  }
}

/// Reads a file byte by byte.
final class ByteReader: ContentReader {
  private let file: OpenFile
  private let isRaw: Bool
  private let wait: (() throws -> Void)?
  private var chunk: [UInt8] = []
  private var position = 0

  init(_ file: OpenFile, isRaw: Bool, wait: (() throws -> Void)?) {
    self.file = file
    self.isRaw = isRaw
    self.wait = wait
  }

  func close() { file.close() }

  func next() throws -> Value? {
    if isRaw { return try whole() }
    while position == chunk.count {
      chunk = try file.read(64 << 10)
      position = 0
      if chunk.isEmpty {
        guard let wait else { return nil }
        try wait()
      }
    }
    position += 1
    return chunk[position - 1].value
  }

  private func whole() throws -> Value? {
    var all: [Value] = []
    while case let chunk = try file.read(1 << 20), !chunk.isEmpty { all += chunk.map(\.value) }
    return all.isEmpty ? nil : .object(PSArray(all, elementType: .byte))
  }
}

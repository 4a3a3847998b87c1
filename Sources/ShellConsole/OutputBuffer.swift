import Glibc

/// Bytes on their way to a descriptor: gathered, and written when there are many or somebody waits.
package final class OutputBuffer {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  /// Called before the buffer is written, so that two buffers on one terminal keep their order.
  private static let limit = 65536
  /// False after the reader has gone away.
  package private(set) var isOpen = true

  package init(_ descriptor: Int32) {
    self.descriptor = descriptor
    bytes.reserveCapacity(4096)
  }

  package func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= Self.limit { flush() }
  }

  package func appendLine(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(10)
    if bytes.count >= Self.limit { flush() }
  }

  package func flush() {
    var offset = 0
    while offset < bytes.count, isOpen {
      let count = bytes[offset...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { offset += count } else if errno != EINTR && errno != EAGAIN { isOpen = false }
    }
    bytes.removeAll(keepingCapacity: bytes.capacity <= 4 * Self.limit)
  }
}

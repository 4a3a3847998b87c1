import Glibc

/// Collects what goes to the terminal and sends it in one write.
struct TerminalOutput {
  private let descriptor: Int32
  private var bytes: [UInt8] = []

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  mutating func send(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func send(_ scalar: UInt32) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if let scalar = Unicode.Scalar(scalar), let encoded = UTF8.encode(scalar) {
      bytes.append(contentsOf: encoded)
    }
  }

  /// Writes what was collected.
  ///
  /// A terminal that has gone away is noticed by the next read.
  mutating func flush() {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, 1000)
        continue
      }
      guard count > 0 else { break }
      done += count
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

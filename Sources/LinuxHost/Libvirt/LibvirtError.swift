import CLibvirt

/// What libvirt answered instead of doing something.
package struct LibvirtError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Of `virErrorNumber`; 0 where the library itself is missing.
  package let code: Int32
  /// libvirt's own words.
  package let message: String

  package init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// The last error of this thread, which libvirt keeps until its next call.
  init(lastErrorOr otherwise: String) {
    guard let error = clv_get_last_error() else {
      self.init(code: Int32(VIR_ERR_INTERNAL_ERROR.rawValue), message: otherwise)
      return
    }
    let text = error.pointee.message.map { String(cString: $0) } ?? otherwise
    self.init(code: Int32(error.pointee.code), message: text)
  }

  package var description: String {
    let sentence = message.hasSuffix(".") ? message : message + "."
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  func isCode(_ codes: virErrorNumber...) -> Bool { codes.contains { $0.rawValue == UInt32(bitPattern: code) } }

  /// The library is not installed: this machine has no virtual machines of libvirt's.
  package var isLibraryMissing: Bool { code == 0 }
}

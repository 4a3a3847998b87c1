import CLibvirt
import Glibc

/// The library libvirt, opened at first need: that takes 12 ms, which no other command should pay.
enum LibvirtLibrary {
  /// Throws where the library is not installed.
  static func load() throws(LibvirtError) {
    if let failure = clv_load() { throw LibvirtError(code: 0, message: String(cString: failure)) }
  }

  /// The result of a call that answers a negative number when it failed.
  @discardableResult
  static func check(_ result: Int32, _ what: String) throws(LibvirtError) -> Int32 {
    guard result >= 0 else { throw LibvirtError(lastErrorOr: "libvirt cannot \(what)") }
    return result
  }

  /// A text that libvirt allocated, freed here.
  static func text(_ result: UnsafeMutablePointer<CChar>?, _ what: String) throws(LibvirtError) -> String {
    guard let result else { throw LibvirtError(lastErrorOr: "libvirt cannot \(what)") }
    defer { free(result) }
    return String(cString: result)
  }
}

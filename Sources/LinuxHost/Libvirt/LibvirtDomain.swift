import CLibvirt
import GPUPartitioning

/// A virtual machine as libvirt has it: a handle that stays valid when the machine goes away.
final class LibvirtDomain {
  private let handle: OpaquePointer
  /// Keeps the connection open as long as the handle.
  private let connection: LibvirtConnection
  let name: String
  let identifier: UniqueIdentifier

  /// Takes over one reference to the handle.
  init(_ handle: OpaquePointer, _ connection: LibvirtConnection) throws(LibvirtError) {
    self.handle = handle
    self.connection = connection
    name = clv_domain_get_name(handle).map { String(cString: $0) } ?? ""
    var buffer = [CChar](repeating: 0, count: Int(VIR_UUID_STRING_BUFLEN))
    let result = clv_domain_get_uuid_string(handle, &buffer)
    let text = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard result == 0, let parsed = UniqueIdentifier(text) else {
      clv_domain_free(handle)
      throw LibvirtError(lastErrorOr: "libvirt gave the virtual machine '\(name)' no identifier")
    }
    identifier = parsed
  }

  deinit { clv_domain_free(handle) }

  // MARK: Reading

  /// Which of the two definitions of a running machine is meant.
  enum Definition {
    /// What it runs with now; of a machine that is off, the stored one.
    case current
    /// What it will start with next.
    case stored

    fileprivate var flags: UInt32 { self == .stored ? VIR_DOMAIN_XML_INACTIVE.rawValue : 0 }
  }

  /// `secret`: with passwords, as a definition needs that is going to be stored again.
  func xml(_ definition: Definition, secret: Bool = false) throws(LibvirtError) -> String {
    let flags = definition.flags | (secret ? VIR_DOMAIN_XML_SECURE.rawValue : 0)
    return try LibvirtLibrary.text(clv_domain_get_xml_desc(handle, flags), "read the definition of '\(name)'")
  }

  /// State and reason, with libvirt's numbers.
  func state() throws(LibvirtError) -> (state: Int32, reason: Int32) {
    var state: Int32 = 0
    var reason: Int32 = 0
    try LibvirtLibrary.check(clv_domain_get_state(handle, &state, &reason, 0), "read the state of '\(name)'")
    return (state, reason)
  }

  /// A process of the host runs it.
  func isActive() throws(LibvirtError) -> Bool {
    let state = try state().state
    return state != Int32(VIR_DOMAIN_SHUTOFF.rawValue) && state != Int32(VIR_DOMAIN_CRASHED.rawValue)
  }

  /// Has a definition that outlives its run.
  func isPersistent() throws(LibvirtError) -> Bool {
    try LibvirtLibrary.check(clv_domain_is_persistent(handle), "read whether '\(name)' is persistent") == 1
  }

  func hasSavedState() throws(LibvirtError) -> Bool {
    try LibvirtLibrary.check(clv_domain_has_managed_save_image(handle, 0), "look for a saved state of '\(name)'") == 1
  }

  /// A migration, a backup or a dump is going on; false where the driver cannot say.
  func hasActiveJob() -> Bool {
    var info = virDomainJobInfo()
    guard clv_domain_get_job_info(handle, &info) == 0 else { return false }
    return info.type != Int32(VIR_DOMAIN_JOB_NONE.rawValue)
  }

  // MARK: Power

  func start() throws(LibvirtError) {
    try LibvirtLibrary.check(clv_domain_create_with_flags(handle, 0), "start '\(name)'")
  }

  /// Asks the guest to shut down; returns at once.
  func askToShutDown() throws(LibvirtError) {
    try LibvirtLibrary.check(clv_domain_shutdown(handle), "shut '\(name)' down")
  }

  func turnOff() throws(LibvirtError) {
    try LibvirtLibrary.check(clv_domain_destroy_flags(handle, 0), "turn '\(name)' off")
  }

  func save() throws(LibvirtError) {
    try LibvirtLibrary.check(clv_domain_managed_save(handle, 0), "save '\(name)'")
  }

  func pause() throws(LibvirtError) { try LibvirtLibrary.check(clv_domain_suspend(handle), "pause '\(name)'") }

  func resume() throws(LibvirtError) { try LibvirtLibrary.check(clv_domain_resume(handle), "resume '\(name)'") }

  // MARK: Definition

  /// Adds a device to the stored definition.
  func attach(_ xml: String) throws(LibvirtError) {
    let result = clv_domain_attach_device_flags(handle, xml, VIR_DOMAIN_AFFECT_CONFIG.rawValue)
    try LibvirtLibrary.check(result, "attach a device to '\(name)'")
  }

  /// Takes a device out of the stored definition.
  func detach(_ xml: String) throws(LibvirtError) {
    let result = clv_domain_detach_device_flags(handle, xml, VIR_DOMAIN_AFFECT_CONFIG.rawValue)
    try LibvirtLibrary.check(result, "detach a device from '\(name)'")
  }

  /// Replaces the stored definition of this machine.
  func redefine(_ xml: String) throws(LibvirtError) { _ = try connection.define(xml) }

  /// The element that was stored for a namespace; nil where none was.
  func metadata(_ uri: String) throws(LibvirtError) -> String? {
    let kind = Int32(VIR_DOMAIN_METADATA_ELEMENT.rawValue)
    let flags = try configFlags()
    do {
      let result = clv_domain_get_metadata(handle, kind, uri, flags)
      return try LibvirtLibrary.text(result, "read the notes of '\(name)'")
    } catch {
      if error.isCode(VIR_ERR_NO_DOMAIN_METADATA) { return nil }
      throw error
    }
  }

  /// Stores an element for a namespace; nil removes it.
  func setMetadata(_ element: String?, uri: String, key: String) throws(LibvirtError) {
    let kind = Int32(VIR_DOMAIN_METADATA_ELEMENT.rawValue)
    let result = clv_domain_set_metadata(handle, kind, element, element == nil ? nil : key, uri, try configFlags())
    try LibvirtLibrary.check(result, "write the notes of '\(name)'")
  }

  /// Removes the definition, with a saved state where there is one.
  func forget() throws(LibvirtError) {
    let flags = VIR_DOMAIN_UNDEFINE_MANAGED_SAVE.rawValue
    try LibvirtLibrary.check(clv_domain_undefine_flags(handle, flags), "remove '\(name)'")
  }

  private func configFlags() throws(LibvirtError) -> UInt32 {
    try isPersistent() ? VIR_DOMAIN_AFFECT_CONFIG.rawValue : VIR_DOMAIN_AFFECT_CURRENT.rawValue
  }
}

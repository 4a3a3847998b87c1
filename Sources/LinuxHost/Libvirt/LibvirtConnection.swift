import CLibvirt
import GPUPartitioning
import Glibc

/// A connection to a libvirt daemon, or to its in-process test driver.
final class LibvirtConnection {
  private let handle: OpaquePointer
  let uri: String

  /// Opens the library and the connection; never asks the user for anything.
  init(_ uri: String) throws(LibvirtError) {
    try LibvirtLibrary.load()
    guard let opened = clv_connect_open(uri) else { throw LibvirtError(lastErrorOr: "libvirt cannot open '\(uri)'") }
    handle = opened
    self.uri = uri
  }

  deinit { clv_connect_close(handle) }

  /// The daemon still answers on it.
  var isAlive: Bool { clv_connect_is_alive(handle) == 1 }

  /// Every machine, running or not, in one call.
  func domains(_ flags: virConnectListAllDomainsFlags? = nil) throws(LibvirtError) -> [LibvirtDomain] {
    var list: UnsafeMutablePointer<OpaquePointer?>?
    let found = clv_connect_list_all_domains(handle, &list, flags?.rawValue ?? 0)
    let count = Int(try LibvirtLibrary.check(found, "list the virtual machines"))
    defer { free(list) }
    var result: [LibvirtDomain] = []
    result.reserveCapacity(count)
    for index in 0..<count {
      guard let domain = list?[index] else { continue }
      // One that cannot be wrapped is gone already.
      if let wrapped = try? LibvirtDomain(domain, self) { result.append(wrapped) }
    }
    return result
  }

  /// The identifiers of the machines that a filter of libvirt's selects.
  func identifiers(_ flags: virConnectListAllDomainsFlags) throws(LibvirtError) -> Set<UniqueIdentifier> {
    Set(try domains(flags).map(\.identifier))
  }

  func domain(_ identifier: UniqueIdentifier) throws(LibvirtError) -> LibvirtDomain {
    guard let found = clv_domain_lookup_by_uuid_string(handle, identifier.description) else {
      throw LibvirtError(lastErrorOr: "libvirt has no virtual machine '\(identifier)'")
    }
    return try LibvirtDomain(found, self)
  }

  /// Stores a definition, replacing that of the machine with its identifier.
  @discardableResult
  func define(_ xml: String) throws(LibvirtError) -> LibvirtDomain {
    guard let found = clv_domain_define_xml_flags(handle, xml, 0) else {
      throw LibvirtError(lastErrorOr: "libvirt cannot store the definition")
    }
    return try LibvirtDomain(found, self)
  }

  /// What libvirt counts about every machine, in one call.
  func statistics() throws(LibvirtError) -> [UniqueIdentifier: LibvirtStatistics] {
    var records: UnsafeMutablePointer<virDomainStatsRecordPtr?>?
    let wanted = VIR_DOMAIN_STATS_STATE.rawValue | VIR_DOMAIN_STATS_BALLOON.rawValue | VIR_DOMAIN_STATS_VCPU.rawValue
    let found = clv_connect_get_all_domain_stats(handle, wanted, &records, 0)
    let count = Int(try LibvirtLibrary.check(found, "count what the virtual machines use"))
    defer { clv_domain_stats_record_list_free(records) }
    var result: [UniqueIdentifier: LibvirtStatistics] = [:]
    for index in 0..<count {
      guard let record = records?[index]?.pointee, let domain = record.dom else { continue }
      var buffer = [CChar](repeating: 0, count: Int(VIR_UUID_STRING_BUFLEN))
      guard clv_domain_get_uuid_string(domain, &buffer) == 0 else { continue }
      let text = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard let identifier = UniqueIdentifier(text) else { continue }
      result[identifier] = LibvirtStatistics(record)
    }
    return result
  }
}

/// Numbers about one machine, from the bulk call.
struct LibvirtStatistics: Equatable {
  var state: Int32 = 0
  var reason: Int32 = 0
  /// In bytes; what the guest has now.
  var memory: Int64 = 0
  var processorCount = 0

  init(_ record: virDomainStatsRecord) {
    for index in 0..<Int(max(0, record.nparams)) {
      guard let parameter = record.params?[index] else { continue }
      switch LibvirtStatistics.name(of: parameter) {
      case "state.state": state = parameter.value.i
      case "state.reason": reason = parameter.value.i
      case "balloon.current":
        memory = Int64(clamping: parameter.value.ul.multipliedReportingOverflow(by: 1024).partialValue)
      case "vcpu.current": processorCount = Int(parameter.value.ui)
      default: break
      }
    }
  }

  private static func name(of parameter: virTypedParameter) -> String {
    withUnsafeBytes(of: parameter.field) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

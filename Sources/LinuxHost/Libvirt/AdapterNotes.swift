import GPUPartitioning

/// What libvirt has no place for, kept in the machine's metadata: the bounds that an adapter was asked for.
///
/// `<adapters xmlns="urn:gpsh:adapters:1"><adapter id="…"><vram minimum="…" optimal="…"/></adapter></adapters>`. It moves
/// with the machine, and every other program leaves it alone. Entries of adapters that are gone are dropped when written.
struct AdapterNotes: Equatable {
  static let namespace = "urn:gpsh:adapters:1"
  static let prefix = "gpsh"

  private(set) var bounds: [UniqueIdentifier: AdapterBounds] = [:]

  init() {}

  /// Reads the element; what cannot be understood (another version's, another's) is as if it were not there.
  init(_ element: XMLElement?) {
    for adapter in element?.children("adapter") ?? [] {
      guard let identifier = adapter["id"].flatMap({ UniqueIdentifier($0) }) else { continue }
      var found = AdapterBounds.none
      for resource in GPUResource.allCases {
        guard let requested = adapter.child(resource.rawValue.lowercased()) else { continue }
        found[resource] =
          (try? RequestedBounds(
            minimum: requested["minimum"].flatMap { UInt64($0) }, maximum: requested["maximum"].flatMap { UInt64($0) },
            optimal: requested["optimal"].flatMap { UInt64($0) }, of: resource)) ?? .none
      }
      bounds[identifier] = found
    }
  }

  subscript(adapter: UniqueIdentifier) -> AdapterBounds { bounds[adapter] ?? .none }

  /// Notes the bounds of an adapter; none at all removes it.
  mutating func set(_ adapter: UniqueIdentifier, _ new: AdapterBounds) {
    bounds[adapter] = new.isEmpty ? nil : new
  }

  mutating func keepOnly(_ adapters: Set<UniqueIdentifier>) { bounds = bounds.filter { adapters.contains($0.key) } }

  /// The element to store; nil where there is nothing to note.
  func xml() throws(XMLError) -> String? {
    guard !bounds.isEmpty else { return nil }
    let tree = try XMLTree(element: "adapters")
    for (identifier, requested) in bounds.sorted(by: { $0.key.description < $1.key.description }) {
      let adapter = tree.root?.append("adapter")
      adapter?.set("id", identifier.description)
      for resource in GPUResource.allCases where !requested[resource].isEmpty {
        let element = adapter?.append(resource.rawValue.lowercased())
        if let minimum = requested[resource].minimum { element?.set("minimum", "\(minimum)") }
        if let maximum = requested[resource].maximum { element?.set("maximum", "\(maximum)") }
        if let optimal = requested[resource].optimal { element?.set("optimal", "\(optimal)") }
      }
    }
    return tree.root?.xml
  }
}

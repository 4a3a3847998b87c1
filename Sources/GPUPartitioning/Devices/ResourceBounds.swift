/// The least, the most and the best amount of one resource; minimum ≤ optimal ≤ maximum, always.
package struct ResourceBounds: Equatable, Sendable {
  package let minimum: UInt64
  package let maximum: UInt64
  package let optimal: UInt64

  /// Throws `InvalidParameter` where the three are out of order.
  package init(minimum: UInt64, maximum: UInt64, optimal: UInt64) throws(GPUPartitioningError) {
    _ = try RequestedBounds(minimum: minimum, maximum: maximum, optimal: optimal)
    self.minimum = minimum
    self.maximum = maximum
    self.optimal = optimal
  }

  /// All three the same: a partition of a fixed size.
  package init(exactly amount: UInt64) {
    minimum = amount
    maximum = amount
    optimal = amount
  }
}

/// The bounds that a user asked for one resource of an adapter; nil where none was given.
///
/// Those that are given are in order: minimum ≤ optimal ≤ maximum.
package struct RequestedBounds: Equatable, Sendable {
  package let minimum: UInt64?
  package let maximum: UInt64?
  package let optimal: UInt64?

  /// No bound: a whole partition, whatever its size.
  package static let none = RequestedBounds()

  private init() {
    minimum = nil
    maximum = nil
    optimal = nil
  }

  /// Throws `InvalidParameter`, with `resource` as its subject, where those given are out of order.
  package init(
    minimum: UInt64? = nil, maximum: UInt64? = nil, optimal: UInt64? = nil, of resource: GPUResource = .vram
  ) throws(GPUPartitioningError) {
    for (low, lowName, high, highName) in [
      (minimum, "Min", maximum, "Max"), (minimum, "Min", optimal, "Optimal"), (optimal, "Optimal", maximum, "Max"),
    ] {
      guard let low, let high, low > high else { continue }
      throw .boundsOutOfOrder(resource, lowName, low, highName, high)
    }
    self.minimum = minimum
    self.maximum = maximum
    self.optimal = optimal
  }

  package var isEmpty: Bool { minimum == nil && maximum == nil && optimal == nil }

  /// These bounds where `other` gives none, those of `other` where it does.
  package func merged(
    with other: RequestedBounds, of resource: GPUResource
  ) throws(GPUPartitioningError)
    -> RequestedBounds
  {
    try RequestedBounds(
      minimum: other.minimum ?? minimum, maximum: other.maximum ?? maximum, optimal: other.optimal ?? optimal,
      of: resource)
  }
}

/// The twelve bounds of an adapter.
package typealias AdapterBounds = PerResource<RequestedBounds>

extension PerResource where Element == RequestedBounds {
  /// No bound at all.
  package static var none: AdapterBounds { AdapterBounds(all: .none) }

  package var isEmpty: Bool { GPUResource.allCases.allSatisfy { self[$0].isEmpty } }

  /// These bounds, changed where `other` gives one.
  ///
  /// Throws where the result is out of order.
  package func merged(with other: AdapterBounds) throws(GPUPartitioningError) -> AdapterBounds {
    var result = self
    for resource in GPUResource.allCases {
      result[resource] = try self[resource].merged(with: other[resource], of: resource)
    }
    return result
  }
}

/// How much of one resource a GPU has, has left, and gives to one partition.
package struct ResourceCapacity: Equatable, Sendable {
  /// Where the numbers come from.
  package enum Source: String, Sendable {
    /// The driver or the hardware said so.
    case reported = "Reported"
    /// Not partitioned: every partition may use all of it.
    case shared = "Shared"
    /// Nobody knows.
    case unknown = "Unknown"
  }

  package let total: UInt64
  /// Never above `total`.
  package let available: UInt64
  package let bounds: ResourceBounds
  package let source: Source

  /// A greater `available` is cut to `total`.
  package init(total: UInt64, available: UInt64, bounds: ResourceBounds, source: Source = .reported) {
    self.total = total
    self.available = min(total, available)
    self.bounds = bounds
    self.source = source
  }

  /// Hyper-V's number for what it does not partition: 18446744073709551615 everywhere.
  package static let shared = unlimited(.shared)
  /// As `shared`, where not even that is known.
  package static let unknown = unlimited(.unknown)

  private static func unlimited(_ source: Source) -> ResourceCapacity {
    ResourceCapacity(total: .max, available: .max, bounds: ResourceBounds(exactly: .max), source: source)
  }
}

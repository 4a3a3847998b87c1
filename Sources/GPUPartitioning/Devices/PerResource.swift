/// The four things a GPU partition has a share of.
///
/// Units: VRAM in bytes; compute in gigaflops at half precision; encode and decode in streams of 960 × 540 at 60 Hz.
package enum GPUResource: String, CaseIterable, Sendable {
  case vram = "VRAM"
  case encode = "Encode"
  case decode = "Decode"
  case compute = "Compute"
}

/// One value for each of the four resources.
package struct PerResource<Element> {
  package var vram: Element
  package var encode: Element
  package var decode: Element
  package var compute: Element

  package init(vram: Element, encode: Element, decode: Element, compute: Element) {
    self.vram = vram
    self.encode = encode
    self.decode = decode
    self.compute = compute
  }

  /// The same value four times.
  package init(all element: Element) {
    self.init(vram: element, encode: element, decode: element, compute: element)
  }

  package subscript(resource: GPUResource) -> Element {
    get {
      switch resource {
      case .vram: vram
      case .encode: encode
      case .decode: decode
      case .compute: compute
      }
    }
    set {
      switch resource {
      case .vram: vram = newValue
      case .encode: encode = newValue
      case .decode: decode = newValue
      case .compute: compute = newValue
      }
    }
  }
}

extension PerResource: Equatable where Element: Equatable {}
extension PerResource: Sendable where Element: Sendable {}

/// The amounts of the four resources; nil where nobody reported one.
package typealias ResourceAmounts = PerResource<UInt64?>

extension PerResource where Element == UInt64? {
  /// Nothing is known.
  package static var unknown: ResourceAmounts { ResourceAmounts(all: nil) }
}

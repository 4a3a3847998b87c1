/// Which characters IgnoreCase takes for the same.
///
/// Two characters are the same if their simple lower-case mappings are: so the Kelvin sign is a `k`, but the long s is
/// no `s`, and the dotted and dotless i of Turkish stand alone, as in the invariant culture.
/// Source: .NET 10, RegexCaseEquivalences.
enum CaseEquivalence {
  private static let kelvin: UInt32 = 0x212A

  /// Every scalar that equals `scalar`, itself included.
  static func equivalents(of scalar: UInt32) -> [UInt32] {
    if scalar < 0x80 {
      guard isASCIILetter(scalar) else { return [scalar] }
      let pair = [scalar & ~0x20, scalar | 0x20]
      return scalar | 0x20 == 0x6B ? pair + [kelvin] : pair
    }
    if scalar == kelvin { return [0x4B, 0x6B, kelvin] }
    let lower = lowercased(scalar)
    var result = [lower]
    for candidate in [scalar, uppercased(lower), titlecased(lower)] + (singletons[lower] ?? [])
    where lowercased(candidate) == lower && !result.contains(candidate) {
      result.append(candidate)
    }
    return result
  }

  /// Whether two scalars are the same when case is ignored.
  static func areEqual(_ left: UInt32, _ right: UInt32) -> Bool {
    if left == right { return true }
    if left < 0x80, right < 0x80 { return left ^ right == 0x20 && isASCIILetter(left) }
    return lowercased(left) == lowercased(right)
  }

  static func isASCIILetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar | 0x20)
  }

  /// Characters with a lower-case mapping that no mapping leads back to, by that mapping.
  private static let singletons: [UInt32: [UInt32]] = [0x3C9: [0x2126], 0xE5: [0x212B], 0xDF: [0x1E9E]]

  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    guard scalar >= 0x80 else { return (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar }
    guard let unicode = Unicode.Scalar(scalar) else { return scalar }
    return single(unicode.properties.lowercaseMapping) ?? scalar
  }

  private static func uppercased(_ scalar: UInt32) -> UInt32 {
    Unicode.Scalar(scalar).flatMap { single($0.properties.uppercaseMapping) } ?? scalar
  }

  private static func titlecased(_ scalar: UInt32) -> UInt32 {
    Unicode.Scalar(scalar).flatMap { single($0.properties.titlecaseMapping) } ?? scalar
  }

  private static func single(_ mapping: String) -> UInt32? {
    let scalars = mapping.unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return nil }
    return first.value
  }
}

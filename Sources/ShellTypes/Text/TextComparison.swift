import ShellObjects

/// How two texts are compared; raw values are .NET's StringComparison.
enum TextComparison: Int, Sendable {
  case currentCulture, currentCultureIgnoreCase, invariantCulture, invariantCultureIgnoreCase, ordinal,
    ordinalIgnoreCase

  var isOrdinal: Bool { self == .ordinal || self == .ordinalIgnoreCase }
  var ignoresCase: Bool { rawValue & 1 == 1 }

  /// The comparison of an argument; throws as .NET does for a number that is none.
  init(_ arguments: Arguments, _ index: Int) throws {
    guard let known = TextComparison(rawValue: arguments.int(index)) else {
      throw NetException.argument("The string comparison type passed in is currently not supported.", "comparisonType")
    }
    self = known
  }

  /// The culture's own comparison, with or without case.
  static func culture(ignoreCase: Bool) -> TextComparison { ignoreCase ? .currentCultureIgnoreCase : .currentCulture }

  /// Negative, zero or positive.
  func order(_ a: String, _ b: String) -> Int {
    switch self {
    case .ordinal: TextOrder.ordinal(a, b)
    case .ordinalIgnoreCase: TextOrder.ordinal(TextCase.upper(a), TextCase.upper(b))
    default: CultureComparison.compare(a, b, ignoreCase: ignoresCase)
    }
  }

  func equal(_ a: String, _ b: String) -> Bool {
    switch self {
    case .ordinal: a.isIdentical(to: b)
    case .ordinalIgnoreCase: a.equalsName(b)
    default: order(a, b) == 0
    }
  }
}

/// The order of UTF-16 code units.
enum TextOrder {
  /// The difference of the first units that differ, or of the lengths: what CompareOrdinal gives.
  static func ordinal(_ a: String, _ b: String) -> Int {
    var left = a.utf16.makeIterator()
    var right = b.utf16.makeIterator()
    while true {
      switch (left.next(), right.next()) {
      case (nil, nil): return 0
      case (nil, _): return a.utf16.count - b.utf16.count
      case (_, nil): return a.utf16.count - b.utf16.count
      case (let x?, let y?): if x != y { return Int(x) - Int(y) }
      }
    }
  }
}

/// Case mapping as .NET does it: scalar by scalar, never changing the length.
enum TextCase {
  static func upper(_ text: String) -> String {
    mapped(text, ascii: { $0.uppercased() }) { $0.properties.uppercaseMapping }
  }
  static func lower(_ text: String) -> String {
    mapped(text, ascii: { $0.lowercased() }) { $0.properties.lowercaseMapping }
  }

  static func upper(_ unit: UInt16) -> UInt16 { mapped(unit) { $0.properties.uppercaseMapping } }
  static func lower(_ unit: UInt16) -> UInt16 { mapped(unit) { $0.properties.lowercaseMapping } }

  private static func mapped(_ text: String, ascii: (String) -> String, _ map: (Unicode.Scalar) -> String) -> String {
    if UTF16Text.isASCII(text) { return ascii(text) }
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(single(scalar, map)) }
    return result
  }

  private static func mapped(_ unit: UInt16, _ map: (Unicode.Scalar) -> String) -> UInt16 {
    guard let scalar = Unicode.Scalar(unit) else { return unit }
    return UInt16(exactly: single(scalar, map).value) ?? unit
  }

  /// The mapped scalar; the same one where its full mapping is several, as for ß, or where it is dotless or dotted i.
  private static func single(_ scalar: Unicode.Scalar, _ map: (Unicode.Scalar) -> String) -> Unicode.Scalar {
    if scalar.value == 0x130 || scalar.value == 0x131 { return scalar }
    let mapped = map(scalar).unicodeScalars
    guard mapped.count == 1, let first = mapped.first else { return scalar }
    return first
  }
}

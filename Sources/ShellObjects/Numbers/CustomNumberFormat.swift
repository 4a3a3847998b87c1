/// A picture of digits such as `#,##0.00;(#);zero`, applied to one number.
///
/// The picture's sections stand for positive, negative and zero. Two passes: the first learns where digits, the point
/// and group separators stand; the second writes. Works on the picture's bytes; multi-byte characters are literals, but
/// for `‰`, which is replaced by a byte that no UTF-8 text contains.
/// **Source:** .NET's custom numeric formats, recorded in `formatoperator/numbers-custom.tsv`.
struct CustomNumberFormat {
  static let perMille: UInt8 = 0xFF
  private static let zero = UInt8(ascii: "0")

  private let picture: [UInt8]
  private var number: NumberDigits
  private let info: NumberFormatInfo

  init(_ picture: String, _ number: NumberDigits, _ info: NumberFormatInfo) {
    self.picture = Self.bytes(picture)
    self.number = number
    self.info = info
  }

  private static func bytes(_ picture: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in picture.unicodeScalars {
      if scalar == "\u{2030}" { bytes.append(perMille) } else { bytes.append(contentsOf: String(scalar).utf8) }
    }
    return bytes
  }

  func text() -> String {
    var copy = self
    return copy.write()
  }

  private mutating func write() -> String {
    var section = start(ofSection: number.isZero ? 2 : number.isNegative ? 1 : 0)
    var layout = measure(section)
    if !number.isZero {
      number.scale += layout.scaleAdjustment
      let kept = layout.isScientific ? layout.digitCount : number.scale + layout.digitCount - layout.pointPosition
      number.round(to: kept)
      let zeroSection = start(ofSection: 2)
      if number.isZero, zeroSection != section {
        section = zeroSection
        layout = measure(section)
        number.becomeZero()
      }
    } else {
      number.becomeZero()
    }
    var pass = PictureWriter(picture, section, number, layout, info)
    return pass.run()
  }

  /// Where the section begins; a section that is missing or empty is the first.
  private func start(ofSection wanted: Int) -> Int {
    if wanted == 0 { return 0 }
    var left = wanted
    var index = 0
    while index < picture.count {
      let byte = picture[index]
      index += 1
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        while index < picture.count, picture[index] != byte { index += 1 }
        index += 1
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: ";"):
        left -= 1
        guard left == 0 else { continue }
        return index < picture.count && picture[index] != UInt8(ascii: ";") ? index : 0
      default: break
      }
    }
    return 0
  }

  private func measure(_ section: Int) -> PictureLayout {
    var layout = PictureLayout()
    var index = section
    while index < picture.count, picture[index] != UInt8(ascii: ";") {
      let byte = picture[index]
      index += 1
      switch byte {
      case UInt8(ascii: "#"): layout.digitCount += 1
      case Self.zero:
        layout.firstZero = min(layout.firstZero, layout.digitCount)
        layout.digitCount += 1
        layout.lastZero = layout.digitCount
      case UInt8(ascii: "."): if layout.pointPosition < 0 { layout.pointPosition = layout.digitCount }
      case UInt8(ascii: ","): layout.noteSeparator()
      case UInt8(ascii: "%"): layout.scaleAdjustment += 2
      case Self.perMille: layout.scaleAdjustment += 3
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        while index < picture.count, picture[index] != byte { index += 1 }
        index += 1
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "E"), UInt8(ascii: "e"):
        if let end = exponentEnd(index) {
          index = end
          layout.isScientific = true
        }
      default: break
      }
    }
    layout.finish()
    return layout
  }

  /// Where the zeros of an exponent end whose letter stands before `index`; nil where none begins.
  private func exponentEnd(_ index: Int) -> Int? {
    var end = index
    if end < picture.count, picture[end] == UInt8(ascii: "+") || picture[end] == UInt8(ascii: "-") { end += 1 }
    guard end < picture.count, picture[end] == Self.zero else { return nil }
    while end < picture.count, picture[end] == Self.zero { end += 1 }
    return end
  }
}

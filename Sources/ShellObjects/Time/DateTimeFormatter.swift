extension DateTimeValue {
  /// The text that `ToString(format, culture)` gives; an empty format is `G`.
  package func text(_ format: String = "", culture: Culture = .current) throws(TimeFailure) -> String {
    try DateTimeFormatter(moment: self, offset: nil, culture: culture).text(format)
  }
}

extension DateTimeOffsetValue {
  /// The text that `ToString(format, culture)` gives; an empty format is `G` with the offset.
  package func text(_ format: String = "", culture: Culture = .current) throws(TimeFailure) -> String {
    let formatter = DateTimeFormatter(moment: dateTime, offset: offset, culture: culture)
    return try format.isEmpty ? formatter.custom(formatter.generalPattern + " zzz") : formatter.text(format)
  }
}

extension DateOnly {
  /// The text that `ToString(format, culture)` gives; an empty format is `d`.
  package func text(_ format: String = "", culture: Culture = .current) throws(TimeFailure) -> String {
    let formatter = DateTimeFormatter(moment: at(), offset: nil, culture: culture)
    switch format {
    case "": return try formatter.text("d")
    case "o", "O": return try formatter.custom("yyyy-MM-dd")
    case "r", "R": return try formatter.custom("ddd, dd MMM yyyy")
    case "d", "D", "m", "M", "y", "Y": return try formatter.text(format)
    default:
      guard format.utf8.count > 1, !PartialPicture.names(format, "hHmstfFzKk") else { throw .badFormat }
      return try formatter.text(format)
    }
  }
}

extension TimeOnly {
  /// The text that `ToString(format, culture)` gives; an empty format is `t`.
  package func text(_ format: String = "", culture: Culture = .current) throws(TimeFailure) -> String {
    let formatter = DateTimeFormatter(moment: DateOnly.minimum.at(self), offset: nil, culture: culture)
    switch format {
    case "": return try formatter.text("t")
    case "o", "O": return try formatter.custom("HH:mm:ss.fffffff")
    case "r", "R": return try formatter.custom("HH:mm:ss")
    case "t", "T": return try formatter.text(format)
    default:
      guard format.utf8.count > 1, !PartialPicture.names(format, "dMygzK") else { throw .badFormat }
      return try formatter.text(format)
    }
  }
}

/// What a picture for a date or a time alone may not name.
private enum PartialPicture {
  static func names(_ format: String, _ letters: String) -> Bool {
    var scanner = FormatScanner(format)
    while let element = try? scanner.next() {
      if case .specifier(let letter, _) = element, letters.utf8.contains(letter) { return true }
    }
    return false
  }
}

/// Writes one moment by standard formats and pictures.
struct DateTimeFormatter {
  let moment: DateTimeValue
  /// Nil for a `[datetime]`, whose kind says where it is.
  let offset: TimeSpanValue?
  let culture: Culture

  private var info: DateTimeFormatInfo { culture.dateTimeFormat }

  var generalPattern: String { info.shortDatePattern + " " + info.longTimePattern }

  func text(_ format: String) throws(TimeFailure) -> String {
    guard format.utf8.count <= 1 else { return try custom(format) }
    switch format {
    case "", "G": return try custom(generalPattern)
    case "d": return try custom(info.shortDatePattern)
    case "D": return try custom(info.longDatePattern)
    case "f": return try custom(info.longDatePattern + " " + info.shortTimePattern)
    case "F": return try custom(info.fullDateTimePattern)
    case "g": return try custom(info.shortDatePattern + " " + info.shortTimePattern)
    case "m", "M": return try custom(info.monthDayPattern)
    case "o", "O": return try custom(DateTimeFormatInfo.roundTripPattern)
    case "r", "R": return try universal.custom(DateTimeFormatInfo.rfc1123Pattern)
    case "s": return try custom(DateTimeFormatInfo.sortablePattern)
    case "t": return try custom(info.shortTimePattern)
    case "T": return try custom(info.longTimePattern)
    case "u": return try universal.custom(DateTimeFormatInfo.universalSortablePattern)
    case "U":
      guard offset == nil else { throw .badFormat }
      return try DateTimeFormatter(moment: moment.universal, offset: nil, culture: culture)
        .custom(info.fullDateTimePattern)
    case "y", "Y": return try custom(info.yearMonthPattern)
    default: throw .badFormat
    }
  }

  /// The same moment on the clock of universal time, where its offset is known; a `[datetime]` stays as it is.
  private var universal: DateTimeFormatter {
    guard let offset else { return self }
    return DateTimeFormatter(
      moment: DateTimeValue(unchecked: moment.ticks - offset.ticks, .utc), offset: .zero, culture: culture)
  }

  func custom(_ picture: String) throws(TimeFailure) -> String {
    var scanner = FormatScanner(picture)
    var result = ""
    while let element = try scanner.next() {
      switch element {
      case .literal(let text, _): result += text
      case .specifier(let letter, let count):
        if count > 7, letter | 0x20 == UInt8(ascii: "f") { throw .badFormat }
        append(letter, count, to: &result)
      }
    }
    return result
  }

  private func append(_ letter: UInt8, _ count: Int, to result: inout String) {
    switch letter {
    case UInt8(ascii: "d"): result += day(count)
    case UInt8(ascii: "M"): result += month(count)
    case UInt8(ascii: "y"): result += year(count)
    case UInt8(ascii: "h"): result += Self.padded((moment.hour + 11) % 12 + 1, min(count, 2))
    case UInt8(ascii: "H"): result += Self.padded(moment.hour, min(count, 2))
    case UInt8(ascii: "m"): result += Self.padded(moment.minute, min(count, 2))
    case UInt8(ascii: "s"): result += Self.padded(moment.second, min(count, 2))
    case UInt8(ascii: "f"): result += fraction(count)
    case UInt8(ascii: "F"): appendShortFraction(count, to: &result)
    case UInt8(ascii: "t"):
      let name = moment.hour < 12 ? DateTimeFormatInfo.amDesignator : DateTimeFormatInfo.pmDesignator
      result += count == 1 ? String(name.prefix(1)) : name
    case UInt8(ascii: "z"): result += zone(count)
    case UInt8(ascii: "K"): result += kind
    case UInt8(ascii: "g"): result += culture == .invariant ? "A.D." : "AD"
    default: result += String(repeating: Character(Unicode.Scalar(letter)), count: count)
    }
  }

  private func day(_ count: Int) -> String {
    switch count {
    case 1, 2: Self.padded(moment.day, count)
    case 3: DateTimeFormatInfo.abbreviatedDayNames[moment.dayOfWeek]
    default: DateTimeFormatInfo.dayNames[moment.dayOfWeek]
    }
  }

  private func month(_ count: Int) -> String {
    switch count {
    case 1, 2: Self.padded(moment.month, count)
    case 3: DateTimeFormatInfo.abbreviatedMonthNames[moment.month - 1]
    default: DateTimeFormatInfo.monthNames[moment.month - 1]
    }
  }

  private func year(_ count: Int) -> String {
    count <= 2 ? Self.padded(moment.year % 100, count) : Self.padded(moment.year, count)
  }

  private func fraction(_ count: Int) -> String {
    String(Self.padded(Int(moment.ticks % Ticks.perSecond), 7).prefix(count))
  }

  /// Writes a fraction without its trailing zeros; where none is left, the point before it goes too.
  private func appendShortFraction(_ count: Int, to result: inout String) {
    var digits = fraction(count)
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty, result.utf8.last == UInt8(ascii: ".") { result.removeLast() }
    result += digits
  }

  private var clockOffset: TimeSpanValue {
    if let offset { return offset }
    return moment.kind == .utc ? .zero : TimeZoneData.local.offset(ofLocal: moment)
  }

  private func zone(_ count: Int) -> String {
    let offset = clockOffset
    let sign = offset.ticks < 0 ? "-" : "+"
    let hours = Int(abs(offset.hours))
    if count <= 2 { return sign + Self.padded(hours, count) }
    return sign + Self.padded(hours, 2) + ":" + Self.padded(Int(abs(offset.minutes)), 2)
  }

  private var kind: String {
    if offset == nil {
      if moment.kind == .unspecified { return "" }
      if moment.kind == .utc { return "Z" }
    }
    return zone(3)
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }
}

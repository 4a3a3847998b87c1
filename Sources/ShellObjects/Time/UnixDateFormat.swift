/// The formats of `Get-Date -UFormat`: `%Y-%m-%d` and their kin.
///
/// PowerShell turns them into a .NET format string first, so that braces in the text are format items; so does this.
/// **Source:** PowerShell 7.6, recorded in `Tests/Conformance/tables/cmdlets/get-date.tsv`.
package enum UnixDateFormat {
  /// Writes `moment` by `format`, which may begin with `+`.
  package static func text(
    _ moment: DateTimeValue, _ format: String, culture: Culture = .current
  ) throws -> String {
    let composite = CompositeFormat(try composite(moment, format))
    return try composite.text(count: 1) { _, picture in try moment.text(picture ?? "", culture: culture) }
  }

  private static func composite(_ moment: DateTimeValue, _ format: String) throws(TimeFailure) -> String {
    var result = ""
    var rest = format.utf8.first == UInt8(ascii: "+") ? format.dropFirst() : format[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      guard let letter = rest.popFirst() else {
        throw TimeFailure(.indexOutOfRange, "Index was outside the bounds of the array.")
      }
      result += pictures[letter].map { "{0:\($0)}" } ?? computed(letter, moment)
    }
    return result
  }

  private static let pictures: [Character: String] = [
    "A": "dddd", "a": "ddd", "B": "MMMM", "b": "MMM", "h": "MMM", "c": "ddd dd MMM yyyy HH:mm:ss", "D": "MM/dd/yy",
    "x": "MM/dd/yy", "d": "dd", "F": "yyyy-MM-dd", "H": "HH", "I": "hh", "M": "mm", "m": "MM", "p": "tt",
    "R": "HH:mm", "r": "hh:mm:ss tt", "S": "ss", "T": "HH:mm:ss", "X": "HH:mm:ss", "Y": "yyyy", "y": "yy", "Z": "zz",
  ]

  private static func computed(_ letter: Character, _ moment: DateTimeValue) -> String {
    let date = moment.calendarDate
    switch letter {
    case "C": return String(date.year / 100)
    case "e": return padded(date.day, 2, " ")
    case "G": return padded(date.isoWeek.year, 4, "0")
    case "g": return padded(date.isoWeek.year % 100, 2, "0")
    case "j": return padded(date.dayOfYear, 3, "0")
    case "k": return padded(moment.hour, 2, " ")
    case "l": return padded((moment.hour + 11) % 12 + 1, 2, " ")
    case "n": return "\n"
    case "s": return String(moment.universal.unixSeconds)
    case "t": return "\t"
    case "U", "W": return String(date.dayOfYear / 7)
    case "u": return String(date.dayOfWeek == 0 ? 7 : date.dayOfWeek)
    case "V": return padded(date.isoWeek.week, 2, "0")
    case "w": return String(date.dayOfWeek)
    default: return String(letter)
    }
  }

  private static func padded(_ value: Int, _ width: Int, _ fill: String) -> String {
    let digits = String(value)
    return String(repeating: fill, count: max(width - digits.utf8.count, 0)) + digits
  }
}

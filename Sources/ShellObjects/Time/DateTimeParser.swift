/// Reads the many shapes of a date that `[datetime]::Parse` knows.
///
/// A text is numbers and month names in any of the usual orders, a time with or without AM and PM, the name of a day, and
/// a zone. Both cultures read month, day, year where only numbers stand, and the year first where it has more than two
/// digits. **Source:** .NET 10, recorded in `Tests/Conformance/tables/dotnet/datetime-parse.tsv`.
struct DateTimeParser {
  private enum Piece {
    case number(value: Int, digits: Int)
    case month(Int)
  }

  private var reader: DateTimeTextReader
  private let info: DateTimeFormatInfo
  private var moment: ParsedMoment
  private var pieces: [Piece] = []
  /// Whether a date's separator stands before the next piece.
  private var isAfterSeparator = false
  private var hasDesignator = false
  private var hasZone = false

  init(_ text: String, _ culture: Culture) {
    reader = DateTimeTextReader(Self.plain(text))
    info = culture.dateTimeFormat
    moment = ParsedMoment(text)
  }

  /// The text with every kind of space as a plain one.
  private static func plain(_ text: String) -> String {
    if UTF16Text.isASCII(text) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
  }

  /// Reads the whole text.
  mutating func parse() throws(TimeFailure) -> ParsedMoment {
    while true {
      let start = reader.index
      while let byte = reader.peek(), NumberReader.isWhite(byte) || byte == UInt8(ascii: ",") { reader.index += 1 }
      guard let byte = reader.peek() else { break }
      if DateTimeTextReader.isDigit(byte) {
        try readNumber()
      } else if DateTimeTextReader.isLetter(byte) {
        try readWord()
      } else {
        try readMark(byte, isAfterSpace: reader.index > start)
      }
    }
    guard !isAfterSeparator else { throw moment.notRecognized }
    try resolveDate()
    return moment
  }

  // MARK: Elements

  private mutating func readNumber() throws(TimeFailure) {
    let number = reader.digits()
    if reader.peek() == UInt8(ascii: ":"), DateTimeTextReader.isDigit(reader.peek(1)) {
      try readTime(hour: number)
      return
    }
    if !moment.hasTime, !isAfterSeparator, number.count <= 2, let isAfternoon = designatorAhead() {
      moment.hour = number.value
      moment.hasTime = true
      try apply(isAfternoon)
      return
    }
    pieces.append(.number(value: number.value, digits: number.count))
    isAfterSeparator = false
  }

  private mutating func readTime(hour: (value: Int, count: Int)) throws(TimeFailure) {
    guard !moment.hasTime, !isAfterSeparator, hour.count <= 2 else { throw moment.notRecognized }
    moment.hasTime = true
    moment.hour = hour.value
    reader.index += 1
    let minute = reader.digits()
    moment.minute = minute.value
    guard minute.count <= 2 else { throw moment.notRecognized }
    if reader.peek() == UInt8(ascii: ":"), DateTimeTextReader.isDigit(reader.peek(1)) {
      reader.index += 1
      let second = reader.digits()
      moment.second = second.value
      guard second.count <= 2 else { throw moment.notRecognized }
      if reader.peek() == UInt8(ascii: "."), DateTimeTextReader.isDigit(reader.peek(1)) {
        reader.index += 1
        moment.fraction = reader.fraction()
      }
    }
    if let isAfternoon = designatorAhead() { try apply(isAfternoon) }
  }

  /// Takes AM or PM, with spaces before it; true for the afternoon.
  private mutating func designatorAhead() -> Bool? {
    var ahead = reader
    ahead.skipSpaces()
    let isAfternoon: Bool
    switch ahead.word() {
    case "am": isAfternoon = false
    case "pm": isAfternoon = true
    case "a" where info.readsSingleLetterDesignators: isAfternoon = false
    case "p" where info.readsSingleLetterDesignators: isAfternoon = true
    default: return nil
    }
    reader = ahead
    return isAfternoon
  }

  private mutating func apply(_ isAfternoon: Bool) throws(TimeFailure) {
    guard !hasDesignator, moment.apply(isAfternoon: isAfternoon) else { throw moment.notRecognized }
    hasDesignator = true
  }

  private mutating func readWord() throws(TimeFailure) {
    let start = reader.index
    let word = reader.word()
    if try readShortWord(word) { return }
    if let month = Self.place(word, DateTimeFormatInfo.monthNames, DateTimeFormatInfo.abbreviatedMonthNames) {
      pieces.append(.month(month + 1))
      isAfterSeparator = false
      return
    }
    if let day = Self.place(word, DateTimeFormatInfo.dayNames, DateTimeFormatInfo.abbreviatedDayNames) {
      guard moment.dayOfWeek == nil else { throw moment.notRecognized }
      moment.dayOfWeek = day
      return
    }
    guard word.unicodeScalars.first?.properties.isAlphabetic == true else { throw moment.notRecognized }
    let offset = String(decoding: reader.bytes[..<start], as: UTF8.self).utf16.count
    throw TimeFailure(
      .format,
      "The string '\(moment.text)' was not recognized as a valid DateTime. There is an unknown word starting at "
        + "index '\(offset)'.")
  }

  /// Reads the `T` between date and time, or a zone's name; false where the word is neither.
  private mutating func readShortWord(_ word: String) throws(TimeFailure) -> Bool {
    switch word {
    case "t":
      guard !isAfterSeparator else { throw moment.notRecognized }
      guard !pieces.isEmpty, !moment.hasTime, DateTimeTextReader.isDigit(reader.peek()) else {
        throw moment.notRecognized
      }
      let hour = reader.digits()
      guard reader.peek() == UInt8(ascii: ":"), DateTimeTextReader.isDigit(reader.peek(1)) else {
        throw moment.notRecognized
      }
      try readTime(hour: hour)
    case "z", "gmt":
      guard !hasZone else { throw moment.notRecognized }
      hasZone = true
      moment.zone = .universal
    default: return false
    }
    return true
  }

  private static func place(_ word: String, _ names: [String], _ abbreviations: [String]) -> Int? {
    names.firstIndex { $0.lowercased() == word } ?? abbreviations.firstIndex { $0.lowercased() == word }
  }

  /// Reads a separator within a date, or a zone behind what is complete.
  private mutating func readMark(_ byte: UInt8, isAfterSpace: Bool) throws(TimeFailure) {
    let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    if isSign, moment.hasTime || pieces.count == 3 {
      guard !hasZone, let ticks = reader.zone() else { throw moment.notRecognized }
      hasZone = true
      moment.zone = .offset(ticks)
      return
    }
    let isSeparator = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    guard isSeparator, !isAfterSeparator, !pieces.isEmpty, pieces.count < 3 else { throw moment.notRecognized }
    isAfterSeparator = true
    reader.index += 1
  }

  // MARK: Order

  private mutating func resolveDate() throws(TimeFailure) {
    var numbers: [(value: Int, digits: Int)] = []
    var months: [Int] = []
    for piece in pieces {
      switch piece {
      case .number(let value, let digits): numbers.append((value, digits))
      case .month(let month): months.append(month)
      }
    }
    guard months.count <= 1 else { throw moment.notRecognized }
    if let month = months.first {
      guard resolve(month, numbers) else { throw moment.notRecognized }
    } else if pieces.isEmpty {
      guard moment.hasTime, moment.dayOfWeek == nil else { throw moment.notRecognized }
    } else {
      guard resolve(numbers) else { throw moment.notRecognized }
    }
  }

  private mutating func set(_ year: (value: Int, digits: Int)?, _ month: Int, _ day: Int) {
    moment.year = year.map { ParsedMoment.fullYear($0.value, digits: $0.digits) } ?? DateTimeValue.now.year
    moment.month = month
    moment.day = day
  }

  /// A named month with one or two numbers.
  private mutating func resolve(_ month: Int, _ numbers: [(value: Int, digits: Int)]) -> Bool {
    switch numbers.count {
    case 1:
      let number = numbers[0]
      let isDay = number.digits <= 2 && number.value <= 31
      set(isDay ? nil : number, month, isDay ? number.value : 1)
    case 2:
      let isYearFirst = numbers[0].digits > 2
      set(numbers[isYearFirst ? 0 : 1], month, numbers[isYearFirst ? 1 : 0].value)
    default: return false
    }
    return true
  }

  /// Two or three numbers.
  private mutating func resolve(_ numbers: [(value: Int, digits: Int)]) -> Bool {
    guard numbers.count == 2 || numbers.count == 3 else { return false }
    let isYearFirst = numbers[0].digits > 2
    if numbers.count == 3 {
      guard numbers[1].digits <= 2 else { return false }
      if isYearFirst {
        set(numbers[0], numbers[1].value, numbers[2].value)
      } else {
        set(numbers[2], numbers[0].value, numbers[1].value)
      }
    } else if isYearFirst {
      set(numbers[0], numbers[1].value, 1)
    } else if numbers[1].digits > 2 {
      set(numbers[1], numbers[0].value, 1)
    } else {
      set(nil, numbers[0].value, numbers[1].value)
    }
    return true
  }
}

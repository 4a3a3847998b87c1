extension DateTimeValue {
  /// Reads what `[datetime]::Parse` reads.
  package init(
    parsing text: String, styles: DateTimeStyles = [], culture: Culture = .current
  ) throws(TimeFailure) {
    var parser = DateTimeParser(text, culture)
    let moment = try parser.parse()
    self = try moment.dateTime(styles, badDate: moment.notRecognized)
  }

  /// Reads a text by a standard format or a picture, as `[datetime]::ParseExact` does.
  package init(
    parsing text: String, format: String, styles: DateTimeStyles = [], culture: Culture = .current
  ) throws(TimeFailure) {
    var parser = DateTimeExactParser(text, culture, styles)
    let moment = try parser.parse(format)
    self = try moment.dateTime(styles, badDate: moment.notInCalendar)
  }
}

extension DateTimeOffsetValue {
  /// Reads what `[datetimeoffset]::Parse` reads.
  package init(
    parsing text: String, styles: DateTimeStyles = [], culture: Culture = .current
  ) throws(TimeFailure) {
    var parser = DateTimeParser(text, culture)
    let moment = try parser.parse()
    self = try moment.dateTimeOffset(styles, badDate: moment.notRecognized)
  }

  /// Reads a text by a standard format or a picture.
  package init(
    parsing text: String, format: String, styles: DateTimeStyles = [], culture: Culture = .current
  ) throws(TimeFailure) {
    var parser = DateTimeExactParser(text, culture, styles)
    let moment = try parser.parse(format)
    self = try moment.dateTimeOffset(styles, badDate: moment.notInCalendar)
  }
}

extension DateOnly {
  /// Reads a date without a time; with a `format`, one that the format's picture shows.
  package init(parsing text: String, format: String? = nil, culture: Culture = .current) throws(TimeFailure) {
    guard let moment = ParsedMoment.any(text, format, culture), moment.hasDate,
      format != nil || !moment.hasTime,
      let value = try? moment.clock([.noCurrentDateDefault], badDate: moment.notRecognized)
    else { throw .notRecognized(text, "DateOnly") }
    self.init(value)
  }
}

extension TimeOnly {
  /// Reads a time of day; with a `format`, one that the format's picture shows.
  package init(parsing text: String, format: String? = nil, culture: Culture = .current) throws(TimeFailure) {
    guard let moment = ParsedMoment.any(text, format, culture), moment.hasTime, !moment.hasDate,
      let value = try? moment.clock([.noCurrentDateDefault], badDate: moment.notRecognized)
    else { throw .notRecognized(text, "TimeOnly") }
    self.init(value)
  }
}

extension ParsedMoment {
  fileprivate static func any(_ text: String, _ format: String?, _ culture: Culture) -> ParsedMoment? {
    guard let format else {
      var parser = DateTimeParser(text, culture)
      return try? parser.parse()
    }
    var parser = DateTimeExactParser(text, culture, [])
    return try? parser.parse(format)
  }
}

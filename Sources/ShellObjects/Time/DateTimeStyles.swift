/// What a text of a date may contain and what it means; raw values are .NET's DateTimeStyles.
package struct DateTimeStyles: OptionSet, Sendable, Hashable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let allowLeadingWhite = DateTimeStyles(rawValue: 1)
  package static let allowTrailingWhite = DateTimeStyles(rawValue: 2)
  package static let allowInnerWhite = DateTimeStyles(rawValue: 4)
  package static let allowWhiteSpaces: DateTimeStyles = [.allowLeadingWhite, .allowTrailingWhite, .allowInnerWhite]
  package static let noCurrentDateDefault = DateTimeStyles(rawValue: 8)
  package static let adjustToUniversal = DateTimeStyles(rawValue: 16)
  package static let assumeLocal = DateTimeStyles(rawValue: 32)
  package static let assumeUniversal = DateTimeStyles(rawValue: 64)
  package static let roundtripKind = DateTimeStyles(rawValue: 128)
}

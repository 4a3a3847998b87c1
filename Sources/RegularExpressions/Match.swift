/// One successful match.
///
/// Its positions are offsets into the UTF-8 of `input`.
package struct Match: Sendable {
  let regex: Regex
  let subject: Subject
  /// Start and end of each group by index, -1 for both where the group has not matched.
  let offsets: ContiguousArray<Int>
  /// All captures by group index, where the search has found them anyway.
  let knownCaptures: [[Range<Int>]]?

  package var input: String { subject.text }

  /// In UTF-8 code units.
  package var range: Range<Int> { offsets[0]..<offsets[1] }

  package var value: String { subject.substring(range) }

  /// How many groups the pattern has, the whole match included.
  package var groupCount: Int { regex.groups.numbers.count }

  /// The groups in the order of their numbers, the whole match first.
  package var groups: [Group] {
    regex.groups.numbers.indices.map { Group(match: self, index: $0) }
  }

  /// Group `number`, nil if the pattern has no such group.
  package func group(number: Int) -> Group? {
    regex.groups.index(ofNumber: number).map { Group(match: self, index: $0) }
  }

  /// The group called `name`, nil if the pattern has none.
  ///
  /// Names are case-sensitive; digits name a number.
  package func group(named name: String) -> Group? {
    regex.groupNumber(named: name).flatMap(group(number:))
  }

  /// Converts a range of this match to UTF-16 code units, as .NET counts.
  package func utf16Range(of range: Range<Int>) -> Range<Int> {
    let start = subject.utf16Offset(of: range.lowerBound)
    return start..<(range.isEmpty ? start : subject.utf16Offset(of: range.upperBound))
  }

  /// The text between two offsets of this match's input.
  package func substring(_ range: Range<Int>) -> String {
    subject.substring(range)
  }

  /// The match after this one, nil if there is none.
  package func next() throws -> Match? {
    try regex.match(after: self)
  }

  /// `template` with this match put in: .NET's `Match.Result`.
  package func expanding(_ template: String) throws -> String {
    var result = ""
    try regex.template(template).append(self, to: &result)
    return result
  }

  func range(ofGroupAt index: Int) -> Range<Int>? {
    let start = offsets[2 * index]
    return start < 0 ? nil : start..<offsets[2 * index + 1]
  }

  func captures(ofGroupAt index: Int) -> [Range<Int>] {
    if let knownCaptures { return knownCaptures[index] }
    guard let last = range(ofGroupAt: index) else { return [] }
    guard regex.analysis.repeatedGroups.contains(regex.groups.numbers[index]) else { return [last] }
    return regex.allCaptures(in: self)?[index] ?? [last]
  }
}

/// One group of a match.
package struct Group: Sendable {
  private let match: Match
  private let index: Int

  init(match: Match, index: Int) {
    self.match = match
    self.index = index
  }

  package var number: Int { match.regex.groups.numbers[index] }
  package var name: String { match.regex.groups.names[index] }

  /// The last capture, nil if the group has not matched.
  ///
  /// In UTF-8 code units.
  package var range: Range<Int>? { match.range(ofGroupAt: index) }

  package var isSuccess: Bool { range != nil }

  /// The text of the last capture, empty if the group has not matched.
  package var value: String { range.map(match.substring) ?? "" }

  /// Every capture of the group, the first one first.
  package var captures: [Range<Int>] { match.captures(ofGroupAt: index) }
}

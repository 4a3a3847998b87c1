import GPUPartitioning

/// Takes the values out of one section; what is missing has a default, what is wrong is named with its line.
struct SectionReader {
  private let section: StateDocument.Section
  private var used: Set<String> = []

  init(_ section: StateDocument.Section) { self.section = section }

  func fault(_ message: String) -> StateDocument.Fault { StateDocument.Fault(line: section.line, message: message) }

  /// The value as it stands; nil where there is none.
  mutating func text(_ key: String) -> String? {
    used.insert(key)
    return section.entries.first { $0.key == key }?.value
  }

  mutating func required(_ key: String) throws(StateDocument.Fault) -> String {
    guard let value = text(key), !value.isEmpty else { throw fault("the section [\(section.kind)] has no \"\(key)\"") }
    return value
  }

  /// The value that `convert` makes of the text; nil where there is no text.
  mutating func value<Value>(
    _ key: String, _ expected: String, _ convert: (String) -> Value?
  ) throws(StateDocument.Fault) -> Value? {
    guard let text = text(key) else { return nil }
    guard let value = convert(text) else {
      let line = section.entries.first { $0.key == key }?.line ?? section.line
      throw StateDocument.Fault(line: line, message: "\"\(text)\" is no \(expected) for \"\(key)\"")
    }
    return value
  }

  mutating func required<Value>(
    _ key: String, _ expected: String, _ convert: (String) -> Value?
  ) throws(StateDocument.Fault) -> Value {
    guard let value = try value(key, expected, convert) else {
      throw fault("the section [\(section.kind)] has no \"\(key)\"")
    }
    return value
  }

  mutating func number<Number: FixedWidthInteger>(
    _ key: String, in range: ClosedRange<Number>
  ) throws(StateDocument.Fault) -> Number? {
    try value(key, "number from \(range.lowerBound) to \(range.upperBound)") { text in
      Number(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  mutating func flag(_ key: String) throws(StateDocument.Fault) -> Bool? {
    try value(key, "yes or no") { $0 == "yes" ? true : $0 == "no" ? false : nil }
  }

  mutating func finding(_ key: String) throws(StateDocument.Fault) -> Finding? {
    try value(key, "yes, no or unknown") { Finding(rawValue: $0) }
  }

  /// Throws for a key that nobody asked for: most likely it is misspelt.
  func finish() throws(StateDocument.Fault) {
    guard let unknown = section.entries.first(where: { !used.contains($0.key) }) else { return }
    throw StateDocument.Fault(line: unknown.line, message: "\"\(unknown.key)\" is not known in [\(section.kind)]")
  }
}

import ShellObjects

/// The checks of counts and positions that .NET's methods share, with its texts.
enum Ranges {
  static func nonNegative(_ number: Int, _ name: String) throws {
    guard number >= 0 else {
      throw NetException.outOfRange(
        "\(name) ('\(number)') must be a non-negative value.", name, actual: .int32(Int32(truncatingIfNeeded: number)))
    }
  }

  static func atMost(_ number: Int, _ limit: Int, _ name: String) throws {
    guard number <= limit else {
      throw NetException.outOfRange(
        "\(name) ('\(number)') must be less than or equal to '\(limit)'.", name,
        actual: .int32(Int32(truncatingIfNeeded: number)))
    }
  }

  static func positive(_ number: Int, _ name: String) throws {
    guard number > 0 else {
      throw NetException.outOfRange(
        "\(name) ('\(number)') must be a non-negative and non-zero value.", name,
        actual: .int32(Int32(truncatingIfNeeded: number)))
    }
  }

  /// A start and a count within `length` units, as the search methods check them.
  static func search(_ start: Int, _ count: Int, _ length: Int) throws -> Range<Int> {
    guard start >= 0, start <= length else { throw index("startIndex", allowsEnd: true) }
    guard count >= 0, count <= length - start else {
      throw NetException.outOfRange(
        "Count must be positive and count must refer to a location within the string/array/collection.", "count")
    }
    return start..<start + count
  }

  static func index(_ name: String = "index", allowsEnd: Bool = false) -> NetException {
    NetException.outOfRange(
      "Index was out of range. Must be non-negative and less than \(allowsEnd ? "or equal to " : "")the size of the collection.",
      name)
  }

  static func notNull(_ value: Value, _ name: String) throws {
    if value.isNull { throw NetException.argumentNull(name) }
  }
}

/// The order of strings in the culture's collation.
package enum CultureComparison {
  /// Negative, zero or positive.
  package static func compare(_ a: String, _ b: String, ignoreCase: Bool) -> Int {
    let (x, y) = ignoreCase ? (a.lowercased(), b.lowercased()) : (a, b)
    return x < y ? -1 : x > y ? 1 : 0
  }
}

@_spi(_Unicode) import Swift

/// Unicode normalization of strings.
enum Normalization {
  /// The text in a form of .NET's NormalizationForm (1 C, 2 D, 5 KC, 6 KD).
  ///
  /// The compatibility forms map only what the canonical ones do: Swift's library has no compatibility tables.
  static func text(_ text: String, _ form: Int) -> String {
    form == 2 || form == 6 ? decomposed(text) : composed(text)
  }

  private static func decomposed(_ text: String) -> String { String(String.UnicodeScalarView(text._nfd)) }
  private static func composed(_ text: String) -> String { String(String.UnicodeScalarView(text._nfc)) }
}

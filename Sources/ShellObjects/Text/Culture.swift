import Glibc

/// The culture that texts of numbers and dates follow.
///
/// Two are known, as they are to a .NET program whose ICU data holds English only: `invariant` and `english` (en-US).
package enum Culture: Sendable, Hashable {
  /// `[cultureinfo]::InvariantCulture`, whose name is empty.
  case invariant
  /// `en-US`.
  case english

  /// The culture of this process, read once from `LC_ALL`, `LC_MESSAGES` or `LANG`.
  ///
  /// `C`, `POSIX` and an absent language mean invariant; every language is shown as en-US.
  package static let current = Culture(environmentLanguage: firstSet("LC_ALL", "LC_MESSAGES", "LANG"))

  /// Creates the culture that a locale name such as `en_US.UTF-8` stands for.
  package init(environmentLanguage name: String) {
    let language = name.prefix { $0 != "." && $0 != "@" }
    self = language.isEmpty || language == "C" || language == "POSIX" ? .invariant : .english
  }

  /// The name that `[cultureinfo].Name` gives.
  package var name: String { self == .invariant ? "" : "en-US" }

  /// How this culture writes numbers.
  package var numberFormat: NumberFormatInfo { self == .invariant ? .invariant : .english }

  private static func firstSet(_ names: String...) -> String {
    for name in names {
      if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
    }
    return ""
  }
}

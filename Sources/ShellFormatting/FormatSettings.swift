package import ShellObjects

/// What formatting depends on beside the objects: widths, culture, colours, preferences.
package struct FormatSettings {
  /// Columns of what is written to.
  package var width: Int
  /// Columns of the console, to which error messages wrap.
  package var consoleWidth: Int
  /// Whether escapes are written; without, they are taken out of views.
  package var usesColor = false
  /// `$FormatEnumerationLimit`.
  package var enumerationLimit = 4
  /// `$ErrorView`.
  package var errorView = "ConciseView"
  package var culture = Culture.current
  package var style: PSStyle
  /// Whether `Get-Command` knows a name.
  package var isKnownCommand: (String) -> Bool = { _ in false }

  package init(width: Int = 120, consoleWidth: Int? = nil, style: PSStyle = PSStyle()) {
    self.width = width
    self.consoleWidth = consoleWidth ?? width
    self.style = style
  }

  /// The settings for a console of so many columns: views leave its last column free, error messages do not.
  package static func console(columns: Int, style: PSStyle = PSStyle()) -> FormatSettings {
    FormatSettings(width: columns - 1, consoleWidth: columns, style: style)
  }
}

/// A Unicode scalar of the source, or the end of the text; `0` is a NUL that stands in the text.
typealias SourceScalar = UInt32

/// Which part a character can play in a token.
///
/// **Source:** PowerShell's tokenizer; characters outside the basic plane are never letters there, because .NET asks each
/// UTF-16 unit alone.
enum CharacterClass {
  /// Stands for "nothing follows"; no scalar has this value.
  static let end: SourceScalar = .max

  @inline(__always)
  static func isWhitespace(_ scalar: SourceScalar) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0B, 0x0C: true
    case 0..<0x80: false
    default: isUnusualWhitespace(scalar)
    }
  }

  @inline(never)
  private static func isUnusualWhitespace(_ scalar: SourceScalar) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  @inline(__always)
  static func isNewline(_ scalar: SourceScalar) -> Bool { scalar == 0x0A || scalar == 0x0D }

  /// .NET's `char.IsWhiteSpace`, which line ends are part of.
  static func isWhitespaceOrNewline(_ scalar: SourceScalar) -> Bool { isNewline(scalar) || isWhitespace(scalar) }

  @inline(__always)
  static func isDash(_ scalar: SourceScalar) -> Bool {
    scalar == 0x2D || (scalar >= 0x2013 && scalar <= 0x2015)
  }

  @inline(__always)
  static func isSingleQuote(_ scalar: SourceScalar) -> Bool {
    scalar == 0x27 || (scalar >= 0x2018 && scalar <= 0x201B)
  }

  @inline(__always)
  static func isDoubleQuote(_ scalar: SourceScalar) -> Bool {
    scalar == 0x22 || (scalar >= 0x201C && scalar <= 0x201E)
  }

  @inline(__always)
  static func isDigit(_ scalar: SourceScalar) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  @inline(__always)
  static func isHexDigit(_ scalar: SourceScalar) -> Bool {
    isDigit(scalar) || (scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x66)
  }

  @inline(__always)
  static func isLetterASCII(_ scalar: SourceScalar) -> Bool { scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A }

  @inline(__always)
  static func isLetter(_ scalar: SourceScalar) -> Bool {
    scalar < 0x80 ? isLetterASCII(scalar) : isLetterOutsideASCII(scalar)
  }

  @inline(__always)
  static func isLetterOrDigit(_ scalar: SourceScalar) -> Bool {
    scalar < 0x80 ? isLetterASCII(scalar) || isDigit(scalar) : isLetterOrDigitOutsideASCII(scalar)
  }

  @inline(__always)
  static func isIdentifierStart(_ scalar: SourceScalar) -> Bool { scalar == 0x5F || isLetter(scalar) }

  @inline(__always)
  static func isIdentifierFollow(_ scalar: SourceScalar) -> Bool { scalar == 0x5F || isLetterOrDigit(scalar) }

  /// Can begin the name of a variable without braces; `$$`, `$?` and `$^` are names of one character.
  @inline(__always)
  static func isVariableStart(_ scalar: SourceScalar) -> Bool {
    switch scalar {
    case 0x24, 0x3A, 0x3F, 0x5E, 0x5F: true  // $ : ? ^ _
    default: isLetterOrDigit(scalar)
    }
  }

  /// Ends a word in every mode, so that `a#b` is one token and `a{` two.
  @inline(__always)
  static func endsWord(_ scalar: SourceScalar) -> Bool {
    switch scalar {
    case 0, 0x09...0x0D, 0x20, 0x26, 0x28, 0x29, 0x2C, 0x3B, 0x7B, 0x7C, 0x7D: true  // & ( ) , ; { | }
    case 1..<0x80: false
    case end: true
    default: isUnusualWhitespace(scalar)
    }
  }

  /// Ends a number in an expression, so that `7z` is one token and `7+` two.
  static func endsNumber(_ scalar: SourceScalar) -> Bool {
    switch scalar {
    case 0x21, 0x23, 0x25, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3C, 0x3D, 0x3E, 0x5D: true  // ! # % * + - . / < = > ]
    case 0..<0x80: false
    default: isDash(scalar)
    }
  }

  /// Ends a piece of an assembly's name in a type.
  static func endsAssemblyNamePart(_ scalar: SourceScalar) -> Bool {
    switch scalar {
    case 0, 0x09...0x0D, 0x20, 0x2C, 0x3D, 0x5D, end: true  // , = ]
    case 1..<0x80: false
    default: isUnusualWhitespace(scalar)
    }
  }

  @inline(never)
  private static func isLetterOutsideASCII(_ scalar: SourceScalar) -> Bool {
    guard scalar <= 0xFFFF, let character = Unicode.Scalar(scalar) else { return false }
    switch character.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  @inline(never)
  private static func isLetterOrDigitOutsideASCII(_ scalar: SourceScalar) -> Bool {
    guard scalar <= 0xFFFF, let character = Unicode.Scalar(scalar) else { return false }
    return isLetterOutsideASCII(scalar) || character.properties.generalCategory == .decimalNumber
  }
}

/// Looks up keywords and operators by their letters, without regard to case.
///
/// A word is packed into one integer, so that the look-up neither makes a string nor folds one.
struct WordTable {
  private var kinds: [UInt128: TokenKind] = [:]

  init(_ words: [(String, TokenKind)]) {
    for (word, kind) in words {
      if let key = Self.pack(Array(word.utf8)[...]) { kinds[key] = kind }
    }
  }

  /// Lower-cased letters in one integer; nil for a word that is too long or holds anything but ASCII letters.
  static func pack(_ bytes: ArraySlice<UInt8>) -> UInt128? {
    guard bytes.count <= 16 else { return nil }
    var key: UInt128 = 0
    for byte in bytes {
      let lower = byte | 0x20
      guard lower >= 0x61, lower <= 0x7A else { return nil }
      key = key << 8 | UInt128(lower)
    }
    return key
  }

  func kind(of bytes: ArraySlice<UInt8>) -> TokenKind? {
    guard let key = Self.pack(bytes) else { return nil }
    return kinds[key]
  }

  static let keywords = WordTable([
    ("elseif", .elseIf), ("if", .if), ("else", .else), ("switch", .switch), ("foreach", .foreach), ("from", .from),
    ("in", .in), ("for", .for), ("while", .while), ("until", .until), ("do", .do), ("try", .try), ("catch", .catch),
    ("finally", .finally), ("trap", .trap), ("data", .data), ("return", .return), ("continue", .continue),
    ("break", .break), ("exit", .exit), ("throw", .throw), ("begin", .begin), ("process", .process), ("end", .end),
    ("dynamicparam", .dynamicparam), ("function", .function), ("filter", .filter), ("param", .param),
    ("class", .class), ("define", .define), ("var", .var), ("using", .using), ("workflow", .workflow),
    ("parallel", .parallel), ("sequence", .sequence), ("public", .public), ("private", .private), ("static", .static),
    ("interface", .interface), ("enum", .enum), ("namespace", .namespace), ("module", .module), ("type", .type),
    ("assembly", .assembly), ("command", .command), ("hidden", .hidden), ("base", .base), ("default", .default),
    ("clean", .clean),
  ])

  static let operators: WordTable = {
    var words: [(String, TokenKind)] = [
      ("bnot", .bnot), ("not", .not), ("isnot", .isNot), ("is", .is), ("as", .as), ("f", .format), ("and", .and),
      ("band", .band), ("or", .or), ("bor", .bor), ("xor", .xor), ("bxor", .bxor), ("join", .join), ("shl", .shl),
      ("shr", .shr),
    ]
    let withCase: [(String, TokenKind, TokenKind)] = [
      ("eq", .ieq, .ceq), ("ne", .ine, .cne), ("ge", .ige, .cge), ("gt", .igt, .cgt), ("lt", .ilt, .clt),
      ("le", .ile, .cle), ("like", .ilike, .clike), ("notlike", .inotlike, .cnotlike), ("match", .imatch, .cmatch),
      ("notmatch", .inotmatch, .cnotmatch), ("replace", .ireplace, .creplace), ("contains", .icontains, .ccontains),
      ("notcontains", .inotcontains, .cnotcontains), ("in", .iin, .cin), ("notin", .inotin, .cnotin),
      ("split", .isplit, .csplit),
    ]
    for (word, ignoringCase, respectingCase) in withCase {
      words += [(word, ignoringCase), ("i" + word, ignoringCase), ("c" + word, respectingCase)]
    }
    return WordTable(words)
  }()
}

extension TokenKind {
  /// The keyword that a word is, without regard to case; nil for any other word.
  package static func keyword(_ word: String) -> TokenKind? { WordTable.keywords.kind(of: Array(word.utf8)[...]) }

  /// The operator that a word after a dash is: `eq`, `cnotlike`; nil for any other word.
  package static func dashOperator(_ word: String) -> TokenKind? {
    WordTable.operators.kind(of: Array(word.utf8)[...])
  }
}

import CmdletKit
import ShellObjects
import ShellTypes

/// What `-Attributes` and its switches ask of a file: `Directory`, `!Hidden`, `ReadOnly+Hidden,Directory`.
struct AttributeExpression {
  private struct Term {
    let bits: Int64
    let isNegated: Bool
  }

  /// Alternatives of terms that must all hold.
  private var alternatives: [[Term]]

  /// Reads an expression; `,` means or, `+` and, `!` not.
  ///
  /// Throws for a name that is no attribute.
  init(_ text: String) throws {
    alternatives = try text.split(separator: ",").map { part in
      try part.split(separator: "+").map { word in
        var name = String(word).trimmedSpaces
        let isNegated = name.hasPrefix("!")
        if isNegated { name = String(name.dropFirst()).trimmedSpaces }
        guard let bits = Self.names[name.lowercased()] else { throw Self.unknown(name) }
        return Term(bits: bits, isNegated: isNegated)
      }
    }
  }

  /// The expression that the switches mean together.
  init(isDirectory: Bool?, hidden: Bool, readOnly: Bool, system: Bool) {
    var terms: [Term] = []
    if let isDirectory { terms.append(Term(bits: FileAttribute.directory, isNegated: !isDirectory)) }
    if hidden { terms.append(Term(bits: FileAttribute.hidden, isNegated: false)) }
    if readOnly { terms.append(Term(bits: FileAttribute.readOnly, isNegated: false)) }
    if system { terms.append(Term(bits: FileAttribute.system, isNegated: false)) }
    alternatives = [terms]
  }

  /// Whether the expression asks for hidden files by name, which shows them without `-Force`.
  var mentionsHidden: Bool {
    alternatives.contains { $0.contains { $0.bits == FileAttribute.hidden && !$0.isNegated } }
  }

  /// Requires what another expression asks as well.
  mutating func require(_ other: AttributeExpression) {
    alternatives = alternatives.flatMap { mine in other.alternatives.map { mine + $0 } }
  }

  /// Whether an item fits; an item that is no file always does.
  func admits(_ item: FileSystemItem?) -> Bool {
    guard let item else { return true }
    var known: Int64?
    return alternatives.contains { terms in
      terms.allSatisfy { term in
        // Why: these two need no look at the file.
        if term.bits == FileAttribute.directory { return item.isDirectory != term.isNegated }
        if term.bits == FileAttribute.hidden { return item.isHidden != term.isNegated }
        let attributes = known ?? item.attributes
        known = attributes
        return (attributes & term.bits != 0) != term.isNegated
      }
    }
  }

  private static let names: [String: Int64] = [
    "readonly": 1, "hidden": 2, "h": 2, "system": 4, "directory": 16, "d": 16, "archive": 32, "device": 64,
    "normal": 128, "temporary": 256, "sparsefile": 512, "reparsepoint": 1024, "compressed": 2048, "c": 2048,
    "offline": 4096, "notcontentindexed": 8192, "encrypted": 16384, "e": 16384, "integritystream": 32768,
    "noscrubdata": 131072, "r": 1, "s": 4, "a": 32,
  ]

  private static func unknown(_ name: String) -> ShellError {
    PlaceError.argument("Unable to match the identifier name \(name) to a valid enumerator name.")
  }
}

internal import Synchronization

/// A .NET regular expression.
///
/// The pattern is parsed by a reader of our own, which knows .NET's syntax, numbering of groups and error texts, into
/// a tree. The tree becomes
/// - a PCRE2 pattern of bytes, for text that is all ASCII (the fast and common case);
/// - a PCRE2 pattern of characters, for other text; each is made when such text first comes;
/// - or a program for a backtracking matcher of our own, for what PCRE2 cannot say: RightToLeft, lookbehind of
///   variable length, balancing groups, `\G`, groups of one number in a loop, and all captures of a repeated group.
///
/// Texts are Swift strings and positions are offsets into their UTF-8; `Match` converts to UTF-16 when asked. Two things
/// differ from .NET on purpose: a character beyond the first plane is one character, not two, and a search that takes
/// too long fails (`RegexError.timeout`) where .NET would go on for ever.
///
/// Reading order: `Syntax/PatternNode`, `Syntax/PatternParser`, `PCRE/PCREEmitter`, `PCRE/PCREProgram`,
/// `Backtracking/BacktrackingMatcher`, then `Match` and the extensions of this type.
package final class Regex: Sendable {
  package let pattern: String
  package let options: RegexOptions
  /// How long one search may take, in nanoseconds; nil stands for .NET's `InfiniteMatchTimeout`.
  package let timeout: Int64?

  let root: PatternNode
  let groups: GroupTable
  let analysis: PatternAnalysis
  let programs = Mutex(Programs())
  let templates = Mutex<ReplacementTemplate?>(nil)

  /// What the tree has been made into so far.
  struct Programs {
    var plain = Pair()
    /// For long texts.
    var guarded = Pair()
    var backtracking: BacktrackingProgram?
    /// Set once PCRE2 has refused the pattern.
    var isRefused = false

    /// The programs for the two alphabets.
    struct Pair {
      private var ascii: PCREProgram?
      private var unicode: PCREProgram?

      subscript(isASCII: Bool) -> PCREProgram? {
        get { isASCII ? ascii : unicode }
        set { if isASCII { ascii = newValue } else { unicode = newValue } }
      }
    }
  }

  /// Throws `RegexParseError` for a bad pattern, `RegexError` for one that `nonBacktracking` cannot run.
  package init(_ pattern: String, options: RegexOptions = [], timeoutNanoseconds: Int64? = nil) throws {
    self.pattern = pattern
    self.options = options
    timeout = timeoutNanoseconds
    var parser = PatternParser(pattern, options: options)
    root = try parser.parse()
    groups = parser.groups
    analysis = PatternAnalysis(root, options: options)
    if options.contains(.nonBacktracking), let construct = analysis.backtrackingConstruct {
      throw RegexError.unsupportedWithoutBacktracking(construct: construct)
    }
  }

  /// The numbers of the groups, ascending, 0 (the whole match) first.
  package var groupNumbers: [Int] { groups.numbers }

  /// The names of the groups in the order of their numbers; an unnamed group is called by its number.
  package var groupNames: [String] { groups.names }

  /// The name of group `number`, empty if there is no such group.
  package func groupName(ofNumber number: Int) -> String {
    groups.index(ofNumber: number).map { groups.names[$0] } ?? ""
  }

  /// The number of the group called `name`, nil if there is none.
  ///
  /// A number in digits is a name too.
  package func groupNumber(named name: String) -> Int? {
    if let number = groups.number(named: name) { return number }
    guard !name.isEmpty, name.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(name) else {
      return nil
    }
    return groups.contains(number) ? number : nil
  }

  package var isRightToLeft: Bool { options.contains(.rightToLeft) }
}

// MARK: - Engines

extension Regex {
  /// Longer text needs a program that can be interrupted.
  private static let longestUnguarded = 16_384

  /// The PCRE2 program for text of this kind and length, nil if the backtracking matcher has to do it.
  func pcreProgram(isASCII: Bool, length: Int) -> PCREProgram? {
    if analysis.needsBacktracker { return nil }
    let isGuarded = length > Self.longestUnguarded
    return programs.withLock { programs in
      if let program = isGuarded ? programs.guarded[isASCII] : programs.plain[isASCII] { return program }
      if programs.isRefused { return nil }
      let program = PCREProgram(self, isASCII: isASCII, isGuarded: isGuarded)
      if program == nil { programs.isRefused = true }
      if isGuarded { programs.guarded[isASCII] = program } else { programs.plain[isASCII] = program }
      return program
    }
  }

  func backtrackingProgram() -> BacktrackingProgram {
    programs.withLock { programs in
      if let program = programs.backtracking { return program }
      let program = BacktrackingProgram(root, isRightToLeft: isRightToLeft)
      programs.backtracking = program
      return program
    }
  }
}

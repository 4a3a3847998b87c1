internal import CPCRE2
internal import Synchronization

/// A pattern compiled by PCRE2, for one of the two alphabets.
///
/// Safe to share: PCRE2's code and match context are only read while matching, and each match has match data of its
/// own, taken from `spares`.
final class PCREProgram: @unchecked Sendable {
  /// What a search gave.
  enum Outcome {
    case match, noMatch, limitReached
  }

  private let code: OpaquePointer
  private let isJITCompiled: Bool
  private let isGuarded: Bool
  private let requiredBytes: RequiredBytes?
  /// For each group of PCRE2, from its number 1 on, the index of the group in .NET's order.
  let groupIndices: [Int]
  private let spares = Mutex<Spare>(Spare())

  /// One set of match data that nobody uses at the moment.
  ///
  /// Why one: only nested use of a regex needs more.
  private struct Spare: @unchecked Sendable {
    var workspace: PCREWorkspace?
  }

  /// Nil if PCRE2 refuses the pattern, for instance because it would be too large.
  ///
  /// With `isGuarded`, every attempt to match begins with a call back to us: PCRE2 can be interrupted no other way.
  init?(_ regex: Regex, isASCII: Bool, isGuarded: Bool) {
    let emitter = PCREEmitter(regex.root, isASCII: isASCII)
    let text = isGuarded ? "(?C)" + emitter.text : emitter.text
    guard let code = Self.compile(text, Self.options(for: regex, isASCII: isASCII)) else { return nil }
    self.code = code
    self.isGuarded = isGuarded
    requiredBytes = regex.analysis.requiredBytes
    isJITCompiled = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0
    groupIndices = emitter.groupNumbers.map { regex.groups.index(ofNumber: $0) ?? 0 }
  }

  deinit {
    spares.withLock { $0.workspace?.free() }
    pcre2_code_free_8(code)
  }

  private static func options(for regex: Regex, isASCII: Bool) -> UInt32 {
    var options =
      UInt32(PCRE2_DOTALL) | UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_ALT_CIRCUMFLEX)
    if !isASCII { options |= UInt32(PCRE2_UTF) | UInt32(PCRE2_NO_UTF_CHECK) }
    if regex.options.contains(.ecmaScript) { options |= UInt32(PCRE2_MATCH_UNSET_BACKREF) }
    // Why: PCRE2 10.42 takes the first character of a lookahead for one of the match's own, and then misses matches
    // such as the `a` of `(?=a.)a`.
    if regex.analysis.mayBeginWithLookahead { options |= UInt32(PCRE2_NO_START_OPTIMIZE) }
    return options
  }

  private static func compile(_ text: String, _ options: UInt32) -> OpaquePointer? {
    guard let context = pcre2_compile_context_create_8(nil) else { return nil }
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    pcre2_set_parens_nest_limit_8(context, UInt32(2 * PatternParser.deepestNesting))
    var errorCode: Int32 = 0
    var errorOffset = 0
    return Array(text.utf8).withUnsafeBufferPointer {
      pcre2_compile_8($0.baseAddress, $0.count, options, &errorCode, &errorOffset, context)
    }
  }

  /// Takes a workspace; give it back with `put`.
  func take() -> PCREWorkspace? {
    let spare = spares.withLock { spare in
      let workspace = spare.workspace
      spare.workspace = nil
      return Spare(workspace: workspace)
    }
    return spare.workspace ?? PCREWorkspace(code)
  }

  func put(_ workspace: PCREWorkspace) {
    let spare = Spare(workspace: workspace)
    let isTaken = spares.withLock { current in
      guard current.workspace == nil else { return false }
      current = spare
      return true
    }
    if !isTaken { workspace.free() }
  }

  /// Looks for the first match that begins at `start` or later.
  ///
  /// Positions are in bytes.
  func search(
    _ subject: UnsafeBufferPointer<UInt8>, from start: Int, in workspace: PCREWorkspace, timeout: Int64?
  ) -> Outcome {
    workspace.setLimits(subject: subject.count)
    guard isGuarded else { return searchOnce(subject, from: start, in: workspace) }
    // Why: in long text PCRE2 tries every place before it notices that a character is missing.
    if let requiredBytes, !requiredBytes.occur(in: subject[start...]) { return .noMatch }
    return workspace.withDeadline(Deadline(nanoseconds: timeout)) {
      searchOnce(subject, from: start, in: workspace)
    }
  }

  private func searchOnce(
    _ subject: UnsafeBufferPointer<UInt8>, from start: Int, in workspace: PCREWorkspace
  ) -> Outcome {
    var result = PCRE2_ERROR_JIT_BADOPTION
    if isJITCompiled {
      result = pcre2_jit_match_8(
        code, subject.baseAddress, subject.count, start, 0, workspace.data, workspace.context)
      if result == PCRE2_ERROR_JIT_STACKLIMIT, workspace.growStack() {
        result = pcre2_jit_match_8(
          code, subject.baseAddress, subject.count, start, 0, workspace.data, workspace.context)
      }
    }
    if !isJITCompiled || result == PCRE2_ERROR_MATCHLIMIT && workspace.hasReducedLimit {
      workspace.setInterpreterLimits()
      result = pcre2_match_8(
        code, subject.baseAddress, subject.count, start, UInt32(PCRE2_NO_JIT) | UInt32(PCRE2_NO_UTF_CHECK),
        workspace.data, workspace.context)
      workspace.setLimits(subject: subject.count)
    }
    if result >= 0 { return .match }
    return result == PCRE2_ERROR_NOMATCH ? .noMatch : .limitReached
  }
}

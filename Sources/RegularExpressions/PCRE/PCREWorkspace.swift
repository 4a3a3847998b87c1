internal import CPCRE2

/// What one running match of PCRE2 writes to: its match data, its limits, its stack.
///
/// Owned by hand, for speed: `free` ends it.
struct PCREWorkspace {
  let data: OpaquePointer
  let context: OpaquePointer
  /// Start and end of every group, in bytes; valid after a match.
  let offsets: UnsafeMutablePointer<Int>
  private let box: Limits

  /// The limits that are set at the moment.
  private final class Limits {
    var jit: UInt32 = 0
    var stack: OpaquePointer?
  }

  init?(_ code: OpaquePointer) {
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else { return nil }
    guard let context = pcre2_match_context_create_8(nil), let offsets = pcre2_get_ovector_pointer_8(data) else {
      pcre2_match_data_free_8(data)
      return nil
    }
    self.data = data
    self.context = context
    self.offsets = offsets
    box = Limits()
    pcre2_set_heap_limit_8(context, Self.heapKibibytes)
  }

  func free() {
    if let stack = box.stack { pcre2_jit_stack_free_8(stack) }
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(data)
  }

  private static let heapKibibytes: UInt32 = 256 * 1024
  private static let stackBytes = 64 * 1024 * 1024
  private static let greatestLimit: UInt32 = 10_000_000

  /// Sets how often PCRE2 may turn around.
  ///
  /// Why by length: what the compiled code counts once may run over the whole text. A search that meets a reduced limit
  /// is done again by the interpreter, whose steps are all counted.
  func setLimits(subject length: Int) {
    let limit =
      length <= 2000 ? Self.greatestLimit : UInt32(clamping: max(1000, 20_000_000_000 / length))
    guard limit != box.jit else { return }
    box.jit = min(limit, Self.greatestLimit)
    pcre2_set_match_limit_8(context, box.jit)
  }

  var hasReducedLimit: Bool {
    box.jit < Self.greatestLimit
  }

  func setInterpreterLimits() {
    box.jit = 0
    pcre2_set_match_limit_8(context, 5 * Self.greatestLimit)
  }

  /// Runs `search` so that a guarded program gives up when `deadline` has passed.
  func withDeadline<Result>(_ deadline: Deadline, _ search: () -> Result) -> Result {
    pcre2_set_callout_8(
      context,
      { _, deadline in
        guard let deadline else { return 0 }
        let isOver = Unmanaged<Deadline>.fromOpaque(deadline).takeUnretainedValue().passesAfterTick()
        return isOver ? PCRE2_ERROR_CALLOUT : 0
      }, Unmanaged.passUnretained(deadline).toOpaque())
    defer { pcre2_set_callout_8(context, nil, nil) }
    return withExtendedLifetime(deadline, search)
  }

  /// Gives the compiled code a large stack; false if it has one.
  func growStack() -> Bool {
    guard box.stack == nil, let stack = pcre2_jit_stack_create_8(32 * 1024, Self.stackBytes, nil) else { return false }
    box.stack = stack
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    return true
  }
}

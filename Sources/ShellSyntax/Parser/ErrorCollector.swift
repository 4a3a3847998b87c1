import SourceText

/// Gathers the errors of one parse, each place and id once, in the order of discovery.
final class ErrorCollector {
  private struct Key: Hashable {
    let id: String
    let extent: ScriptExtent
  }

  private(set) var errors: [ParseError] = []
  private var seen: Set<Key> = []

  /// True once parsing was given up; what follows is noise.
  private(set) var isClosed = false

  var isEmpty: Bool { errors.isEmpty }

  func report(_ extent: ScriptExtent, _ message: ErrorMessage, isIncomplete: Bool = false) {
    guard !isClosed, seen.insert(Key(id: message.id, extent: extent)).inserted else { return }
    errors.append(
      ParseError(id: message.id, message: message.text, extent: extent, isIncompleteInput: isIncomplete))
  }

  /// Reports a last error and ignores all that follow.
  func close(_ extent: ScriptExtent, _ message: ErrorMessage) {
    report(extent, message)
    isClosed = true
  }
}

import SourceText

/// The redirections of one command: one for each stream.
struct RedirectionList {
  private var byStream: [RedirectionAst?] = Array(repeating: nil, count: 7)

  /// False where the stream is redirected already; the first one stays.
  mutating func add(_ redirection: RedirectionAst, from stream: RedirectionStream) -> Bool {
    let index = Int(stream.rawValue)
    guard byStream[index] == nil else { return false }
    byStream[index] = redirection
    return true
  }

  /// By stream number, all streams first.
  var inOrder: [RedirectionAst] { byStream.compactMap(\.self) }
}

extension Parser {
  /// A redirection of which the operator was taken; nil for `<`, which does nothing.
  func redirection(
    _ token: Token, _ redirections: inout RedirectionList, _ end: inout ScriptExtent
  ) -> RedirectionAst? {
    let result: RedirectionAst
    let stream: RedirectionStream
    if case .mergingRedirection(let from, let to) = token.value {
      if to != .output || from == to { report(token.extent, .redirectionNotSupported(text(token))) }
      result = .merging(MergingRedirectionAst(extent: token.extent, fromStream: from, toStream: .output))
      stream = from
    } else {
      let file = redirectionTarget(token)
      guard case .fileRedirection(let from, let isAppend) = token.value else {
        report(token.extent, .redirectionNotSupported(text(token)))
        end = extent(token.extent, file.extent)
        return nil
      }
      result = .file(
        FileRedirectionAst(
          extent: extent(token.extent, file.extent), fromStream: from, location: file, isAppend: isAppend))
      stream = from
    }
    if !redirections.add(result, from: stream) {
      report(result.extent, .streamAlreadyRedirected(stream.errorName))
    }
    end = result.extent
    return result
  }

  private func redirectionTarget(_ token: Token) -> ExpressionAst {
    if let file = singleCommandArgument(.fileName) { return file }
    report(token.extent.after, .missingFileSpecification)
    return .error(ErrorExpressionAst(extent: token.extent, nestedAst: []))
  }
}

extension RedirectionStream {
  /// How PowerShell's errors name the stream.
  fileprivate var errorName: String {
    switch self {
    case .all: "all"
    case .output: "output stream"
    case .error: "error stream"
    case .warning: "warning stream"
    case .verbose: "verbose stream"
    case .debug: "debug stream"
    case .information: "information stream"
    }
  }
}

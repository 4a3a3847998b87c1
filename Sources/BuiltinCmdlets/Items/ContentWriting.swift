import CmdletKit
import ShellObjects

/// The open items of one `Set-Content` or `Add-Content`.
struct ContentWriting {
  private var writers: [any ContentWriter] = []
  private var openPaths: [String]?

  /// Opens the items of the paths, unless they are open already.
  mutating func open(
    _ given: GivenPaths, _ targets: ItemTargets, _ options: ContentOptions, appends: Bool, action: String
  ) throws {
    if openPaths == given.paths { return }
    try close()
    openPaths = given.paths
    for path in given.paths {
      var opened: [any ContentWriter] = []
      try targets.attempt {
        for place in try targets.expand(path, isLiteral: given.isLiteral, allowsMissing: true) {
          try targets.attempt {
            guard try targets.context.shouldProcess("Path: \(place.displayPath)", action) else { return }
            opened.append(try open(place, targets.request(for: place), options, appends: appends))
          }
        }
      }
      writers += opened
    }
  }

  private func open(
    _ place: ResolvedPath, _ request: ProviderRequest, _ options: ContentOptions, appends: Bool
  ) throws -> any ContentWriter {
    let provider = place.provider
    if !appends, provider.exists(place.path, request) {
      do { try provider.clearContent(place.path, request) } catch let error as ShellError {
        // Why: Set-Content reports a folder under the exception's own name.
        if error.record.errorID == "ClearDirectoryContent" { error.record.errorID = "System.NotSupportedException" }
        throw error
      }
    }
    return try provider.writer(place.path, options, appends: appends, request)
  }

  func write(_ values: [Value], _ targets: ItemTargets) throws {
    for writer in writers {
      try targets.attempt { for value in values { try writer.write(value) } }
    }
  }

  mutating func close() throws {
    for writer in writers { try writer.close() }
    writers = []
  }
}

import CmdletKit
import ShellObjects
import ShellTypes

/// The items a cmdlet works on: finds them, and keeps one that fails from ending the others.
struct ItemTargets {
  let context: any CmdletContext
  let drives: any DriveTable
  var request: ProviderRequest
  var names: ItemNameFilter

  init(_ context: any CmdletContext, force: Bool = false, filters: ItemFilters? = nil) throws {
    self.context = context
    drives = context.session.drives
    request = ProviderRequest(context, force: force, filter: filters?.providerFilter)
    names = try filters?.patterns ?? ItemNameFilter()
  }

  /// Runs one unit of work; an error it throws is reported, unless it ends the command.
  func attempt(_ body: () throws -> Void) throws {
    do { try body() } catch {
      if error is TerminatingError || error is ProviderRefusal { throw error }
      try context.attempt { throw error }
    }
  }

  /// The request for items reached by a drive.
  func request(for place: ResolvedPath) -> ProviderRequest {
    var request = request
    request.drive = place.drive
    return request
  }

  /// Calls the body with each item that the paths mean, reporting those that are not there.
  func each(_ given: GivenPaths, _ body: (ResolvedPath, ProviderRequest) throws -> Void) throws {
    for path in given.paths {
      try attempt {
        for place in try expand(path, isLiteral: given.isLiteral) {
          try context.checkCancellation()
          try attempt { try body(place, request(for: place)) }
        }
      }
    }
  }

  /// The existing items a path means.
  ///
  /// Throws PathNotFound where a path without wildcards leads nowhere, unless missing ones are allowed.
  func expand(_ path: String, isLiteral: Bool, allowsMissing: Bool = false) throws -> [ResolvedPath] {
    if !isLiteral, WildcardPattern.containsWildcards(path) {
      return try drives.glob(path, request).filter { names.admits($0.leaf) }
    }
    let place = try drives.resolve(isLiteral ? path : WildcardPattern.unescape(path))
    if !allowsMissing, !place.provider.exists(place.path, request(for: place)) {
      throw PlaceError.pathNotFound(place.displayPath)
    }
    guard names.admits(place.leaf), passesFilter(place.leaf) else { return [] }
    return [place]
  }

  private func passesFilter(_ name: String) -> Bool {
    request.filter.map { FileNamePattern($0).matches(name, ignoreCase: true) } ?? true
  }

  /// The place of a path that need not exist: a destination or a new item.
  func destination(_ path: String) throws -> ResolvedPath {
    try expandOne(path, isLiteral: false)
  }

  /// The one item a path means, existing or not.
  func expandOne(_ path: String, isLiteral: Bool) throws -> ResolvedPath {
    if !isLiteral, WildcardPattern.containsWildcards(path) {
      let found = try drives.glob(path, request)
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        throw PlaceError.argument(
          "Cannot perform operation because the path '\(path)' resolved to more than one item.", target: .string(path))
      }
    }
    return try drives.resolve(isLiteral ? path : WildcardPattern.unescape(path))
  }

  /// Writes what a change gave, where it happened and is wanted.
  func pass(_ value: Value, _ wanted: Bool) throws {
    if wanted, !value.isNull { try context.write(value) }
  }
}

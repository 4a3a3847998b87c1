import ShellObjects

/// Objects that are written in place, whatever stands around them: text, numbers, errors, objects without properties.
final class OutOfBandObjects {
  let cells: CellText
  private let views: FormatViews
  private let settings: FormatSettings

  private enum Sort { case text, view(FormatView), object }
  /// What the last object turned out to be; streams are mostly of one sort.
  private var lastLikeness: Likeness?
  private var lastSort = Sort.object

  init(views: FormatViews, settings: FormatSettings) {
    self.views = views
    self.settings = settings
    cells = CellText(enumerationLimit: settings.enumerationLimit, culture: settings.culture, views: views)
  }

  /// The entry for an object that is written in place; nil for one that a view or its properties show.
  func entry(for value: Value) throws -> FormatEntry? {
    switch sort(of: value) {
    case .text: return FormatEntry(payload: .text(cells.plain(value)), isOutOfBand: true)
    case .view(let view): return try entry(for: value, view)
    case .object: return nil
    }
  }

  private func entry(for value: Value, _ view: FormatView) throws -> FormatEntry {
    switch view.body {
    case .text(let body): return FormatEntry(payload: .text(try body(value, settings)), isOutOfBand: true)
    case .custom(let body): return FormatEntry(payload: .custom(try body(value, settings)), isOutOfBand: true)
    case .table, .list, .wide: return listEntry(of: value)
    }
  }

  /// The object as a list of all its properties; nil where it has none.
  func listEntry(for value: Value) throws -> FormatEntry? {
    value.propertyNames().isEmpty ? nil : listEntry(of: value)
  }

  private func listEntry(of value: Value) -> FormatEntry {
    var evaluator = CellEvaluator(cells: cells, request: FormatRequest())
    let choice = PropertyChoice(views: views)
    let lines = choice.defaults(of: value).map { ($0.shownLabel, evaluator.text($0.expression, of: value)) }
    return FormatEntry(payload: .list(lines.map { (label: $0.0, value: $0.1) }), isOutOfBand: true)
  }

  /// An error that tells of a failed expression.
  func entry(for failure: ErrorRecord) -> FormatEntry { FormatEntry(text: ErrorView(settings).text(failure)) }

  private func sort(of value: Value) -> Sort {
    guard case .object(let object) = value else { return .text }
    // Why: whether an object with properties of its own has any is a matter of that object.
    guard object.kind == .custom || object.type.members.behavior.ownPropertyNames == nil else {
      return uncachedSort(of: value, object)
    }
    let likeness = Likeness(object)
    if likeness == lastLikeness { return lastSort }
    let sort = uncachedSort(of: value, object)
    lastLikeness = likeness
    lastSort = sort
    return sort
  }

  /// What two objects share that are the same sort.
  private struct Likeness: Equatable {
    // Why kept, not only identified: the address of a freed one may be given to another.
    private let type: PSType
    private let shape: Shape?
    private let names: [String]?
    private let hasAddedMembers: Bool

    init(_ object: PSObject) {
      type = object.type
      shape = (object as? PSCustomObject)?.shape
      names = object.extended?.typeNames
      hasAddedMembers = !(object.extended?.entries.isEmpty ?? true)
    }

    static func == (a: Likeness, b: Likeness) -> Bool {
      a.type === b.type && a.shape === b.shape && a.hasAddedMembers == b.hasAddedMembers && a.names == b.names
    }
  }

  private func uncachedSort(of value: Value, _ object: PSObject) -> Sort {
    switch object.kind {
    case .number, .enumeration: return .text
    case .wrapped: return .text
    case .error where object.extended?.typeNames == nil: return .view(BuiltinViews.error)
    default: break
    }
    if let view = views.outOfBandView(for: TypeNames.of(value)) { return .view(view) }
    if Self.scalarTypes.contains(object.type.fullName) { return .text }
    if object.type === PSType.hashtable { return .text }
    guard value.propertyNames().isEmpty else { return .object }
    return views.view(for: TypeNames.of(value), shape: nil) == nil ? .text : .object
  }

  /// Types beside numbers that are always shown as text.
  static let scalarTypes: Set<String> = [
    "System.Numerics.BigInteger", "System.Int128", "System.UInt128", "System.Half", "System.IntPtr", "System.UIntPtr",
    "System.Security.SecureString", "System.Uri", "System.Management.Automation.ScriptBlock",
  ]
}

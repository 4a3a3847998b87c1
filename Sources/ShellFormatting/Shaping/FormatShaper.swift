package import ShellObjects

/// Turns objects into format records: the whole work of a format cmdlet, and of a pipeline's end.
///
/// The first object decides the view. Text, numbers and errors become text in place; so do objects a view is not for,
/// as lists of all their properties. Records come out as objects go in; nothing is held back.
package final class FormatShaper {
  /// The shape asked for; nil where the first object decides.
  private let shape: FormatShape?
  private let request: FormatRequest
  private let views: FormatViews
  private let settings: FormatSettings
  private let emit: (FormatRecord) throws -> Void
  private let scalars: OutOfBandObjects

  private var shaping: (any ObjectShaping)?
  private var grouping: Grouping?
  private var isInGroup = false

  /// `emit` receives the records; an error it throws ends the call that led to it.
  package init(
    _ shape: FormatShape?, _ request: FormatRequest = FormatRequest(), views: FormatViews, settings: FormatSettings,
    emit: @escaping (FormatRecord) throws -> Void
  ) {
    self.shape = shape
    self.request = request
    self.views = views
    self.settings = settings
    self.emit = emit
    scalars = OutOfBandObjects(views: views, settings: settings)
  }

  /// Takes an object; collections and dictionaries are taken apart one level, records of other format cmdlets pass.
  package func write(_ value: Value) throws {
    if let record = FormatObject.record(value) { return try emit(record) }
    guard let elements = Enumeration.elements(of: value) else {
      if !value.isNull { try writeObject(value) }
      return
    }
    switch request.expansion {
    case .enumerationOnly: break
    case .coreOnly: return try writeObject(value)
    case .both: try writeCollection(value, elements)
    }
    try elements { element in
      if !element.isNull { try self.writeObject(element) }
      return true
    }
  }

  /// Writes what tells of a collection before its elements.
  private func writeCollection(_ value: Value, _ elements: Enumeration.Elements) throws {
    var count = 0
    try elements { _ in
      count += 1
      return true
    }
    try emit(.entry(FormatEntry(text: "The following object supports IEnumerable:")))
    if let entry = try scalars.entry(for: value) ?? scalars.listEntry(for: value) { try emit(.entry(entry)) }
    let objects =
      switch count {
      case 0: "no objects."
      case 1: "the following object:"
      default: "the following \(count) objects:"
      }
    try emit(.entry(FormatEntry(text: "The IEnumerable contains " + objects)))
  }

  /// Closes the group and the document.
  package func finish() throws {
    guard shaping != nil else { return }
    if isInGroup { try emit(.groupEnd) }
    try emit(.end)
    shaping = nil
    isInGroup = false
  }

  private var takesScalarsOut: Bool { shape == nil || !request.isForced }

  private func writeObject(_ value: Value) throws {
    if let record = FormatObject.record(value) { return try emit(record) }
    if takesScalarsOut, let entry = try scalars.entry(for: value) { return try emit(.entry(entry)) }
    if let shaping {
      if takesScalarsOut, !shaping.applies(to: value), let entry = try scalars.listEntry(for: value) {
        return try emit(.entry(entry))
      }
      return try writeRow(value, shaping)
    }
    let choice = ViewChoice(views: views, shape: shape, request: request, settings: settings)
    let made = try choice.shaping(for: value)
    shaping = made
    grouping = request.groupBy.map { Grouping($0) } ?? made.view?.groupBy.map { Grouping($0) }
    try emit(.start(made.start(for: value)))
    try writeRow(value, made)
  }

  private func writeRow(_ value: Value, _ shaping: any ObjectShaping) throws {
    let isNew = grouping?.advance(value) ?? false
    if isInGroup, isNew {
      try emit(.groupEnd)
      isInGroup = false
    }
    if !isInGroup {
      try emit(.groupStart(try grouping?.heading(for: value, scalars.cells)))
      isInGroup = true
    }
    var evaluator = CellEvaluator(cells: scalars.cells, request: request)
    let entry = try shaping.entry(for: value, &evaluator)
    try emit(.entry(entry))
    if request.showsErrors {
      for failure in evaluator.failures { try emit(.entry(scalars.entry(for: failure))) }
    }
  }
}

/// Makes the start and the entries of one document.
protocol ObjectShaping {
  /// The view behind it; nil where properties decide.
  var view: FormatView? { get }
  func start(for value: Value) -> FormatStart
  func entry(for value: Value, _ evaluator: inout CellEvaluator) throws -> FormatEntry
}

extension ObjectShaping {
  /// Whether the document can show the object; one made from properties shows every object.
  func applies(to value: Value) -> Bool {
    guard let view else { return true }
    return TypeNames.of(value).contains { name in view.typeNames.contains { $0.equalsName(name) } }
  }
}

/// Evaluates cells, and keeps what went wrong.
struct CellEvaluator {
  let cells: CellText
  let request: FormatRequest
  private(set) var failures: [ErrorRecord] = []

  init(cells: CellText, request: FormatRequest) {
    self.cells = cells
    self.request = request
  }

  /// The text of an expression's value; `isFixed` as in `CellText.text`.
  mutating func text(
    _ expression: PropertyExpression, of value: Value, format: String? = nil, isFixed: Bool = false
  ) -> String {
    text(CellSource(expression), of: value, format: format, isFixed: isFixed)
  }

  mutating func text(
    _ source: CellSource, of value: Value, format: String? = nil, isFixed: Bool = false
  ) -> String {
    switch source.evaluate(on: value) {
    case .missing: return ""
    case .failed(let error):
      failures.append(Self.failure(error, source.expression.text))
      return request.displaysErrors ? "#ERR" : ""
    case .value(let result): return text(result, format: format, isFixed: isFixed)
    }
  }

  /// The record of a failed expression: the error's own exception under another message.
  private static func failure(_ error: any Error, _ text: String) -> ErrorRecord {
    let cause = ShellError.record(of: error)
    let record = ErrorRecord(cause.exception, id: "mshExpressionError", .invalidArgument)
    record.isThrown = cause.isThrown
    record.detailsMessage = "Failed to evaluate expression \"\(text)\"."
    return record
  }

  private func text(_ value: Value, format: String?, isFixed: Bool) -> String {
    if let format {
      if let formatted = try? FieldFormat(cells: cells).text(value, format) { return formatted }
      if request.displaysErrors { return "#FMTERR" }
    }
    return cells.text(value, isFixed: isFixed)
  }
}

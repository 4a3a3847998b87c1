import ShellObjects

/// Receives lines without their ends; text that is written as it is may hold line ends of its own.
package typealias LineSink = (String) throws -> Void

/// Renders format records as lines of a width.
///
/// Rows of a table that must be sized to its cells are held back until their group ends, or until 300 ms have passed
/// where the table did not ask for it.
final class RecordRenderer {
  private let settings: FormatSettings
  private let sink: LineSink

  private enum State { case outside, document, group }
  /// Which groups are held back to be sized to their cells.
  ///
  /// **Source:** measured on PowerShell 7.6, where one table that needs it makes every later document of the same
  /// output be held and sized, declared widths or not.
  private enum Holding { case nothing, forAMoment, toTheEnd }
  private var state = State.outside
  private var start: FormatStart?
  private var isFirstGroup = true
  private var holding = Holding.nothing
  private var group: GroupLayout?
  private var held: HeldGroup?

  init(settings: FormatSettings, sink: @escaping LineSink) {
    self.settings = settings
    self.sink = sink
  }

  var isInDocument: Bool { state != .outside }

  /// Writes a line of a view, without escapes where there are no colours.
  private func emit(_ line: String) throws {
    try sink(settings.usesColor ? line : EscapeSequence.removed(from: line))
  }

  // MARK: Records

  func process(_ record: FormatRecord) throws {
    switch record {
    case .start(let start): try begin(start)
    case .groupStart(let heading):
      guard state == .document else { throw outOfSequence("GroupStartData") }
      try beginGroup(heading)
    case .entry(let entry):
      if !entry.isOutOfBand, state != .group { throw outOfSequence("FormatEntryData") }
      try hold(or: entry)
    case .groupEnd:
      guard state == .group else { throw outOfSequence("GroupEndData") }
      try endGroup()
    case .end:
      guard state == .document else { throw outOfSequence("FormatEndData") }
      try end()
    }
  }

  /// Closes whatever is open, as if its records had come.
  func close() throws {
    if state == .group { try endGroup() }
    if state == .document { try end() }
  }

  private func begin(_ start: FormatStart) throws {
    try close()
    self.start = start
    state = .document
    if start.isAutosized {
      holding = .toTheEnd
    } else if Self.isUnsized(start) {
      holding = .forAMoment
    }
    isFirstGroup = true
    try emit("")
  }

  private func end() throws {
    if let group { try flush(group) }
    group = nil
    if case .list? = start?.layout {} else { try emit("") }
    start = nil
    state = .outside
  }

  private func beginGroup(_ heading: [CustomItem]?) throws {
    state = .group
    switch start?.layout {
    case .table?, .wide?:
      if holding == .nothing { fallthrough }
      held = HeldGroup(heading: heading, isTimed: holding == .forAMoment)
    default: try open(heading, held: nil)
    }
  }

  /// Whether the first column of a table declares no width.
  private static func isUnsized(_ start: FormatStart) -> Bool {
    guard case .table(let header) = start.layout else { return false }
    return header.columns.first?.width == 0
  }

  private func hold(or entry: FormatEntry) throws {
    guard var holding = held else { return try write(entry) }
    held = nil
    holding.entries.append(entry)
    if holding.isOverdue { try release(holding) } else { held = holding }
  }

  private func release(_ holding: HeldGroup) throws {
    held = nil
    try open(holding.heading, held: holding.entries)
    for entry in holding.entries { try write(entry) }
  }

  private func endGroup() throws {
    if let held { try release(held) }
    state = .document
  }

  /// Writes what separates groups, the heading, and what the layout begins with.
  private func open(_ heading: [CustomItem]?, held entries: [FormatEntry]?) throws {
    guard let start else { return }
    if !isFirstGroup { try emit("") }
    if let group { try flush(group) }
    isFirstGroup = false
    if let heading {
      for line in CustomLayout.lines(heading, width: settings.width, culture: settings.culture) { try emit(line) }
      try emit("")
    }
    let made = GroupLayout(start, entries, settings)
    group = made
    for line in made.header { try emit(line) }
  }

  // MARK: Entries

  private func write(_ entry: FormatEntry) throws {
    switch entry.payload {
    case .text(let text): try sink(text)
    case .row(let cells, let wraps):
      guard let table = group?.table else { return }
      if wraps { for line in table.wrapped(cells) { try emit(line) } } else { try emit(table.line(cells)) }
    case .list(let fields): try write(fields, isOutOfBand: entry.isOutOfBand)
    case .wide(let text):
      guard let group, let row = group.add(text) else { return }
      try emit(row)
    case .custom(let items):
      for line in CustomLayout.lines(items, width: settings.width, culture: settings.culture) { try emit(line) }
    }
  }

  private func write(_ fields: [(label: String, value: String)], isOutOfBand: Bool) throws {
    if isOutOfBand { try emit("") }
    let color = settings.usesColor ? settings.style.formatting.formatAccent : ""
    for line in ListLayout.lines(fields, width: settings.width, culture: settings.culture, color: color) {
      try emit(line)
    }
    try emit("")
  }

  /// Writes the unfinished row of a wide listing.
  private func flush(_ group: GroupLayout) throws {
    if let row = group.finishRow() { try emit(row) }
  }

  private func outOfSequence(_ name: String) -> ShellError {
    let error = ShellError(
      "System.InvalidOperationException", "Operation is not valid due to the current state of the object.",
      id: "ConsoleLineOutputOutOfSequencePacket", .invalidData)
    error.record.commandName = "Microsoft.PowerShell.Commands.OutLineOutputCommand"
    error.record.detailsMessage =
      "The object of type \"Microsoft.PowerShell.Commands.Internal.Format.\(name)\" is not valid or not in the correct "
      + "sequence. This is likely caused by a user-specified \"format-*\" command which is conflicting with the default formatting."
    return error
  }
}

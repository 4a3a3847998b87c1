/// One step of formatted output: what format cmdlets write and output cmdlets render.
///
/// A document is `start`, then groups (`groupStart`, entries, `groupEnd`), then `end`. Entries that are out of band
/// may stand anywhere. Widths are not decided here, but by whoever renders.
package enum FormatRecord {
  case start(FormatStart)
  /// The heading of the group; nil where there is none.
  case groupStart([CustomItem]?)
  case entry(FormatEntry)
  case groupEnd
  case end
}

/// The beginning of a document: its shape and what all its rows share.
package struct FormatStart {
  package enum Layout {
    case table(TableHeader)
    case list
    /// The number of columns; nil for two, or as many as fit where the document is sized to its cells.
    case wide(columns: Int?)
    case custom
  }

  package var layout: Layout
  package var isAutosized = false
}

/// The columns of a table.
package struct TableHeader {
  package struct Column {
    package var label: String
    /// In cells; zero where none is declared.
    package var width: Int
    package var alignment: Alignment
    /// Whether the label is the name of a property, which decides its colour.
    package var isPropertyName = true
  }

  package var columns: [Column]
  package var isHidden = false
  package var isRepeated = false
}

/// One object, or text in its place.
package struct FormatEntry {
  package enum Payload {
    /// Written as it is.
    case text(String)
    case row([String], wraps: Bool)
    case list([(label: String, value: String)])
    case wide(String)
    case custom([CustomItem])
  }

  package var payload: Payload
  package var isOutOfBand = false

  init(payload: Payload, isOutOfBand: Bool = false) {
    self.payload = payload
    self.isOutOfBand = isOutOfBand
  }

  /// Text in place.
  init(text: String) { self.init(payload: .text(text), isOutOfBand: true) }
}

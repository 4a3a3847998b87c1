package import ShellObjects

/// The end of a pipeline: takes objects and format records, and writes lines.
///
/// What Out-Default, Out-Host, Out-String and Out-File do with their input. Objects are shown as they come; see
/// `RecordRenderer` for what is held back.
package final class FormatPipeline {
  private let views: FormatViews
  private let settings: FormatSettings
  private let renderer: RecordRenderer
  /// Shapes plain objects; nil before the first one, and after a format cmdlet's document began.
  private var shaper: FormatShaper?

  package init(views: FormatViews, settings: FormatSettings, sink: @escaping LineSink) {
    self.views = views
    self.settings = settings
    renderer = RecordRenderer(settings: settings, sink: sink)
  }

  /// Takes an object or a format record.
  ///
  /// Throws what the sink throws, and the error of a record out of its place.
  package func write(_ value: Value) throws {
    if let record = FormatObject.record(value) {
      if case .start = record { try closeShaper() }
      return try renderer.process(record)
    }
    try plainShaper().write(value)
  }

  private func plainShaper() -> FormatShaper {
    if let shaper { return shaper }
    let made = FormatShaper(nil, views: views, settings: settings) { [renderer] in try renderer.process($0) }
    shaper = made
    return made
  }

  private func closeShaper() throws {
    try shaper?.finish()
    shaper = nil
  }

  /// Writes what is still held back and closes the document.
  package func finish() throws {
    try closeShaper()
    try renderer.close()
  }
}

import CmdletKit
import ShellFormatting
import ShellObjects

/// What all format cmdlets take beside their columns.
struct FormatOptions {
  var groupBy: Value
  var view: String?
  var showsErrors: Bool
  var displaysErrors: Bool
  var isForced: Bool
  var expand: String?
}

/// Turns the input of a format cmdlet into format records.
final class FormatStage {
  private var shaper: FormatShaper?

  func begin(
    _ shape: FormatShape, _ request: FormatRequest, _ options: FormatOptions, _ context: any CmdletContext
  ) throws {
    var request = request
    if !options.groupBy.isNull { request.groupBy = try FormatProperty(options.groupBy, for: .groupBy(shape)) }
    request.viewName = options.view
    request.showsErrors = options.showsErrors
    request.displaysErrors = options.displaysErrors
    request.isForced = options.isForced
    switch options.expand?.lowercased() {
    case "coreonly": request.expansion = .coreOnly
    case "both": request.expansion = .both
    default: request.expansion = .enumerationOnly
    }
    shaper = FormatShaper(
      shape, request, views: FormatEnvironment.views(context),
      settings: FormatEnvironment.settings(context, width: nil)
    ) { try context.write(FormatObject.value($0)) }
  }

  func write(_ value: Value) throws { try shaper?.write(value) }
  func finish() throws { try shaper?.finish() }
}

/// What formatting in this session depends on.
enum FormatEnvironment {
  /// The session's views; those of the product where the session has none of its own.
  static func views(_ context: any CmdletContext) -> FormatViews {
    context.session.service(FormatViews.self) ?? FormatViews()
  }

  /// Nil takes the width of the console.
  static func settings(_ context: any CmdletContext, width: Int?) -> FormatSettings {
    let session = context.session
    var settings = FormatSettings(width: width ?? session.width, consoleWidth: session.width)
    if case .int32(let limit)? = (try? session.variable("FormatEnumerationLimit", scope: nil)) ?? nil {
      settings.enumerationLimit = Int(limit)
    }
    if let view = try? session.variable("ErrorView", scope: nil), let text = try? view.text(), !text.isEmpty {
      settings.errorView = text
    }
    settings.isKnownCommand = { name in ((try? session.command(named: name)) ?? nil) != nil }
    return settings
  }
}

/// Lines that a formatter has written so far.
final class LineCollector {
  var lines: [String] = []
}

import CmdletKit
import Glibc
import ShellFormatting
import ShellObjects
import ShellTypes

/// A file that receives objects as the console would show them.
final class TextFileOutput {
  private let path: String
  private let writer: TextFileWriter
  private var formatter: FormatPipeline?
  /// Whether lines follow each other without line ends.
  var omitsLineEnds = false

  init(
    path: String, isLiteral: Bool, encoding: TextEncoding, appends: Bool, refusesToReplace: Bool = false,
    force: Bool = false,
    width: Int? = nil, context: any CmdletContext
  ) throws {
    self.path = try FilePaths.target(path, isLiteral: isLiteral, context)
    writer = try TextFileWriter(
      path: self.path, encoding: encoding, appends: appends, refusesToReplace: refusesToReplace,
      force: force)
    // Why: text is not cut unless a width was asked for.
    let settings = FormatEnvironment.settings(context, width: width ?? context.session.width)
    formatter = FormatPipeline(views: FormatEnvironment.views(context), settings: settings) { [weak self] line in
      guard let self else { return }
      try self.writer.write(self.omitsLineEnds ? line : line + "\n")
    }
  }

  func write(_ value: Value) throws { try formatter?.write(value) }

  func finish() throws {
    try formatter?.finish()
    formatter = nil
    try writer.close()
  }
}

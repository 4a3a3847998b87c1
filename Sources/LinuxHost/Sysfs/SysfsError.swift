/// A file of the host that could not be read, written, listed or understood.
package struct SysfsError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Cause: Equatable, Sendable {
    case read(ErrorNumber)
    case list(ErrorNumber)
    case follow(ErrorNumber)
    case write(String, ErrorNumber)
    /// The write had not come back when its time was over; it goes on in a process of its own.
    case writeStillRunning(String, milliseconds: Int)
    /// The content is not what the kernel's documentation promises.
    case content(found: String, expected: String)
  }

  /// As seen from the machine, `/sys/…`.
  package let path: String
  package let cause: Cause

  package init(_ path: String, _ cause: Cause) {
    self.path = path.hasPrefix("/") ? path : "/" + path
    self.cause = cause
  }

  /// The system's error number; nil where there was none.
  package var number: ErrorNumber? {
    switch cause {
    case .read(let number), .list(let number), .follow(let number), .write(_, let number): number
    case .writeStillRunning, .content: nil
    }
  }

  package var description: String {
    switch cause {
    case .read(let number): "The file '\(path)' cannot be read: \(number)."
    case .list(let number): "The directory '\(path)' cannot be listed: \(number)."
    case .follow(let number): "The link '\(path)' cannot be followed: \(number)."
    case .write(let text, let number): "The host refused to write '\(text)' to '\(path)': \(number)."
    case .writeStillRunning(let text, let milliseconds):
      "Writing '\(text)' to '\(path)' has not come back after \(milliseconds / 1000) s; the kernel goes on with it."
    case .content(let found, let expected):
      "The file '\(path)' should hold \(expected), and holds '\(SysfsError.excerpt(found))'."
    }
  }

  /// Printable and short, whatever the file held.
  private static func excerpt(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(60).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: "·"
      default: String(Character(scalar))
      }
    }
    return shown.joined() + (text.unicodeScalars.count > 60 ? "…" : "")
  }
}

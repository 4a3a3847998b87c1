import CmdletKit
import ShellObjects
import ShellTypes

/// Validations that need patterns or script.
enum ScriptValidation {
  private static func fail(_ message: String) -> ShellError {
    ShellError(
      "System.Management.Automation.ValidationMetadataException", message, id: "RuntimeException", .metadataError)
  }

  private static func each(_ value: Value, _ body: (Value) throws -> Void) throws {
    guard value.isEnumerable else { return try body(value) }
    for element in try value.enumerated() { try body(element) }
  }

  /// `[ValidateRange('Positive')]` and its relatives.
  static func rangeKind(_ kind: String) -> ParameterValidation? {
    let (holds, words): (@Sendable (Int) -> Bool, String)
    switch kind.lowercased() {
    case "positive": (holds, words) = ({ $0 > 0 }, "is not greater than zero")
    case "nonnegative": (holds, words) = ({ $0 >= 0 }, "is not greater than or equal to zero")
    case "negative": (holds, words) = ({ $0 < 0 }, "is not less than zero")
    case "nonpositive": (holds, words) = ({ $0 <= 0 }, "is not less than or equal to zero")
    default: return nil
    }
    return ParameterValidation { value in
      try each(value) { element in
        let order = try Comparison.compare(element, .int32(0), ignoreCase: true)
        if !holds(order) {
          throw fail(
            "The argument \"\(try element.text())\" cannot be validated because its value \(words).")
        }
      }
    }
  }

  static func pattern(_ pattern: String, ignoreCase: Bool, message: String?) -> ParameterValidation {
    ParameterValidation { value in
      try each(value) { element in
        let text = try element.text()
        if try !RegexOperators.isMatch(.string(text), .string(pattern), ignoreCase: ignoreCase) {
          throw fail(
            message.map { $0.replacingPlaceholders(text, pattern) }
              ?? "The argument \"\(text)\" does not match the \"\(pattern)\" pattern. Supply an argument that matches \"\(pattern)\" and try the command again."
          )
        }
      }
    }
  }

  static func script(_ block: ScriptBlock, message: String?) -> ParameterValidation {
    nonisolated(unsafe) let body = block  // A session's blocks are called on its own thread only.
    return ParameterValidation { value in
      try each(value) { element in
        if try !Value.collected(body.invoke([element], underscore: element)).isTrue {
          let text = try element.text()
          throw fail(
            message.map { $0.replacingPlaceholders(text, body.body.sourceText) }
              ?? "The \"\(body.body.sourceText)\" validation script for the argument with value \"\(text)\" did not return a result of True. Determine why the validation script failed, and then try the command again."
          )
        }
      }
    }
  }
}

extension String {
  /// The text with `{0}` and `{1}` replaced.
  fileprivate func replacingPlaceholders(_ first: String, _ second: String) -> String {
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let tail = rest[open...]
      if tail.hasPrefix("{0}") {
        result += first
      } else if tail.hasPrefix("{1}") {
        result += second
      } else {
        result.append("{")
        rest = tail.dropFirst()
        continue
      }
      rest = tail.dropFirst(3)
    }
    return result + rest
  }
}

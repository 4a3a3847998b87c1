import CmdletKit
import ShellObjects

/// The value of `-Encoding`: a name, a code page, or a System.Text.Encoding.
struct EncodingArgument: ParameterValue {
  /// A name that `ContentEncoding` knows; empty while unbound.
  let name: String

  static var declaredType: PSType { .object }
  static var unbound: EncodingArgument { EncodingArgument(name: "") }

  private init(name: String) { self.name = name }

  init(bound value: Value) throws {
    let text = try Self.text(of: value)
    guard ContentEncoding(named: text) != nil else {
      throw ShellError(
        "System.Management.Automation.ParameterBindingArgumentTransformationException",
        "Cannot process argument transformation on parameter 'Encoding'. '\(text)' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')",
        id: "ParameterArgumentTransformationError", .invalidData)
    }
    name = text
  }

  private static func text(of value: Value) throws -> String {
    guard case .object = value.base, let page = try value.findProperty(Symbol("CodePage")) else {
      return try value.text()
    }
    let number = try page.text()
    let mark = try value.callMethod(Symbol("GetPreamble"), [])?.enumerated().count ?? 0
    return number == "65001" && mark == 0 ? "utf8" : number
  }
}

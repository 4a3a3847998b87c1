import CmdletKit
import ShellObjects
import ShellTypes

/// The value of an `-Encoding` parameter: a name, a code page, or a System.Text.Encoding; UTF-8 where none was given.
struct EncodingChoice: ParameterValue {
  let encoding: TextEncoding

  static var declaredType: PSType { .object }
  static var unbound: EncodingChoice { EncodingChoice(encoding: .utf8) }

  private init(encoding: TextEncoding) { self.encoding = encoding }

  init(bound value: Value) throws {
    do { encoding = try TextEncoding(value) } catch let error as NetException {
      throw ShellError(
        "System.Management.Automation.ParameterBindingArgumentTransformationException",
        "Cannot process argument transformation on parameter 'Encoding'. \(error.message)",
        id: "ParameterArgumentTransformationError", .invalidData)
    }
  }
}

import CmdletKit
import ShellObjects

/// A Swift value that scripts see as an object of a declared type.
protocol ShellObjectPayload {
  /// The full name of the .NET type.
  static var typeName: String { get }
}

extension ShellObjectPayload {
  /// The value as the pipeline carries it.
  var shellObject: Value { .object(Box(self, PSType.named(Self.typeName))) }
}

/// A parameter whose arguments are such objects.
struct PayloadArgument<Payload: ShellObjectPayload>: ParameterValue {
  let payload: Payload?

  static var declaredType: PSType { PSType.named(Payload.typeName) }
  static var unbound: PayloadArgument { PayloadArgument() }

  private init() { payload = nil }

  init(bound value: Value) throws {
    guard let payload = value.payload(Payload.self) else {
      throw NetException.argument("The argument is not an object of type \(Payload.typeName).")
    }
    self.payload = payload
  }
}

extension Conversion {
  static func cast(_ message: String, _ id: String, inner: ExceptionObject? = nil) -> ShellError {
    ShellError(
      "System.Management.Automation.PSInvalidCastException", message, id: id, .invalidArgument, inner: inner)
  }

  /// A conversion that was tried and threw.
  static func failed(_ value: Value, _ type: PSType, _ id: String, _ cause: NetException) -> ShellError {
    failed(value, type, id, ExceptionObject(cause))
  }

  static func failed(_ value: Value, _ type: PSType, _ id: String, _ cause: ExceptionObject) -> ShellError {
    cast(
      "Cannot convert value \"\(value.netText)\" to type \"\(type.fullName)\". Error: \"\(cause.message)\"", id,
      inner: cause)
  }

  /// There is no conversion between the two types.
  static func final(_ value: Value, _ type: PSType) -> ShellError {
    // Why: a value that may be secret is not shown.
    let isSecret = ["System.Security.SecureString", "System.Management.Automation.PSCredential"].contains(type.fullName)
    let shown = isSecret ? "" : "\"\(value.netText)\" "
    return cast(
      "Cannot convert the \(shown)value of type \"\(value.type.reflectionName)\" to type \"\(type.fullName)\".",
      "ConvertToFinalInvalidCastException")
  }
}

extension PSType {
  /// The name as `Type.FullName` gives it: the arguments of a generic type with their assemblies.
  var reflectionName: String {
    guard let genericDefinition, !genericArguments.isEmpty else { return fullName }
    let arguments = genericArguments.map {
      "[\($0.reflectionName), System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]"
    }
    return genericDefinition + "[" + arguments.joined(separator: ",") + "]"
  }
}

extension Value {
  /// .NET's `ToString()` in the current culture, as error texts show a value; a collection shows its type's name.
  package var netText: String {
    switch base {
    case .double(let number): return NumberText.text(number)
    case .object(let object as NumberObject):
      if case .single(let number) = object.payload { return NumberText.text(number) }
      return object.payload.text
    case .object(let object as TypeObject): return object.represented.fullName
    case .object(let object as PSArray): return object.type.fullName
    case .object(let object as ListObject): return object.type.fullName
    case .object(let object):
      if let format = object.type.members.behavior.format, let text = try? format(base, "", false) { return text }
      return (try? object.text()) ?? object.type.fullName
    default: return (try? text()) ?? ""
    }
  }
}

import CmdletKit
import ShellObjects

/// `New-Object`: makes an object of a type.
struct NewObject: Cmdlet {
  static let declaration = CmdletDeclaration(
    "New-Object", defaultParameterSet: "Net", synopsis: "Makes an object of a type.",
    examples: [
      Example("Makes a list.", code: "New-Object System.Collections.ArrayList")
    ])

  @Parameter("TypeName", .in("Net", .mandatory, .position(0)), help: "The type.")
  var typeName: String
  @Parameter("ArgumentList", .in("Net", .position(1)), .alias("Args"), help: "The arguments of the constructor.")
  var argumentList: [Value]
  @Parameter("Strict", .in("Com"), help: "Refuses COM objects that are wrapped.")
  var strict: Bool
  @Parameter(
    "Property", .type("System.Collections.IDictionary"),
    help: "Properties to set, or methods to call, on the new object.")
  var property: Value

  mutating func process(_ context: any CmdletContext) throws {
    guard let type = PSType.parse(typeName) else {
      throw ShellError(
        "System.Management.Automation.PSArgumentException",
        "Cannot find type [\(typeName)]: verify that the assembly containing this type is loaded.", id: "TypeNotFound",
        .invalidType, target: .string(typeName))
    }
    let made = try make(type)
    if let table = property.object(as: PSHashtable.self) { try set(table, on: made) }
    try context.write(made)
  }

  private func make(_ type: PSType) throws -> Value {
    if type === PSType.psObject || type === PSType.customObject {
      if let first = argumentList.first, !first.isNull { return first }
      return .object(PSCustomObject())
    }
    if argumentList.isEmpty, let empty = Self.defaultValue(of: type) { return empty }
    if let element = type.elementType { return try Self.array(of: element, argumentList) }
    guard !type.members.constructors.isEmpty, !type.isInterface else { throw Self.noConstructor(type) }
    do { return try type.construct(argumentList.map(\.base)) } catch let error as ShellError {
      if error.record.errorID == "MethodCountCouldNotFindBest" { throw Self.noConstructor(type) }
      throw ShellError(
        ErrorRecord(error.record.exception, id: "ConstructorInvokedThrowException", .invalidOperation))
    }
  }

  private static func array(of element: PSType, _ arguments: [Value]) throws -> Value {
    guard arguments.count == 1, case .int32(let count) = try arguments[0].converted(to: .int32), count >= 0 else {
      throw noConstructor(element.arrayType)
    }
    let filler = defaultValue(of: element) ?? .null
    return .object(PSArray([Value](repeating: filler, count: Int(count)), elementType: element))
  }

  /// What `default(T)` is for value types, which need no constructor.
  private static func defaultValue(of type: PSType) -> Value? {
    if type.isEnum { return .object(EnumObject(0, type)) }
    if type.code.isNumeric || type.code == .boolean || type.code == .char {
      return try? Value.int32(0).converted(to: type)
    }
    return nil
  }

  private static func noConstructor(_ type: PSType) -> ShellError {
    let accelerator = TypeRegistry.accelerators.first { $0.fullName == type.fullName && type.code != .object }?.name
    return ShellError(
      "System.Management.Automation.PSArgumentException",
      "A constructor was not found. Cannot find an appropriate constructor for type \(accelerator ?? type.fullName).",
      id: "CannotFindAppropriateCtor", .objectNotFound)
  }

  private func set(_ table: PSHashtable, on object: Value) throws {
    for (key, value) in zip(table.keys, table.values) {
      let name = try key.text()
      if case .object(let custom as PSCustomObject) = object {
        custom.set(name, value)
      } else if try object.setProperty(name, value) {
        continue
      } else if object.type.members.instance[Symbol(name)]?.isMethod == true {
        _ = try object.callMethod(Symbol(name), value.isEnumerable ? value.enumerated() : [value])
      } else {
        throw ShellError(
          "System.InvalidOperationException", "The member \"\(name)\" was not found for the specified .NET object.",
          id: "InvalidOperationException", .invalidOperation)
      }
    }
  }
}

/// Makes an object from a dictionary or custom object that names its properties.
enum PropertyConversion {
  /// A new value of the type with these properties set; nil where the value names none or the type cannot be made bare.
  static func convert(_ value: Value, to type: PSType) throws -> Value? {
    guard let pairs = try pairs(of: value), let object = try bare(type) else { return nil }
    do {
      for (name, new) in pairs {
        guard try object.setProperty(name, new) else { throw NetException.invalidOperation(missing(name, type)) }
      }
    } catch let error as any NetExceptionConvertible {
      throw created(type, error.netException.message)
    } catch let error as ShellError {
      throw created(type, error.record.exception.message)
    }
    return object
  }

  private static func pairs(of value: Value) throws -> [(String, Value)]? {
    switch value {
    case .object(let table as PSHashtable): try table.table.liveEntries.map { (try $0.key.text(), $0.value) }
    case .object(let object as PSCustomObject): try object.ownPropertyNames.map { ($0, try value.property($0)) }
    default: nil
    }
  }

  /// What the constructor without parameters makes, or the zero of a structure.
  private static func bare(_ type: PSType) throws -> Value? {
    if type.isEnum { return .object(EnumObject(0, type)) }
    if type.code == .decimal { return .object(NumberObject(.decimal(.zero))) }
    guard type.members.constructors.contains(where: { $0.signature.parameters.isEmpty }) else { return nil }
    return try type.construct([])
  }

  private static func missing(_ name: String, _ type: PSType) -> String {
    let settable = type.members.propertyOrder.filter { $0.set != nil }.map { member in
      "[\(member.name) <\(PSType.parse(member.signature.returnTypeName)?.fullName ?? member.signature.returnTypeName)>]"
    }
    let all = type.isEnum ? ["[value__ <System.Int32>]"] : settable
    let list =
      all.isEmpty
      ? "There is no settable property available."
      : "The settable properties are: \(all.joined(separator: ", "))."
    return "The property '\(name)' was not found for the '\(type.fullName)' object. \(list)"
  }

  private static func created(_ type: PSType, _ problem: String) -> ShellError {
    Conversion.cast("Cannot create object of type \"\(type.fullName)\". \(problem)", "ObjectCreationError")
  }
}

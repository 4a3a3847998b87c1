/// Conversions that the types themselves offer: `Parse`, constructors, cast operators, properties.
enum ObjectConversion {
  /// The value as the type makes it; nil where neither type offers a conversion.
  static func convert(_ value: Value, to type: PSType) throws -> Value? {
    if case .string = value, let made = try byOperator(value, type) { return made }
    if case .string(let text) = value, let parse = type.members.behavior.parse {
      do { return try parse(text) } catch let error as any NetExceptionConvertible {
        throw Conversion.failed(value, type, parseFailureID(type), error.netException)
      }
    }
    if value.typeCode.isNumeric, let made = try CollectionConversion.list(value, type) { return made }
    if let made = try construct(value, type) { return made }
    if let made = try CollectionConversion.list(value, type) { return made }
    if let made = try byOperator(value, type) { return made }
    if value.typeCode.isNumeric, !type.isArray, acceptsText(type) {
      return try convert(.string(value.text()), to: type)
    }
    if let failure = badConvertible(value, type) { throw failure }
    return try PropertyConversion.convert(value, to: type)
  }

  /// A cast operator of either type.
  static func byOperator(_ value: Value, _ type: PSType) throws -> Value? {
    do {
      if let convert = type.members.behavior.convert, let made = try convert(value, type) { return made }
      if let convert = value.type.members.behavior.convert, let made = try convert(value, type) { return made }
      return nil
    } catch let error as any NetExceptionConvertible {
      throw Conversion.failed(
        value, type, "InvalidCastTargetInvocationExceptionop_Explicit", error.netException)
    }
  }

  /// What .NET says where a Boolean, character, date or enumeration has no conversion to a type; nil for other values.
  static func badConvertible(_ value: Value, _ type: PSType) -> ShellError? {
    let isConvertible: Bool =
      switch value {
      case .bool, .char: true
      case .object(let object): object.kind == .enumeration || object.type.fullName == "System.DateTime"
      default: false
      }
    guard isConvertible else { return nil }
    // Why: .NET's own conversion to a date shortens the names, its general one does not.
    let isShort = type.fullName == "System.DateTime"
    let from = isShort ? value.type.name : value.type.fullName
    let to = isShort ? type.name : type.fullName
    return Conversion.failed(
      value, type, "InvalidCastIConvertible",
      NetException("System.InvalidCastException", "Invalid cast from '\(from)' to '\(to)'."))
  }

  private static func acceptsText(_ type: PSType) -> Bool {
    let members = type.members
    return members.behavior.parse != nil
      || members.constructors.contains { fits($0, .string("")) }
  }

  /// Which of .NET's two forms of `Parse` the type has decides the id.
  private static func parseFailureID(_ type: PSType) -> String {
    guard let parse = type.members.statics[Symbol("Parse")] else { return "InvalidCastConstructorException" }
    let hasProvider = parse.overloads.contains { member in
      let parameters = member.signature.parameters
      return parameters.count == 2 && parameters[0].type === PSType.string
        && parameters[1].typeName.hasSuffix("IFormatProvider")
    }
    return hasProvider ? "InvalidCastParseTargetInvocationWithFormatProvider" : "InvalidCastParseTargetInvocation"
  }

  // MARK: Constructors

  private static func construct(_ value: Value, _ type: PSType) throws -> Value? {
    guard let fit = type.members.constructors.first(where: { fits($0, value) }) else { return nil }
    do {
      let wanted = fit.signature.parameters[0].type ?? .object
      return try fit.call?(.null, Arguments([value.converted(to: wanted)]))
    } catch let error as any NetExceptionConvertible {
      throw Conversion.failed(value, type, "InvalidCastConstructorException", error.netException)
    }
  }

  /// Whether .NET's default binder passes the value to a constructor with one parameter: as it is, or widened.
  private static func fits(_ constructor: MemberDeclaration, _ value: Value) -> Bool {
    let parameters = constructor.signature.parameters
    guard parameters.count == 1, let wanted = parameters[0].type, wanted !== PSType.object else { return false }
    if value.type.isAssignable(to: wanted) { return true }
    let code = primitiveCode(value)
    return wanted.code.isNumeric && code.isNumeric
      && (code == wanted.code || ConversionRank.isWidening(code, wanted.code))
  }

  /// The code of the number that .NET sees: a character is an unsigned short, an enumeration its underlying type.
  private static func primitiveCode(_ value: Value) -> TypeCode {
    switch value {
    case .char: .uint16
    case .object(let object as EnumObject): object.type.enumUnderlying
    default: value.typeCode
    }
  }
}

/// The types that ShellObjects itself makes values of.
extension PSType {
  package static let object = PSType("System.Object", base: nil)
  package static let valueType = PSType("System.ValueType", base: .object)
  package static let enumBase = PSType("System.Enum", base: .valueType, interfaces: ["System.IComparable"])
  package static let arrayBase = PSType(
    "System.Array", base: .object,
    interfaces: ["System.Collections.IList", "System.Collections.ICollection", "System.Collections.IEnumerable"])

  package static let string = PSType(
    "System.String", code: .string, base: .object,
    interfaces: ["System.IComparable", "System.Collections.IEnumerable", "System.IConvertible"])
  package static let boolean = number("System.Boolean", .boolean)
  package static let char = number("System.Char", .char)
  package static let sbyte = number("System.SByte", .sbyte)
  package static let byte = number("System.Byte", .byte)
  package static let int16 = number("System.Int16", .int16)
  package static let uint16 = number("System.UInt16", .uint16)
  package static let int32 = number("System.Int32", .int32)
  package static let uint32 = number("System.UInt32", .uint32)
  package static let int64 = number("System.Int64", .int64)
  package static let uint64 = number("System.UInt64", .uint64)
  package static let single = number("System.Single", .single)
  package static let double = number("System.Double", .double)
  package static let decimal = number("System.Decimal", .decimal)

  private static func number(_ name: String, _ code: TypeCode) -> PSType {
    PSType(
      name, kind: .structure, code: code, base: .valueType,
      interfaces: ["System.IComparable", "System.IConvertible", "System.IFormattable"])
  }

  package static let void = PSType("System.Void", kind: .structure, base: .valueType)
  package static let hashtable = PSType("System.Collections.Hashtable", base: .object, interfaces: dictionaryInterfaces)
  package static let orderedDictionary = PSType(
    "System.Collections.Specialized.OrderedDictionary", base: .object, interfaces: dictionaryInterfaces)
  package static let dictionaryEntry = PSType("System.Collections.DictionaryEntry", kind: .structure, base: .valueType)
  private static let dictionaryInterfaces = [
    "System.Collections.IDictionary", "System.Collections.ICollection", "System.Collections.IEnumerable",
  ]

  package static let customObject = PSType("System.Management.Automation.PSCustomObject", base: .object)
  package static let psObject = PSType("System.Management.Automation.PSObject", base: .object)
  package static let scriptBlock = PSType("System.Management.Automation.ScriptBlock", base: .object)
  package static let switchParameter = PSType(
    "System.Management.Automation.SwitchParameter", kind: .structure, base: .valueType)
  package static let reference = PSType("System.Management.Automation.PSReference", base: .object)
  package static let psVariable = PSType("System.Management.Automation.PSVariable", base: .object)
  package static let errorRecord = PSType("System.Management.Automation.ErrorRecord", base: .object)
  package static let errorCategoryInfo = PSType("System.Management.Automation.ErrorCategoryInfo", base: .object)
  package static let runtimeType = PSType("System.RuntimeType", base: .type)
  package static let type = PSType("System.Type", base: PSType("System.Reflection.MemberInfo", base: .object))
  package static let exception = PSType("System.Exception", base: .object)

  /// The types above, for the registry.
  static let core: [PSType] = [
    .object, .valueType, .enumBase, .arrayBase, .string, .boolean, .char, .sbyte, .byte, .int16, .uint16, .int32,
    .uint32, .int64, .uint64, .single, .double, .decimal, .void, .hashtable, .orderedDictionary, .dictionaryEntry,
    .customObject, .psObject, .scriptBlock, .switchParameter, .reference, .psVariable, .errorRecord,
    .errorCategoryInfo, .runtimeType, .type, .exception,
  ]

  /// Short names that scripts use for the core types; the rest are declared with their types.
  static let coreAccelerators: [(String, PSType)] = [
    ("object", .object), ("string", .string), ("bool", .boolean), ("char", .char), ("sbyte", .sbyte), ("byte", .byte),
    ("short", .int16), ("int16", .int16), ("ushort", .uint16), ("uint16", .uint16), ("int", .int32), ("int32", .int32),
    ("uint", .uint32), ("uint32", .uint32), ("long", .int64), ("int64", .int64), ("ulong", .uint64),
    ("uint64", .uint64), ("float", .single), ("single", .single), ("double", .double), ("decimal", .decimal),
    ("void", .void), ("hashtable", .hashtable), ("ordered", .orderedDictionary), ("pscustomobject", .customObject),
    ("psobject", .psObject), ("scriptblock", .scriptBlock), ("switch", .switchParameter), ("ref", .reference),
    ("psvariable", .psVariable), ("type", .type), ("array", .arrayBase), ("enum", .enumBase),
  ]
}

extension Value {
  /// The .NET type of the value; `System.Object` stands in for null.
  package var type: PSType {
    switch self {
    case .unset, .void, .null: .object
    case .cell(let cell): cell.type
    case .bool: .boolean
    case .char: .char
    case .int32: .int32
    case .int64: .int64
    case .double: .double
    case .string: .string
    case .object(let object): object.type
    }
  }

  /// What conversion and arithmetic ask of the value's type.
  @inline(__always) package var typeCode: TypeCode {
    switch self {
    case .int32: .int32
    case .string: .string
    case .double: .double
    case .int64: .int64
    case .bool: .boolean
    case .char: .char
    case .object(let object): object.type.code
    case .unset, .cell, .void, .null: .object
    }
  }
}

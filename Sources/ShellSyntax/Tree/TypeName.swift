package import SourceText

/// A type as written in the source; whether there is such a type is not known here.
package indirect enum TypeName: Sendable {
  case simple(SimpleTypeName)
  case generic(GenericTypeName)
  case array(ArrayTypeName)

  package var extent: ScriptExtent {
    switch self {
    case .simple(let type): type.extent
    case .generic(let type): type.extent
    case .array(let type): type.extent
    }
  }

  /// The name with generic arguments, array brackets and assembly, as .NET's `ITypeName.FullName` gives it.
  package var fullName: String {
    switch self {
    case .simple(let type):
      type.assemblyName.map { "\(type.name),\($0)" } ?? type.name
    case .generic(let type):
      "\(type.typeName.name)[\(type.genericArguments.map(\.fullNameAsArgument).joined(separator: ","))]"
        + (type.typeName.assemblyName.map { ",\($0)" } ?? "")
    case .array(let type):
      type.elementType.fullName + "[" + String(repeating: ",", count: type.rank - 1) + "]"
    }
  }

  private var fullNameAsArgument: String {
    if case .simple(let type) = self, type.assemblyName != nil { return "[\(fullName)]" }
    return fullName
  }

  /// The simple name under array brackets and generic arguments.
  package var simpleName: SimpleTypeName {
    switch self {
    case .simple(let type): type
    case .generic(let type): type.typeName
    case .array(let type): type.elementType.simpleName
    }
  }
}

/// A type's name: `int`, `System.IO.FileInfo`.
package struct SimpleTypeName: Sendable {
  package let extent: ScriptExtent

  /// The name as written, without assembly.
  package let name: String

  /// What follows the comma of `[Type, Assembly]`; nil without it.
  package let assemblyName: String?
}

/// A type with type arguments: `List[int]`.
package struct GenericTypeName: Sendable {
  package let extent: ScriptExtent
  package let typeName: SimpleTypeName
  package let genericArguments: [TypeName]
}

/// An array type: `int[]`, `int[,]`.
package struct ArrayTypeName: Sendable {
  package let extent: ScriptExtent
  package let elementType: TypeName

  /// How many dimensions; at least one.
  package let rank: Int
}

package import ShellObjects

/// A Swift type that a cmdlet's parameter can have.
package protocol ParameterValue {
  /// The .NET type an argument is converted to before it is bound.
  static var declaredType: PSType { get }

  /// The value of a parameter nobody gave.
  static var unbound: Self { get }

  /// The Swift value of an argument of the declared type.
  init(bound value: Value) throws
}

extension Value: ParameterValue {
  package static var declaredType: PSType { .object }
  package static var unbound: Value { .null }
  package init(bound value: Value) throws { self = value }
}

/// A switch.
extension Bool: ParameterValue {
  package static var declaredType: PSType { .switchParameter }
  package static var unbound: Bool { false }
  package init(bound value: Value) throws { self = value.isTrue }
}

extension String: ParameterValue {
  package static var declaredType: PSType { .string }
  package static var unbound: String { "" }
  package init(bound value: Value) throws { self = value.isNull ? "" : try value.text() }
}

extension Int: ParameterValue {
  package static var declaredType: PSType { .int32 }
  package static var unbound: Int { 0 }
  package init(bound value: Value) throws {
    guard case .int64(let number) = try value.converted(to: .int64) else { throw NetException.notSupported() }
    self = Int(number)
  }
}

extension Int64: ParameterValue {
  package static var declaredType: PSType { .int64 }
  package static var unbound: Int64 { 0 }
  package init(bound value: Value) throws {
    guard case .int64(let number) = try value.converted(to: .int64) else { throw NetException.notSupported() }
    self = number
  }
}

extension UInt64: ParameterValue {
  package static var declaredType: PSType { .uint64 }
  package static var unbound: UInt64 { 0 }
  package init(bound value: Value) throws {
    let text = try value.converted(to: .uint64).text()
    guard let number = UInt64(text) else { throw NetException.notSupported() }
    self = number
  }
}

extension Double: ParameterValue {
  package static var declaredType: PSType { .double }
  package static var unbound: Double { 0 }
  package init(bound value: Value) throws {
    guard case .double(let number) = try value.converted(to: .double) else { throw NetException.notSupported() }
    self = number
  }
}

extension Optional: ParameterValue where Wrapped: ParameterValue {
  package static var declaredType: PSType { Wrapped.declaredType }
  package static var unbound: Wrapped? { nil }
  package init(bound value: Value) throws { self = value.isNull ? nil : try Wrapped(bound: value) }
}

extension Array: ParameterValue where Element: ParameterValue {
  package static var declaredType: PSType { Element.declaredType.arrayType }
  package static var unbound: [Element] { [] }
  package init(bound value: Value) throws {
    self = value.isNull ? [] : try value.enumerated().map { try Element(bound: $0) }
  }
}

/// A subclass of `PSObject` with a type of its own, such as `ScriptBlock`.
package protocol ObjectParameter: PSObject {
  static var parameterType: PSType { get }
}

extension ScriptBlock: ObjectParameter {
  package static var parameterType: PSType { .scriptBlock }
}

extension PSHashtable: ObjectParameter {
  package static var parameterType: PSType { .hashtable }
}

extension ErrorRecord: ObjectParameter {
  package static var parameterType: PSType { .errorRecord }
}

extension ExceptionObject: ObjectParameter {
  package static var parameterType: PSType { .exception }
}

/// A parameter whose values are objects of one Swift class; nil while unbound.
package struct ObjectArgument<T: ObjectParameter>: ParameterValue {
  package let object: T?

  package static var declaredType: PSType { T.parameterType }
  package static var unbound: ObjectArgument<T> { ObjectArgument(nil) }
  private init(_ object: T?) { self.object = object }
  package init(bound value: Value) throws { object = value.object(as: T.self) }
}

/// A parameter whose values are one of a Swift enumeration's names.
package protocol EnumerationParameter: ParameterValue, CaseIterable, RawRepresentable where RawValue == String {
  /// The full name of the .NET enumeration the user sees.
  static var enumerationName: String { get }
}

extension EnumerationParameter {
  package static var declaredType: PSType { PSType.named(enumerationName) }
  package init(bound value: Value) throws {
    let text = try value.text()
    guard let match = Self.allCases.first(where: { $0.rawValue.equalsName(text) }) else {
      throw NetException.argument("'\(text)' is not one of \(Self.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    self = match
  }
}

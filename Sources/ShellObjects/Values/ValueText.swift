extension Value {
  /// The value as a cast to string or an expandable string shows it: invariant culture, arrays joined by `separator`.
  package func text(separator: String = " ") throws -> String {
    switch self {
    case .string(let text): return text
    case .int32(let number): return String(number)
    case .int64(let number): return String(number)
    case .double, .char, .bool: return numberText
    case .unset, .void, .null: return ""
    case .cell(let cell): return try cell.current.text(separator: separator)
    case .object(let object): return try objectText(object, separator)
    }
  }

  private func objectText(_ object: PSObject, _ separator: String) throws -> String {
    if let extended = object.extended, let text = try extended.scriptText(of: self) { return text }
    if object.kind == .wrapped { return try literalText ?? base.text(separator: separator) }
    guard object.isEnumerable, object.kind != .hashtable else { return try object.text() }
    var parts: [String] = []
    try object.forEachElement {
      // Why: a list inside a list shows its type only.
      parts.append($0.isEnumerable ? try $0.base.object?.text() ?? "" : try $0.text())
      return true
    }
    return parts.joined(separator: separator)
  }

  /// How a number was written as an argument; nil for every other value.
  package var literalText: String? {
    if case .object(let object) = self, object.kind == .wrapped { (object as? WrappedValue)?.literalText } else { nil }
  }

  /// The text of a number, character or Boolean in the invariant culture.
  package var numberText: String {
    switch self {
    case .int32(let number): String(number)
    case .int64(let number): String(number)
    case .double(let number): NumberText.castText(number)
    case .bool(let flag): flag ? "True" : "False"
    case .char(let unit): String(utf16CodeUnits: unit)
    case .object(let object as NumberObject): object.payload.text
    default: ""
    }
  }
}

extension String {
  /// A text of one code unit; half of a surrogate pair becomes U+FFFD.
  package init(utf16CodeUnits unit: UInt16) { self = String(decoding: CollectionOfOne(unit), as: UTF16.self) }
}

extension NumberPayload {
  package var text: String {
    switch self {
    case .int8(let number): String(number)
    case .uint8(let number): String(number)
    case .int16(let number): String(number)
    case .uint16(let number): String(number)
    case .uint32(let number): String(number)
    case .uint64(let number): String(number)
    case .single(let number): NumberText.castText(number)
    case .decimal(let number): number.description
    }
  }

  /// The whole number where the type is an integer that fits; nil otherwise.
  package var int64: Int64? {
    switch self {
    case .int8(let number): Int64(number)
    case .uint8(let number): Int64(number)
    case .int16(let number): Int64(number)
    case .uint16(let number): Int64(number)
    case .uint32(let number): Int64(number)
    case .uint64(let number): Int64(exactly: number)
    case .single, .decimal: nil
    }
  }

  package var double: Double {
    switch self {
    case .int8(let number): Double(number)
    case .uint8(let number): Double(number)
    case .int16(let number): Double(number)
    case .uint16(let number): Double(number)
    case .uint32(let number): Double(number)
    case .uint64(let number): Double(number)
    case .single(let number): Double(number)
    case .decimal(let number): number.double
    }
  }
}

extension ExtendedMembers {
  /// The text of an added `ToString` method; nil where none was added.
  func scriptText(of value: Value) throws -> String? {
    guard case .scriptMethod(let block)? = self[Symbol("ToString")] else { return nil }
    return try Value.collected(block.invoke([], this: value)).text()
  }
}

extension Value {
  /// Whether the value counts as true.
  @inline(__always) package var isTrue: Bool {
    switch self {
    case .bool(let flag): return flag
    case .int32(let number): return number != 0
    case .unset, .void, .null: return false
    case .string(let text): return !text.isEmpty
    case .int64(let number): return number != 0
    case .double(let number): return number != 0
    case .char(let unit): return unit != 0
    case .cell(let cell): return cell.current.isTrueSlow
    case .object: return isTrueSlow
    }
  }

  @inline(never) private var isTrueSlow: Bool {
    guard case .object(let object) = base else { return base.isTrue }
    switch object {
    case let number as NumberObject: return number.payload.double != 0
    case let value as EnumObject: return value.number != 0
    case let array as PSArray: return Self.isTrue(array.elements)
    case let list as ListObject: return Self.isTrue(list.elements)
    default: return object.type.members.behavior.isTrue?(self) ?? true
    }
  }

  /// No element is false, one decides, several are true; a list as the only element is true unless it is empty.
  private static func isTrue(_ elements: [Value]) -> Bool {
    guard elements.count == 1 else { return !elements.isEmpty }
    if case .object(let inner) = elements[0].base, inner.kind == .array || inner.kind == .list {
      return inner.elementCount ?? 1 > 0
    }
    return elements[0].isTrue
  }
}

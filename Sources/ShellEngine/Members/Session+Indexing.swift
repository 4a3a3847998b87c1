import ShellObjects

extension Session {
  /// `object[index]`.
  func element(of object: Value, at index: Value, _ f: Frame) throws -> Value {
    if object.isNull { throw ShellError("Cannot index into a null array.", id: "NullArray", .invalidOperation) }
    if index.isNull {
      throw ShellError(
        "Index operation failed; the array index evaluated to null.", id: "NullArrayIndex", .invalidOperation)
    }
    if case .object(let list as PSArray) = index.base, isSliceable(object.base) {
      return try slice(object.base, list.elements, f)
    }
    switch object.base {
    case .string(let text): return unit(of: text, at: index)
    case .object(let item): if let value = try single(item, index, f) { return value }
    default: break
    }
    if let get = object.type.members.instance[Symbol("Item")]?.overloads.first?.call {
      return try get(object, Arguments([index]))
    }
    return itself(object, index)
  }

  /// A value that is no collection counts as its own first element; nothing else is in it.
  private func itself(_ object: Value, _ index: Value) -> Value {
    guard case .int32(let position)? = try? index.converted(to: .int32), position == 0 || position == -1 else {
      return .void
    }
    return object
  }

  private func isSliceable(_ object: Value) -> Bool {
    switch object {
    case .string: true
    case .object(let item): item.elementCount != nil && item.kind != .custom
    default: false
    }
  }

  private func single(_ item: PSObject, _ index: Value, _ f: Frame) throws -> Value? {
    switch item.kind {
    case .array, .list:
      let position = (try? index.arrayIndex(count: item.elementCount ?? 0)) ?? nil
      if let position { return try item.element(at: .int32(Int32(truncatingIfNeeded: position))) }
      if let strict = strictVersion(f.scope), strict >= 3 {
        throw ShellError(
          "System.IndexOutOfRangeException", "Index was outside the bounds of the array.",
          id: "System.IndexOutOfRangeException", .operationStopped)
      }
      return .null
    case .hashtable:
      // Why: an ordered dictionary counts negative positions from its end.
      if let table = item as? PSHashtable, table.isOrdered, case .int32(let position) = index.base, position < 0 {
        return try item.element(at: (Int(position) + table.table.count).value)
      }
      return try item.element(at: index)
    default: return try item.element(at: index)
    }
  }

  /// The elements at several indices; an array skips those outside of it, everything else gives null for them.
  private func slice(_ object: Value, _ indices: [Value], _ f: Frame) throws -> Value {
    var elements: [Value] = []
    let array = object.object as? PSArray
    for index in indices {
      if let array, ((try? index.arrayIndex(count: array.elements.count)) ?? nil) == nil { continue }
      elements.append(try element(of: object, at: index, f))
    }
    return .object(PSArray(elements))
  }

  private func unit(of text: String, at index: Value) -> Value {
    let view = text.utf16
    guard let position = (try? index.arrayIndex(count: view.count)) ?? nil else { return .null }
    return .char(view[view.index(view.startIndex, offsetBy: position)])
  }

  /// `object[index] = value`.
  func setElement(of object: Value, at index: Value, _ value: Value, _ f: Frame) throws {
    if object.isNull { throw ShellError("Cannot index into a null array.", id: "NullArray", .invalidOperation) }
    if index.isNull {
      throw ShellError(
        "Index operation failed; the array index evaluated to null.", id: "NullArrayIndex", .invalidOperation)
    }
    if case .object(let item) = object.base {
      if case .object(let list as PSArray) = index, item.kind == .array || item.kind == .list {
        _ = list
        throw ShellError(
          "Array assignment to [\(try index.text(separator: ","))] failed because assignment to slices is not supported.",
          id: "ArraySliceAssignmentFailed", .invalidOperation)
      }
      if try item.setElement(at: index, value) { return }
    }
    throw ShellError(
      "Unable to index into an object of type \"\(object.type.fullName)\".", id: "CannotIndex", .invalidOperation)
  }
}

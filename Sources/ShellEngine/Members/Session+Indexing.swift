import ShellObjects

extension Session {
  /// `object[index]`.
  func element(of object: Value, at index: Value, _ f: Frame) throws -> Value {
    if object.isNull { throw ShellError("Cannot index into a null array.", id: "NullArray", .invalidOperation) }
    if index.isNull {
      throw ShellError(
        "Index operation failed; the array index evaluated to null.", id: "NullArrayIndex", .invalidOperation)
    }
    if case .object(let item) = object.base {
      if case .object(let list as PSArray) = index { return try slice(object, list.elements, f) }
      if let value = try single(item, index, f) { return value }
    }
    if case .string(let text) = object.base {
      if case .object(let list as PSArray) = index { return try slice(object, list.elements, f) }
      return try unit(of: text, at: index, f)
    }
    if let get = object.type.members.instance[Symbol("Item")]?.overloads.first?.call {
      return try get(object, Arguments([index]))
    }
    throw ShellError(
      "Unable to index into an object of type \"\(object.type.fullName)\".", id: "CannotIndex", .invalidOperation)
  }

  private func single(_ item: PSObject, _ index: Value, _ f: Frame) throws -> Value? {
    if item.kind == .array || item.kind == .list, let count = item.elementCount,
      let strict = strictVersion(f.scope), strict >= 3, try index.arrayIndex(count: count) == nil
    {
      throw ShellError(
        "System.IndexOutOfRangeException", "Index was outside the bounds of the array.",
        id: "System.IndexOutOfRangeException", .operationStopped)
    }
    return try item.element(at: index)
  }

  private func slice(_ object: Value, _ indices: [Value], _ f: Frame) throws -> Value {
    var elements: [Value] = []
    let isKeyed = object.object?.kind == .hashtable
    let count = object.object?.elementCount ?? (object.string?.utf16.count ?? 0)
    for index in indices {
      if !isKeyed, try index.arrayIndex(count: count) == nil { continue }
      elements.append(try element(of: object, at: index, f))
    }
    return .object(PSArray(elements))
  }

  private func unit(of text: String, at index: Value, _ f: Frame) throws -> Value {
    let view = text.utf16
    guard let position = try index.arrayIndex(count: view.count) else { return .null }
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

package import ShellObjects

/// The text of a value in a cell, a list or a group heading, in the current culture.
package struct CellText {
  /// How many elements of a collection are shown; negative for all.
  package var enumerationLimit: Int
  package var culture: Culture
  /// The properties that stand for an object of a type where only one can be shown.
  let views: FormatViews

  package static let ellipsis = "…"

  /// The text of a value; empty for null.
  ///
  /// A collection is shown in braces. `isFixed` shows fractions as tables of properties do, in the culture's format F.
  package func text(_ value: Value, isFixed: Bool = false) -> String {
    if let elements = Enumeration.elements(of: value) { return braces(elements) }
    if isFixed, let fixed = fixedText(value.base) { return fixed }
    return plain(value)
  }

  private func fixedText(_ value: Value) -> String? {
    switch value {
    case .double(let number): return try? NumberFormatter.format(number, "F", culture: culture)
    case .object(let object as NumberObject):
      switch object.payload {
      case .single(let number): return try? NumberFormatter.format(number, "F", culture: culture)
      case .decimal(let number): return try? NumberFormatter.format(number, "F", culture: culture)
      default: return nil
      }
    default: return nil
    }
  }

  /// The text of a value that is no collection.
  func plain(_ value: Value) -> String {
    switch value {
    case .unset, .void, .null: return ""
    case .string(let text): return text
    case .int32(let number): return String(number)
    case .int64(let number): return String(number)
    case .double(let number): return (try? NumberFormatter.format(number, "G15", culture: culture)) ?? ""
    case .object(let object): return plain(value, object)
    default: return (try? value.text()) ?? ""
    }
  }

  private func plain(_ value: Value, _ object: PSObject) -> String {
    if object.extended?[Symbol("ToString")] != nil { return (try? value.text()) ?? "" }
    switch object {
    case let type as TypeObject: return type.represented.fullName
    case let wrapped as WrappedValue: return plain(wrapped.wrapped)
    case let number as NumberObject:
      if case .single(let single) = number.payload {
        return (try? NumberFormatter.format(single, "G7", culture: culture)) ?? ""
      }
    case let entry as DictionaryEntryObject:
      return "[\(Self.netText(entry.key)), \(Self.netText(entry.entryValue))]"
    default:
      if let format = object.type.members.behavior.format, let text = try? format(value, "", culture == .invariant) {
        return text
      }
    }
    if object.isEnumerable { return (try? value.text()) ?? "" }
    return (try? object.text()) ?? ""
  }

  /// What .NET's own `ToString()` gives, which for a collection is its type.
  static func netText(_ value: Value) -> String {
    if case .object(let object) = value { return (try? object.text()) ?? "" }
    return (try? value.text()) ?? ""
  }

  // MARK: Collections

  private func braces(_ elements: (((Value) throws -> Bool) throws -> Void)) -> String {
    var text = "{"
    var count = 0
    try? elements { element in
      if enumerationLimit >= 0, count == enumerationLimit {
        text += Self.ellipsis
        return false
      }
      if count > 0 { text += ", " }
      text += name(of: element)
      count += 1
      return true
    }
    return text + "}"
  }

  /// The text of one element: its own if its type has one, else that of the property that stands for it.
  private func name(of element: Value) -> String {
    guard !element.isNull else { return "$null" }
    guard case .object(let object) = element.base, !hasOwnText(object),
      let name = views.displayProperty(of: element), let shown = try? element.findProperty(Symbol(name))
    else { return plain(element) }
    return shown.isNull ? "" : (try? shown.text()) ?? ""
  }

  private func hasOwnText(_ object: PSObject) -> Bool {
    switch object.kind {
    case .wrapped, .custom, .number, .enumeration, .scriptBlock, .type, .error: return true
    case .array, .hashtable, .list: return false
    case .other:
      if object is DictionaryEntryObject || object is ExceptionObject { return true }
      return object.type.members.behavior.text != nil || object.type.members.behavior.format != nil
    }
  }
}

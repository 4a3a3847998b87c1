import Synchronization

/// All types by name: those of this layer, those that other layers declared, and those built from them.
package enum TypeRegistry {
  private struct State {
    var types: [String: PSType] = [:]
    var declarations: [String: TypeDeclaration] = [:]
    var accelerators: [String: String] = [:]
    /// Accelerators in the order of declaration, for `[type]` accelerator listings and completion.
    var acceleratorNames: [String] = []
  }

  // Why unchecked is not needed: PSType and TypeDeclaration are Sendable.
  private static let state = Mutex(seeded())

  private static func seeded() -> State {
    var state = State()
    for type in PSType.core { state.types[type.fullName.lowercased()] = type }
    for (name, type) in PSType.coreAccelerators {
      state.accelerators[name] = type.fullName.lowercased()
      state.acceleratorNames.append(name)
    }
    return state
  }

  /// Makes declarations known; called once a start with each layer's list.
  package static func register(_ declarations: [TypeDeclaration]) {
    state.withLock { state in
      for declaration in declarations {
        let key = declaration.fullName.lowercased()
        state.declarations[key] = declaration
        for name in declaration.accelerators {
          state.accelerators[name.lowercased()] = key
          state.acceleratorNames.append(name)
        }
      }
    }
  }

  /// Whether the .NET types have been registered.
  static var isPopulated: Bool { state.withLock { $0.declarations["system.object"] != nil } }

  /// The declaration of a type or of its generic definition; nil where none was registered.
  static func declaration(of type: PSType) -> TypeDeclaration? {
    let key = (type.genericDefinition ?? type.fullName).lowercased()
    return state.withLock { $0.declarations[key] }
  }

  /// The type of this name, accelerator or alias without regard to case; nil where none is known.
  ///
  /// `System.` may be left out, as PowerShell allows.
  package static func find(_ name: String) -> PSType? {
    let key = name.lowercased()
    if let accelerated = state.withLock({ $0.accelerators[key] }) { return resolve(accelerated) }
    return resolve(key) ?? resolve("system." + key)
  }

  private static func resolve(_ key: String) -> PSType? {
    let (known, declaration) = state.withLock { ($0.types[key], $0.declarations[key]) }
    if let known { return known }
    guard let declaration else { return nil }
    return insert(declaration.makeType(), key)
  }

  private static func insert(_ type: PSType, _ key: String) -> PSType {
    state.withLock { state in
      if let known = state.types[key] { return known }
      state.types[key] = type
      return type
    }
  }

  /// Makes a type that a script declared known by its name, in place of an earlier one.
  package static func define(_ type: PSType) {
    let key = type.fullName.lowercased()
    state.withLock { $0.types[key] = type }
  }

  package static func arrayType(of element: PSType, rank: Int) -> PSType {
    let commas = String(repeating: ",", count: max(0, rank - 1))
    let name = element.fullName + "[" + commas + "]"
    let key = name.lowercased()
    if let known = state.withLock({ $0.types[key] }), known.elementType === element { return known }
    let made = PSType(
      name, base: .arrayBase,
      interfaces: [
        "System.Collections.Generic.IEnumerable`1", "System.Collections.Generic.IList`1",
        "System.Collections.Generic.ICollection`1",
      ],
      elementType: element, rank: rank)
    // Why: two classes of one name in two scripts are two types; the registry keeps the first only.
    return element.scriptClass == nil ? insert(made, key) : made
  }

  /// The generic type made from a definition, such as `System.Collections.Generic.List`1`; nil where it is unknown.
  package static func genericType(_ definitionName: String, _ arguments: [PSType]) -> PSType? {
    let stem = definitionName.contains("`") ? definitionName : definitionName + "`\(arguments.count)"
    guard let definition = find(stem) ?? find("System.Collections.Generic." + stem) else { return nil }
    let name = definition.fullName + "[" + arguments.map(\.fullName).joined(separator: ",") + "]"
    let key = name.lowercased()
    if let known = state.withLock({ $0.types[key] }) { return known }
    return insert(
      PSType(
        name, kind: definition.kind, base: definition.base, interfaces: definition.interfaceNames,
        genericDefinition: definition.fullName, genericArguments: arguments), key)
  }

  /// Every accelerator and the full name of its type.
  package static var accelerators: [(name: String, fullName: String)] {
    state.withLock { state in
      state.acceleratorNames.map { name in
        let key = state.accelerators[name.lowercased()] ?? ""
        return (name, state.types[key]?.fullName ?? state.declarations[key]?.fullName ?? key)
      }
    }
  }

  /// The first accelerator of a type; nil where it has none.
  static func accelerator(of type: PSType) -> String? {
    let key = type.fullName.lowercased()
    return state.withLock { state in state.acceleratorNames.first { state.accelerators[$0.lowercased()] == key } }
  }

  /// Full names of all registered types, for completion.
  package static var typeNames: [String] {
    state.withLock { state in
      (state.declarations.values.map(\.fullName) + PSType.core.map(\.fullName)).sorted()
    }
  }
}

extension PSType {
  /// The name as scripts write it: `int`, `string[]`, `System.Collections.Generic.List[int]`.
  package var shortName: String {
    if let elementType { return elementType.shortName + "[" + String(repeating: ",", count: max(0, rank - 1)) + "]" }
    if let genericDefinition {
      let stem = genericDefinition.prefix { $0 != "`" }
      return stem + "[" + genericArguments.map(\.shortName).joined(separator: ",") + "]"
    }
    return TypeRegistry.accelerator(of: self) ?? fullName
  }

  /// The type of this name; a bare type without members where nothing by that name was declared.
  package static func named(_ name: String) -> PSType {
    TypeRegistry.find(name) ?? PSType(name, base: .object)
  }

  /// The type a signature or script text names: `int[]`, `System.Collections.Generic.List[string]`; nil if unknown.
  package static func parse(_ text: String) -> PSType? {
    var rest = text[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    guard rest.last == "]", let open = matchingOpen(rest) else { return TypeRegistry.find(String(rest)) }
    let inside = rest[rest.index(after: open)..<rest.index(before: rest.endIndex)]
    let stem = String(rest[..<open])
    if inside.allSatisfy({ $0 == "," || $0 == " " }) {
      return parse(stem).map { TypeRegistry.arrayType(of: $0, rank: inside.filter { $0 == "," }.count + 1) }
    }
    let arguments = splitArguments(inside).map { parse($0) }
    guard !arguments.contains(where: { $0 == nil }) else { return nil }
    return TypeRegistry.genericType(stem, arguments.compactMap { $0 })
  }

  private static func matchingOpen(_ text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == "]" { depth += 1 }
      if text[index] == "[" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private static func splitArguments(_ text: Substring) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    parts.append(current)
    // Why: a type argument may stand in brackets of its own, `List[[int]]`.
    return parts.map { part in
      var trimmed = part.trimmedSpaces
      if trimmed.hasPrefix("["), trimmed.hasSuffix("]") { trimmed = String(trimmed.dropFirst().dropLast()) }
      return trimmed
    }
  }
}

extension String {
  /// The text without spaces at either end.
  package var trimmedSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

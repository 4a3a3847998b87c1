/// A parameter of a .NET method.
package struct SignatureParameter: Sendable {
  package let typeName: String
  package let name: String
  package let isParams: Bool
  package let isReference: Bool
  package let isOptional: Bool
  /// Nil where no such type is known, in which case nothing converts to it.
  package let type: PSType?

  /// A parameter of a script's method.
  package init(_ name: String, _ type: PSType) {
    typeName = type.fullName
    self.name = name
    isParams = false
    isReference = false
    isOptional = false
    self.type = type
  }

  fileprivate init(
    typeName: String, name: String, isParams: Bool, isReference: Bool, isOptional: Bool, type: PSType?
  ) {
    self.typeName = typeName
    self.name = name
    self.isParams = isParams
    self.isReference = isReference
    self.isOptional = isOptional
    self.type = type
  }
}

/// The signature of a .NET member, read from the line that `Get-Member` prints for it.
package struct Signature: Sendable {
  /// The line without what stands for the type's own arguments.
  package let text: String
  package let name: String
  package let returnTypeName: String
  package let parameters: [SignatureParameter]
  package let isSettable: Bool

  /// Reads `string Substring(int startIndex)`, `int Length {get;}`, `TimeSpan(int hours)`, `Count = Length`.
  package init(_ line: String, in type: PSType) {
    let text = Self.substituting(line, type)
    self.text = text
    isSettable = text.contains("set;")
    let end = text.firstIndex { $0 == "(" || $0 == "{" || $0 == "=" } ?? text.endIndex
    let open = end < text.endIndex && text[end] == "(" ? end : nil
    var head = String(text[..<end])
    if head.hasPrefix("static ") { head.removeFirst("static ".count) }
    head = head.trimmedSpaces
    let generics = Self.removeGenericParameters(&head)
    if let space = head.lastIndex(of: " ") {
      name = String(head[head.index(after: space)...])
      returnTypeName = String(head[..<space])
    } else {
      name = head
      returnTypeName = ""
    }
    if let open, let close = text.lastIndex(of: ")"), open < close {
      parameters = Self.split(text[text.index(after: open)..<close]).map { Self.parameter($0, generics) }
    } else {
      parameters = []
    }
  }

  /// Takes `[T, U]` off the end of a generic method's head; the names in it.
  private static func removeGenericParameters(_ head: inout String) -> [String] {
    guard head.hasSuffix("]"), let open = head.lastIndex(of: "[") else { return [] }
    let names = head[head.index(after: open)...].dropLast().split(separator: ",").map { String($0).trimmedSpaces }
    guard !names.isEmpty else { return [] }
    head = String(head[..<open])
    return names
  }

  /// The type that a parameter of a generic method accepts before its type arguments are known.
  private static func openType(_ typeName: String, _ generics: [String]) -> PSType? {
    for name in generics {
      if typeName == name { return .object }
      if typeName == name + "[]" { return .arrayBase }
      if typeName == "System.Collections.Generic.IEnumerable[\(name)]" {
        return PSType.parse("System.Collections.IEnumerable")
      }
    }
    guard let open = typeName.firstIndex(of: "["), typeName.hasSuffix("]") else { return PSType.parse(typeName) }
    let arguments = split(typeName[typeName.index(after: open)...].dropLast()).map {
      generics.contains($0) ? "System.Object" : $0
    }
    return PSType.parse(typeName[..<open] + "[" + arguments.joined(separator: ",") + "]")
  }

  /// The signature of a method or property that a script declared.
  package init(
    _ name: String, returnTypeName: String, parameters: [SignatureParameter]? = nil, isSettable: Bool = false,
    isStatic: Bool = false
  ) {
    self.name = name
    self.returnTypeName = returnTypeName
    self.parameters = parameters ?? []
    self.isSettable = isSettable
    let head = (isStatic ? "static " : "") + returnTypeName + " " + name
    if let parameters {
      text = head + "(" + parameters.map { "\($0.typeName) \($0.name)" }.joined(separator: ", ") + ")"
    } else {
      text = head + " {get;set;}"
    }
  }

  private static func substituting(_ line: String, _ type: PSType) -> String {
    let arguments = type.genericArguments
    guard !arguments.isEmpty else { return line }
    let names = arguments.count == 1 ? ["T"] : arguments.count == 2 ? ["TKey", "TValue"] : []
    var words = ""
    var word = ""
    func flush(_ words: inout String, _ word: inout String) {
      words += names.firstIndex(of: word).map { arguments[$0].fullName } ?? word
      word = ""
    }
    for character in line {
      if character.isLetter || character.isNumber || character == "." || character == "_" {
        word.append(character)
      } else {
        flush(&words, &word)
        words.append(character)
      }
    }
    flush(&words, &word)
    return words
  }

  private static func split(_ text: Substring) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      if character == "[" || character == "(" { depth += 1 }
      if character == "]" || character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append(current.trimmedSpaces)
        current = ""
      } else {
        current.append(character)
      }
    }
    if !current.trimmedSpaces.isEmpty { parts.append(current.trimmedSpaces) }
    return parts
  }

  private static func parameter(_ text: String, _ generics: [String]) -> SignatureParameter {
    var rest = text
    var isParams = false
    var isReference = false
    var isOptional = false
    if let equals = rest.firstIndex(of: "=") {
      isOptional = true
      rest = String(rest[..<equals]).trimmedSpaces
    }
    for prefix in ["Params ", "[ref] ", "in ", "out "] where rest.hasPrefix(prefix) {
      isParams = prefix == "Params " || isParams
      isReference = prefix == "[ref] " || prefix == "out " || isReference
      rest.removeFirst(prefix.count)
    }
    let space = rest.lastIndex(of: " ") ?? rest.endIndex
    let typeName = String(rest[..<space])
    let name = space == rest.endIndex ? "" : String(rest[rest.index(after: space)...])
    return SignatureParameter(
      typeName: typeName, name: name, isParams: isParams, isReference: isReference, isOptional: isOptional,
      type: generics.isEmpty ? PSType.parse(typeName) : openType(typeName, generics))
  }
}

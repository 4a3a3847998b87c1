/// The types that can be told by name while a script is read.
///
/// Whether any other type exists is known only when the script runs.
enum KnownTypes {
  /// Full names by lower-cased accelerator and by lower-cased full name.
  private static let fullNames: [String: String] = {
    var names: [String: String] = [:]
    for (namespace, words) in entries(typeTable) {
      for word in words { names[(namespace + "." + word).lowercased()] = namespace + "." + word }
    }
    for (namespace, words) in entries(acceleratorTable) {
      for word in words {
        let sides = word.split(separator: "=")
        guard let accelerator = sides.first, let name = sides.last else { continue }
        names[accelerator.lowercased()] = namespace + "." + name
        names[(namespace + "." + name).lowercased()] = namespace + "." + name
      }
    }
    return names
  }()

  private static func entries(_ table: String) -> [(String, [Substring])] {
    table.split(separator: "\n").map { line in
      let sides = line.split(separator: ":", maxSplits: 1)
      return (String(sides.first ?? ""), (sides.last ?? "").split(separator: " "))
    }
  }

  /// The full name of a type, with `System.` where it was left out; nil for a type that is not known.
  static func fullName(_ name: String) -> String? {
    let key = name.lowercased()
    return fullNames[key] ?? fullNames["system." + key]
  }

  /// The full name as .NET writes it, with generic arguments and array brackets.
  static func fullName(of type: TypeName) -> String? {
    switch type {
    case .simple(let simple):
      guard let name = fullName(simple.name) else { return nil }
      guard let tick = name.firstIndex(of: "`"), let count = Int(name[name.index(after: tick)...]) else { return name }
      return name + (count == 1 ? "[T]" : "")
    case .array(let array):
      return fullName(of: array.elementType).map { $0 + "[" + String(repeating: ",", count: array.rank - 1) + "]" }
    case .generic(let generic):
      let count = generic.genericArguments.count
      guard let name = fullName(generic.typeName.name + "`\(count)") ?? fullName(generic.typeName.name) else {
        return nil
      }
      let arguments = generic.genericArguments.compactMap(fullName(of:))
      return arguments.count == count ? name + "[" + arguments.joined(separator: ",") + "]" : nil
    }
  }

  /// True for the full names of numbers, characters, truth values and strings.
  static func isPrimitive(_ fullName: String) -> Bool {
    switch fullName {
    case "System.Boolean", "System.Char", "System.SByte", "System.Byte", "System.Int16", "System.UInt16",
      "System.Int32", "System.UInt32", "System.Int64", "System.UInt64", "System.Single", "System.Double",
      "System.Decimal", "System.String":
      true
    default: false
    }
  }

  /// False where reading a script already tells that an enum cannot have the type; the rest shows when it is made.
  static func canBeUnderEnum(_ type: TypeName) -> Bool {
    guard let name = fullName(of: type) else { return false }
    return name != "System.String" && name != "System.DateTime"
  }
}

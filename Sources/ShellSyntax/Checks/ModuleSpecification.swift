/// The rules for a hashtable that names a module, in `#requires` and `using module`.
enum ModuleSpecification {
  private static let members: Set<String> = [
    "modulename", "moduleversion", "maximumversion", "requiredversion", "guid",
  ]

  /// What is wrong with the table, in PowerShell's words; nil where nothing is.
  static func problem(with table: HashtableAst) -> String? {
    let names = table.keyValuePairs.compactMap { keyName($0.key) }
    let unknown = names.filter { !members.contains($0.lowercased()) }
    if !unknown.isEmpty {
      return """
        The hashtable describing a module contains one or more members that are not valid. The valid members are \
        (ModuleName, ModuleVersion, RequiredVersion, GUID). Remove the members that are not valid \
        (\(unknown.map { "'\($0)'" }.joined(separator: ", "))), then try again.
        """
    }
    let given = Set(names.map { $0.lowercased() })
    if !given.contains("modulename") {
      return "The 'ModuleName' member does not exist in the hashtable that describes this module."
    }
    if given.isDisjoint(with: ["moduleversion", "maximumversion", "requiredversion"]) {
      return """
        The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable that \
        describes this module. One of these three members must exist, and be assigned a version number in the format \
        'n.n.n.n'.
        """
    }
    return nil
  }

  static func moduleName(of table: HashtableAst) -> String? {
    for pair in table.keyValuePairs where keyName(pair.key)?.lowercased() == "modulename" {
      if case .stringConstant(let name)? = pair.value.pureExpression { return name.value }
    }
    return nil
  }

  private static func keyName(_ key: ExpressionAst) -> String? {
    if case .stringConstant(let name) = key { name.value } else { nil }
  }
}

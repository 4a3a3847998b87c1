/// An attribute of which it is known where it may stand and what can be set on it.
struct KnownAttribute {
  /// What an attribute can stand on, in .NET's words.
  enum Target: String {
    case `class` = "Class"
    case `enum` = "Enum"
    case constructor = "Constructor"
    case method = "Method"
    case property = "Property"
    case field = "Field"
    case parameter = "Parameter"
  }

  /// How errors name it.
  let name: String
  let targets: [Target]

  /// What can be written as `name = value`, in .NET's order.
  let properties: [String]

  static func named(_ type: TypeName) -> KnownAttribute? {
    guard case .simple(let simple) = type else { return nil }
    var key = simple.name.lowercased()
    for prefix in ["system.management.automation.", "system."] where key.hasPrefix(prefix) {
      key = String(key.dropFirst(prefix.count))
      break
    }
    if key.hasSuffix("attribute") { key = String(key.dropLast(9)) }
    return table[key]
  }

  /// **Source:** the attributes of PowerShell 7.6.
  private static let table: [String: KnownAttribute] = {
    let onProperty: [Target] = [.property, .field]
    var attributes = [
      KnownAttribute(
        name: "Parameter", targets: onProperty,
        properties: [
          "Position", "ParameterSetName", "Mandatory", "ValueFromPipeline", "ValueFromPipelineByPropertyName",
          "ValueFromRemainingArguments", "HelpMessage", "HelpMessageBaseName", "HelpMessageResourceId", "DontShow",
        ]),
      KnownAttribute(name: "Alias", targets: [.class, .property, .field], properties: []),
      KnownAttribute(
        name: "CmdletBinding", targets: [.class],
        properties: [
          "PositionalBinding", "DefaultParameterSetName", "SupportsPaging", "SupportsTransactions",
          "SupportsShouldProcess", "ConfirmImpact", "HelpUri", "RemotingCapability",
        ]),
      KnownAttribute(name: "OutputType", targets: [.class], properties: ["ProviderCmdlet", "ParameterSetName"]),
      KnownAttribute(name: "System.FlagsAttribute", targets: [.enum], properties: []),
      KnownAttribute(name: "DscResource", targets: [.class], properties: ["RunAsCredential"]),
      KnownAttribute(
        name: "DscProperty", targets: onProperty, properties: ["Key", "Mandatory", "NotConfigurable"]),
      KnownAttribute(name: "ValidateSet", targets: onProperty, properties: ["ErrorMessage", "IgnoreCase"]),
      KnownAttribute(name: "ValidatePattern", targets: onProperty, properties: ["Options", "ErrorMessage"]),
      KnownAttribute(name: "ValidateScript", targets: onProperty, properties: ["ErrorMessage"]),
    ]
    let plain = [
      "AllowEmptyCollection", "AllowEmptyString", "AllowNull", "ArgumentCompleter", "ArgumentCompletions",
      "SupportsWildcards", "ValidateCount", "ValidateDrive", "ValidateLength", "ValidateNotNull",
      "ValidateNotNullOrEmpty", "ValidateNotNullOrWhiteSpace", "ValidateRange", "ValidateTrustedData",
      "ValidateUserDrive",
    ]
    attributes += plain.map { KnownAttribute(name: $0, targets: onProperty, properties: []) }
    var table: [String: KnownAttribute] = [:]
    for attribute in attributes {
      table[attribute.name == "System.FlagsAttribute" ? "flags" : attribute.name.lowercased()] = attribute
    }
    return table
  }()
}

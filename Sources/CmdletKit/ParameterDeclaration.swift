package import ShellObjects

/// The facts of a parameter in one parameter set, or in all of them.
package struct ParameterSetFacts: Sendable {
  package var isMandatory = false
  /// Nil for a parameter that is given by name only.
  package var position: Int?
  package var fromPipeline = false
  package var fromPipelineByPropertyName = false
  package var fromRemainingArguments = false
  package var helpMessage: String?

  package init() {}
}

/// A check of one bound value; the message says what PowerShell says.
package struct ParameterValidation: Sendable {
  /// Throws a ShellError or NetException whose message explains the refusal.
  package let check: @Sendable (Value) throws -> Void
  /// Values the parameter is limited to, for completion; nil where there is no such list.
  package let allowedValues: [String]?

  package init(allowedValues: [String]? = nil, _ check: @escaping @Sendable (Value) throws -> Void) {
    self.allowedValues = allowedValues
    self.check = check
  }
}

/// Everything about one parameter of a cmdlet or function, as data.
package struct ParameterDeclaration: Sendable {
  package static let allSets = "__AllParameterSets"

  package let name: String
  package var symbol: Symbol
  package var aliases: [String] = []
  package var type: PSType
  /// The type help shows where a cmdlet converts arguments itself; nil for the type they are converted to.
  package var shownType: PSType?
  /// By set name; `allSets` for what holds in all.
  package var sets: [String: ParameterSetFacts] = [:]
  /// The sets in the order they were declared.
  package var setNames: [String] = []
  package var validations: [ParameterValidation] = []
  package var help = ""
  package var completer: CompleterKind?
  package var allowsNull = false
  package var allowsEmptyString = false
  package var allowsEmptyCollection = false
  package var isHidden = false
  package var supportsWildcards = false
  package var defaultText = ""

  package init(_ name: String, type: PSType) {
    self.name = name
    symbol = Symbol(name)
    self.type = type
  }

  package var isSwitch: Bool { type === PSType.switchParameter }

  /// The facts that hold in a set: its own, or those of all sets; nil where the parameter is in another set only.
  package func facts(in set: String) -> ParameterSetFacts? { sets[set] ?? sets[Self.allSets] }
}

/// What completes an argument of a parameter.
package struct CompleterKind: RawRepresentable, Hashable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package static let path = CompleterKind(rawValue: "path")
  package static let command = CompleterKind(rawValue: "command")
  package static let variable = CompleterKind(rawValue: "variable")
  package static let drive = CompleterKind(rawValue: "drive")
  package static let module = CompleterKind(rawValue: "module")
  package static let typeName = CompleterKind(rawValue: "typeName")
  package static let property = CompleterKind(rawValue: "property")
  package static let process = CompleterKind(rawValue: "process")
  package static let alias = CompleterKind(rawValue: "alias")
  package static let vmName = CompleterKind(rawValue: "vmName")
  package static let gpuName = CompleterKind(rawValue: "gpuName")
  package static let partitionCount = CompleterKind(rawValue: "partitionCount")
  package static let hostName = CompleterKind(rawValue: "hostName")
}

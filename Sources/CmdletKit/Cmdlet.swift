/// A command written in Swift.
///
/// CmdletKit is the waist between the engine and the cmdlets: a cmdlet declares its parameters as wrapped properties
/// and talks to a `CmdletContext`; the engine binds the parameters and drives `begin`, `process` and `end`. Neither
/// knows the other. Read `Cmdlet`, `Parameter`, `CmdletContext`, `SessionAccess`, `HelpTopic` in this order.
///
/// One value of the type serves one invocation: state between pipeline objects is stored properties.
package protocol Cmdlet {
  static var declaration: CmdletDeclaration { get }

  /// Runs once before the first object.
  mutating func begin(_ context: any CmdletContext) throws

  /// Runs once for each pipeline object, or once where there is no pipeline input.
  mutating func process(_ context: any CmdletContext) throws

  /// Runs once after the last object; not where the pipeline was stopped.
  mutating func end(_ context: any CmdletContext) throws
}

extension Cmdlet {
  package mutating func begin(_ context: any CmdletContext) throws {}
  package mutating func process(_ context: any CmdletContext) throws {}
  package mutating func end(_ context: any CmdletContext) throws {}
}

/// How much harm a command can do; `$ConfirmPreference` is compared with it.
package enum ConfirmImpact: Int, Sendable, Comparable {
  case none, low, medium, high

  package static func < (a: ConfirmImpact, b: ConfirmImpact) -> Bool { a.rawValue < b.rawValue }
}

/// An example of a cmdlet's use; the tests run it.
package struct Example: Sendable {
  package let title: String
  package let code: String

  package init(_ title: String, code: String) {
    self.title = title
    self.code = code
  }
}

/// What a cmdlet is: its name, its sets, what it gives and how it is explained.
package struct CmdletDeclaration: Sendable {
  package let verb: String
  package let noun: String
  package let aliases: [String]
  package let defaultParameterSet: String?
  /// Nil where the cmdlet changes nothing and has no `-WhatIf` and `-Confirm`.
  package let confirmImpact: ConfirmImpact?
  /// Whether arguments that fit no parameter are an error; false only for commands that pass them on.
  package let outputs: [String]
  package let synopsis: String
  package let details: String
  package let examples: [Example]
  /// The module whose name `Get-Command` shows.
  package let module: String
  /// The .NET class that completes error ids, where it is not made of module, verb and noun.
  package let reportingName: String?

  package var name: String { noun.isEmpty ? verb : "\(verb)-\(noun)" }

  /// `name` is the full name, such as `Get-Item`.
  package init(
    _ name: String, aliases: [String] = [], defaultParameterSet: String? = nil, confirmImpact: ConfirmImpact? = nil,
    outputs: [String] = [], module: String = "Microsoft.PowerShell.Utility",
    reportingName: String? = nil, synopsis: String, details: String = "",
    examples: [Example] = []
  ) {
    let dash = name.firstIndex(of: "-")
    verb = dash.map { String(name[..<$0]) } ?? name
    noun = dash.map { String(name[name.index(after: $0)...]) } ?? ""
    self.aliases = aliases
    self.defaultParameterSet = defaultParameterSet
    self.confirmImpact = confirmImpact
    self.outputs = outputs
    self.module = module
    self.reportingName = reportingName
    self.synopsis = synopsis
    self.details = details
    self.examples = examples
  }
}

package import CmdletKit
import ShellObjects

/// The parameters every cmdlet and advanced function has.
enum CommonParameters {
  private static let actionType = PSType.named("System.Management.Automation.ActionPreference")

  /// Source: `facts/commonparameters.tsv` of the recorded PowerShell.
  static let always: [ParameterDeclaration] = [
    make("Verbose", .switchParameter, "vb"), make("Debug", .switchParameter, "db"),
    make("ErrorAction", actionType, "ea"), make("WarningAction", actionType, "wa"),
    make("InformationAction", actionType, "infa"), make("ProgressAction", actionType, "proga"),
    make("ErrorVariable", .string, "ev"), make("WarningVariable", .string, "wv"),
    make("InformationVariable", .string, "iv"), make("OutVariable", .string, "ov"),
    make("OutBuffer", .int32, "ob"), make("PipelineVariable", .string, "pv"),
  ]

  static let shouldProcess: [ParameterDeclaration] = [
    make("WhatIf", .switchParameter, "wi"), make("Confirm", .switchParameter, "cf"),
  ]

  static func declarations(shouldProcess supports: Bool) -> [ParameterDeclaration] {
    supports ? always + shouldProcess : always
  }

  private static func make(_ name: String, _ type: PSType, _ alias: String) -> ParameterDeclaration {
    var declaration = ParameterDeclaration(name, type: type)
    declaration.aliases = [alias]
    declaration.sets[ParameterDeclaration.allSets] = ParameterSetFacts()
    declaration.setNames = [ParameterDeclaration.allSets]
    return declaration
  }
}

extension Session {
  /// The common parameters, for completion.
  package static func commonParameters(shouldProcess: Bool) -> [ParameterDeclaration] {
    CommonParameters.declarations(shouldProcess: shouldProcess)
  }
}

/// What to do with an error, a warning or a message.
enum ActionPreference: Int, Sendable {
  case silentlyContinue = 0
  case stop, `continue`, inquire, ignore, suspend, `break`

  /// The preference a value means; nil for text that is none.
  init?(_ value: Value) {
    if let number = value.object(as: EnumObject.self)?.number {
      self.init(rawValue: Int(number))
      return
    }
    if case .int32(let number) = value.base {
      self.init(rawValue: Int(number))
      return
    }
    guard let text = try? value.text() else { return nil }
    let names = ["silentlycontinue", "stop", "continue", "inquire", "ignore", "suspend", "break"]
    guard let index = names.firstIndex(of: text.lowercased()) else { return nil }
    self.init(rawValue: index)
  }
}

/// The common parameters of one invocation.
struct CommonArguments {
  var errorAction: ActionPreference?
  var warningAction: ActionPreference?
  var informationAction: ActionPreference?
  var verbose: Bool?
  var debug: Bool?
  var whatIf: Bool?
  var confirm: Bool?
  var errorVariable: String?
  var warningVariable: String?
  var informationVariable: String?
  var outVariable: String?
  var pipelineVariable: String?

  /// Takes a bound common parameter.
  mutating func set(_ name: String, _ value: Value) throws {
    switch name {
    case "Verbose": verbose = value.isTrue
    case "Debug": debug = value.isTrue
    case "ErrorAction": errorAction = ActionPreference(value)
    case "WarningAction": warningAction = ActionPreference(value)
    case "InformationAction": informationAction = ActionPreference(value)
    case "ErrorVariable": errorVariable = try value.text()
    case "WarningVariable": warningVariable = try value.text()
    case "InformationVariable": informationVariable = try value.text()
    case "OutVariable": outVariable = try value.text()
    case "PipelineVariable": pipelineVariable = try value.text()
    case "WhatIf": whatIf = value.isTrue
    case "Confirm": confirm = value.isTrue
    default: break
    }
  }
}

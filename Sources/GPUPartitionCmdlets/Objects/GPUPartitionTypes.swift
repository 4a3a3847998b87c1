import GPUPartitioning
package import ShellObjects

/// The types of this room's objects and errors, under Hyper-V's names where it has them.
package enum GPUPartitionTypes {
  /// For `TypeRegistry.register`, once before the first cmdlet runs.
  package static let declarations: [TypeDeclaration] =
    [
      TypeDeclaration(exceptionName, base: "System.Exception"),
      TypeDeclaration(virtualizationObject),
      cimSession, hostPartitionableGPU, gpuPartitionAdapter, virtualMachine, driverStatus, countPreview,
    ] + enumerations

  static let exceptionName = "Microsoft.HyperV.PowerShell.VirtualizationException"
  static let virtualizationObject = "Microsoft.HyperV.PowerShell.VirtualizationObject"

  /// **Source:** numbers of Microsoft.HyperV.PowerShell, section 2.5 of the compatibility reference.
  private static let enumerations = [
    enumeration("VMState", VirtualMachineState.allCases.map { ($0.description, $0.rawValue) }),
    enumeration("StopAction", AutomaticStopAction.allCases.map { ($0.hyperVName, $0.rawValue) }),
    enumeration("StartAction", AutomaticStartAction.allCases.map { ($0.hyperVName, $0.rawValue) }),
    enumeration("CheckpointType", CheckpointType.allCases.map { ($0.hyperVName, $0.rawValue) }),
    enumeration("RestartType", [("Reset", 0), ("Reboot", 1)]),
  ]

  private static func enumeration(_ name: String, _ cases: [(String, Int)]) -> TypeDeclaration {
    TypeDeclaration(enumeration: "Microsoft.HyperV.PowerShell.\(name)", cases.map { ($0.0, Int64($0.1)) })
  }
}

extension AutomaticStopAction {
  var hyperVName: String {
    switch self {
    case .turnOff: "TurnOff"
    case .save: "Save"
    case .shutDown: "ShutDown"
    }
  }
}

extension AutomaticStartAction {
  var hyperVName: String {
    switch self {
    case .nothing: "Nothing"
    case .startIfRunning: "StartIfRunning"
    case .start: "Start"
    }
  }
}

extension CheckpointType {
  var hyperVName: String {
    switch self {
    case .disabled: "Disabled"
    case .production: "Production"
    case .productionOnly: "ProductionOnly"
    case .standard: "Standard"
    }
  }
}

import ShellObjects

/// The way to a computer that every Hyper-V object carries; here only its name, and a name can stand for it.
struct CimSession: ShellObjectPayload {
  static let typeName = "Microsoft.Management.Infrastructure.CimSession"
  let computerName: String
}

extension GPUPartitionTypes {
  static let cimSession = TypeDeclaration(CimSession.typeName, of: CimSession.self) { list in
    list.property("string ComputerName {get;}") { $0.computerName }
    list.behavior.parse = { CimSession(computerName: $0).shellObject }
    list.behavior.text = { value in "CimSession: \(value.payload(CimSession.self)?.computerName ?? ".")" }
  }
}

import CmdletKit
package import ShellObjects

/// `$PSCmdlet`.
enum CmdletObject {
  static func value(_ context: StageContext) -> Value {
    .object(Box(context, PSType.named("System.Management.Automation.PSScriptCmdlet")))
  }

  static let declaration = TypeDeclaration("System.Management.Automation.PSScriptCmdlet", of: StageContext.self) { t in
    t.property("string ParameterSetName {get;}") { $0.parameterSetName }
    t.property("System.Management.Automation.InvocationInfo MyInvocation {get;}") { $0.info }
    t.method("void WriteObject(System.Object sendToPipeline)") { context, arguments in
      try context.write(arguments[0])
      return Value.void
    }
    t.method("void WriteObject(System.Object sendToPipeline, bool enumerateCollection)") { context, arguments in
      if arguments.bool(1) { try context.writeEnumerated(arguments[0]) } else { try context.write(arguments[0]) }
      return Value.void
    }
    t.method("void WriteError(System.Management.Automation.ErrorRecord errorRecord)") { context, arguments in
      if let record = arguments.object(0, ErrorRecord.self) { try context.writeError(record) }
      return Value.void
    }
    t.method("void WriteWarning(string text)") { context, arguments in
      try context.writeWarning(arguments.string(0))
      return Value.void
    }
    t.method("void WriteVerbose(string text)") { context, arguments in
      try context.writeVerbose(arguments.string(0))
      return Value.void
    }
    t.method("void WriteDebug(string text)") { context, arguments in
      try context.writeDebug(arguments.string(0))
      return Value.void
    }
    t.method("void ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)") { context, arguments -> Value in
      guard let record = arguments.object(0, ErrorRecord.self) else { return .void }
      context.complete(record)
      throw ShellError(record)
    }
    t.method("bool ShouldProcess(string target)") { try $0.shouldProcess($1.string(0), nil) }
    t.method("bool ShouldProcess(string target, string action)") { try $0.shouldProcess($1.string(0), $1.string(1)) }
    t.method("bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)") {
      try $0.shouldProcess(description: $1.string(0), warning: $1.string(1), caption: $1.string(2))
    }
    t.method("bool ShouldContinue(string query, string caption)") {
      try $0.shouldContinue($1.string(0), caption: $1.string(1))
    }
  }
}

/// `$Host`.
enum HostObject {
  static func value(_ session: Session) -> Value {
    let object = PSCustomObject([
      "Name": .string("ConsoleHost"),
      "Version": (try? Value.string(VersionTable.version).converted(to: PSType.named("System.Version")))
        ?? .string(VersionTable.version),
      "UI": .null, "CurrentCulture": .string("en-US"), "CurrentUICulture": .string("en-US"),
    ])
    object.extending().typeNames = ["System.Management.Automation.Internal.Host.InternalHost", "System.Object"]
    return .object(object)
  }
}

/// `$ExecutionContext`: what scripts use of it.
enum ExecutionContextObject {
  static func value(_ session: Session) -> Value {
    let invoke = Box(session, PSType.named("System.Management.Automation.CommandInvocationIntrinsics"))
    let state = Box(session, PSType.named("System.Management.Automation.SessionState"))
    return .object(
      PSCustomObject(["InvokeCommand": .object(invoke), "SessionState": .object(state)]))
  }

  static let declarations: [TypeDeclaration] = [
    TypeDeclaration("System.Management.Automation.CommandInvocationIntrinsics", of: Session.self) { t in
      t.method("string ExpandString(string source)") { try $0.expand($1.string(0)) }
      t.method("scriptblock NewScriptBlock(string scriptText)") { try $0.makeScriptBlock($1.string(0)) }
    },
    TypeDeclaration("System.Management.Automation.SessionState", of: Session.self) { t in
      t.property("System.Management.Automation.PSLanguageMode LanguageMode {get;}") { _ in "FullLanguage" }
    },
  ]
}

/// A command as an object.
enum CommandObject {
  static func make(_ command: any CommandInfo) -> Value {
    .object(Box<any CommandInfo>(command, PSType.named("System.Management.Automation.\(command.kind.typeStem)Info")))
  }

  static func command(of value: Value) -> (any CommandInfo)? { value.payload((any CommandInfo).self) }

  static let declarations: [TypeDeclaration] = ["Alias", "Function", "Filter", "Cmdlet", "ExternalScript", "Application"].map { stem in
    TypeDeclaration(
      "System.Management.Automation.\(stem)Info", base: "System.Management.Automation.CommandInfo",
      of: (any CommandInfo).self
    ) { t in
      t.behavior.text = { $0.payload((any CommandInfo).self)?.name ?? "" }
      t.property("System.Management.Automation.CommandTypes CommandType {get;}") { command in
        (try? Value.string(command.kind.name).converted(to: PSType.named("System.Management.Automation.CommandTypes")))
          ?? .string(command.kind.name)
      }
      t.property("string Name {get;}") { $0.name }
      t.property("string ModuleName {get;}") { $0.moduleName }
      t.property("string Source {get;}") { $0.kind == .application ? $0.definition : $0.moduleName }
      t.property("version Version {get;}") { command in
        command.version.isEmpty
          ? .null
          : (try? Value.string(command.version).converted(to: PSType.named("System.Version"))) ?? .string(command.version)
      }
      t.property("string Definition {get;}") { command in
        (command.kind == .cmdlet ? command.registration : nil).map { CommandSyntax.lines(of: $0).joined(separator: "\n") } ?? command.definition
      }
      t.property("System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata] Parameters {get;}") {
        ParameterTable.make($0)
      }
      if stem == "Alias" {
        t.property("System.Management.Automation.CommandInfo ResolvedCommand {get;}") { $0.resolved.map(make) ?? .null }
        t.property("System.Management.Automation.CommandInfo ReferencedCommand {get;}") { $0.resolved.map(make) ?? .null }
        t.property("string DisplayName {get;}") { "\($0.name) -> \($0.resolved?.name ?? $0.definition)" }
      }
      if stem == "Function" || stem == "Filter" {
        t.property("scriptblock ScriptBlock {get;}") { $0.scriptBlock.map { .object($0) } ?? Value.null }
      }
      if stem == "Cmdlet" {
        t.property("string Verb {get;}") { $0.registration?.declaration.verb }
        t.property("string Noun {get;}") { $0.registration?.declaration.noun }
      }
      if stem == "Application" || stem == "ExternalScript" { t.property("string Path {get;}") { $0.definition } }
      t.property("string DefaultParameterSet {get;}") { $0.defaultParameterSet }
    }
  }
}

extension CommandKind {
  var typeStem: String { self == .script ? "Script" : name }
}

/// The types the engine itself declares, for the registry.
package enum EngineTypes {
  package static let declarations: [TypeDeclaration] =
    [
      CmdletObject.declaration, MethodObject.declaration,
      TypeDeclaration("System.Management.Automation.CommandInfo"),
      TypeDeclaration(
        "System.Management.Automation.PSBoundParametersDictionary", base: "System.Collections.Hashtable"),
      TypeDeclaration("System.Management.Automation.DefaultParameterDictionary", base: "System.Collections.Hashtable"),
      TypeDeclaration("System.Management.Automation.PSVersionHashTable", base: "System.Collections.Hashtable"),
    ] + ExecutionContextObject.declarations + ModuleTypes.declarations + PSObjectTypes.declarations + CommandObject.declarations + MessageTypes.declarations
}

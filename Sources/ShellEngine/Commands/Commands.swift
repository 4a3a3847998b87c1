import CmdletKit
import ShellObjects

/// What every kind of command shares; each kind overrides what it knows.
class Command: CommandInfo {
  let name: String
  let kind: CommandKind
  var moduleName: String
  var version: String { "" }
  var options: ScopedItemOptions = []

  init(_ name: String, _ kind: CommandKind, module: String = "") {
    self.name = name
    self.kind = kind
    moduleName = module
  }

  var definition: String { "" }
  var parameters: [ParameterDeclaration]? { nil }
  var registration: CmdletRegistration? { nil }
  var resolved: (any CommandInfo)? { nil }
  var scriptBlock: ScriptBlock? { nil }
  var defaultParameterSet: String? { nil }
}

/// A cmdlet.
final class CmdletCommand: Command {
  private let registered: CmdletRegistration
  /// What binding needs to know, made at the first call.
  lazy var metadata = CommandMetadata(
    registered.parameters, defaultSet: registered.declaration.defaultParameterSet, hasCommonParameters: true,
    supportsShouldProcess: registered.declaration.confirmImpact != nil)

  init(_ registration: CmdletRegistration) {
    registered = registration
    super.init(registration.declaration.name, .cmdlet, module: registration.declaration.module)
  }

  override var registration: CmdletRegistration? { registered }
  override var parameters: [ParameterDeclaration]? { metadata.parameters }
  override var defaultParameterSet: String? { registered.declaration.defaultParameterSet }
  override var version: String { moduleName.hasPrefix("Microsoft.PowerShell") ? "7.0.0.0" : "1.0" }
}

/// A function or filter.
final class FunctionCommand: Command {
  let source: FunctionSource
  let session: Session
  let module: ModuleState?
  /// The script block the function was made from by `Set-Item Function:`; nil for a `function` statement.
  private let given: ScriptBlock?

  init(
    _ name: String, _ source: FunctionSource, isFilter: Bool, _ session: Session, module: ModuleState?,
    given: ScriptBlock? = nil
  ) {
    self.source = source
    self.session = session
    self.module = module
    self.given = given
    super.init(name, isFilter ? .filter : .function, module: module?.name ?? "")
  }

  var block: CompiledBlock { source.block }

  override var definition: String { block.bodyText }
  override var parameters: [ParameterDeclaration]? {
    (try? FunctionMetadata.of(block, session))?.command.parameters
  }
  override var scriptBlock: ScriptBlock? { given ?? ScriptBlock(BlockBody(block, session, module: module)) }
  override var defaultParameterSet: String? { (try? FunctionMetadata.of(block, session))?.command.defaultSet }
}

/// An alias.
final class AliasCommand: Command {
  let target: String
  var descriptionText = ""
  private unowned let session: Session

  init(_ name: String, _ target: String, _ session: Session, options: ScopedItemOptions = [], description: String = "")
  {
    self.target = target
    self.session = session
    descriptionText = description
    super.init(name, .alias)
    self.options = options
  }

  override var definition: String { target }
  override var resolved: (any CommandInfo)? { session.commands.resolve(target, session.currentScope) }
  override var parameters: [ParameterDeclaration]? { resolved?.parameters }
  override var registration: CmdletRegistration? { resolved?.registration }
}

/// A native program.
final class ApplicationCommand: Command {
  let path: String

  init(_ path: String) {
    self.path = path
    super.init(path.split(separator: "/").last.map(String.init) ?? path, .application)
  }

  override var definition: String { path }
  override var version: String { "0.0.0.0" }
}

/// A script file.
final class ScriptCommand: Command {
  let path: String
  private unowned let session: Session

  init(_ path: String, _ session: Session) {
    self.path = path
    self.session = session
    super.init(path.split(separator: "/").last.map(String.init) ?? path, .externalScript)
  }

  override var definition: String { path }
  override var parameters: [ParameterDeclaration]? {
    guard let block = try? session.compiledScript(path) else { return nil }
    return (try? FunctionMetadata.of(block, session))?.command.parameters
  }
}

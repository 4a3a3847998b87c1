import CmdletKit
import Glibc
import ShellObjects
import SourceText

/// Variables the shell has without anybody setting them, made when they are asked for.
struct AutomaticVariables {
  /// Values the host or start options set.
  var given: [Symbol: Value] = [:]

  private static let readOnly: Set<Symbol> = Set(
    ["true", "false", "null", "?", "Error", "PID", "HOME", "Host", "PSVersionTable", "PSHOME", "ShellId", "IsLinux",
      "IsMacOS", "IsWindows", "IsCoreCLR", "ExecutionContext", "PSEdition", "PSCulture", "PSUICulture"].map { Symbol($0) })

  static func isReadOnly(_ name: Symbol) -> Bool { readOnly.contains(name) }

  /// The names in the order `Get-Variable` sorts them.
  static let names = [
    "ConfirmPreference", "DebugPreference", "EnabledExperimentalFeatures", "Error", "ErrorActionPreference", "ErrorView",
    "ExecutionContext", "false", "FormatEnumerationLimit", "HOME", "Host", "InformationPreference", "IsCoreCLR",
    "IsLinux", "IsMacOS", "IsWindows", "LASTEXITCODE", "MaximumHistoryCount", "NestedPromptLevel", "null",
    "OutputEncoding", "PID", "ProgressPreference", "PSCommandPath", "PSCulture", "PSDefaultParameterValues", "PSEdition",
    "PSEmailServer", "PSHOME", "PSNativeCommandArgumentPassing", "PSNativeCommandUseErrorActionPreference",
    "PSScriptRoot", "PSSessionOption", "PSStyle", "PSUICulture", "PSVersionTable", "PWD", "ShellId", "true",
    "VerbosePreference", "WarningPreference", "WhatIfPreference",
  ]
}

extension Session {
  /// The value of an automatic variable; nil where the name is none.
  func automaticValue(_ name: Symbol, _ scope: Scope) -> Value? {
    if let value = automatic.given[name] { return value }
    guard let value = makeAutomatic(name.text.lowercased(), scope) else { return nil }
    if Self.isCached(name.text.lowercased()) { automatic.given[name] = value }
    return value
  }

  private static func isCached(_ name: String) -> Bool {
    ["psversiontable", "host", "psstyle", "psdefaultparametervalues", "executioncontext"].contains(name)
  }

  private func makeAutomatic(_ name: String, _ scope: Scope) -> Value? {
    switch name {
    case "myinvocation": return myInvocation(scope)
    case "psboundparameters": return boundParameters(scope)
    case "pscommandpath": return commandPath(scope)
    case "psscriptroot": return scriptRoot(scope)
    case "error": return .object(errorListObject.list)
    case "lastexitcode": return .int32(lastExitCode)
    case "pid": return .int32(getpid())
    case "home": return .string(environment("HOME") ?? "/")
    case "pwd": return locationObject()
    case "pshome": return .string(installationFolder)
    case "shellid": return .string("Microsoft.PowerShell")
    case "islinux", "iscoreclr": return .bool(true)
    case "ismacos", "iswindows": return .bool(false)
    case "psedition": return .string("Core")
    case "psculture", "psuiculture": return .string(Culture.current.name.isEmpty ? "en-US" : Culture.current.name)
    case "psversiontable": return .object(VersionTable.make())
    case "host": return HostObject.value(self)
    case "psstyle": return PSType.parse("System.Management.Automation.PSStyle").flatMap { try? $0.staticProperty(Symbol("Instance")) }
    case "maximumhistorycount": return .int32(4096)
    case "formatenumerationlimit": return .int32(4)
    case "nestedpromptlevel": return .int32(0)
    case "psdefaultparametervalues":
      return .object(PSHashtable(PSType.named("System.Management.Automation.DefaultParameterDictionary")))
    case "outputencoding":
      return PSType.parse("System.Text.Encoding").flatMap { try? $0.staticProperty(Symbol("UTF8")) }
    case "psemailserver": return .string("")
    case "psnativecommandargumentpassing": return enumValue("System.Management.Automation.NativeArgumentPassingStyle", "Standard")
    case "psnativecommanduseerroractionpreference": return .bool(false)
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: return preferenceValue(name)
    }
  }

  private func preferenceValue(_ name: String) -> Value? {
    switch name {
    case "erroractionpreference", "warningpreference", "progresspreference": return ActionPreference.continue.value
    case "verbosepreference", "debugpreference", "informationpreference": return ActionPreference.silentlyContinue.value
    case "whatifpreference": return .bool(false)
    case "confirmpreference": return enumValue("System.Management.Automation.ConfirmImpact", "High")
    case "errorview": return enumValue("System.Management.Automation.ErrorView", "ConciseView")
    default: return nil
    }
  }

  private func enumValue(_ type: String, _ name: String) -> Value {
    (try? Value.string(name).converted(to: PSType.named(type))) ?? .string(name)
  }

  var installationFolder: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "/usr/bin" }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
  }

  /// The current location as `$PWD` gives it.
  func locationObject() -> Value {
    if let location = driveTable.currentLocation { return location.value }
    let path = driveTable.currentPath
    let object = PSCustomObject([
      "Drive": driveTable.currentDrive.map { .string($0.name) } ?? .null,
      "Provider": .string(driveTable.currentDrive?.provider ?? ""), "ProviderPath": .string(path), "Path": .string(path),
    ])
    object.extending().typeNames = ["System.Management.Automation.PathInfo", "System.Object"]
    object.extending().set("ToString", .scriptMethod(ConstantBlock.make(.string(path))))
    return .object(object)
  }

  // MARK: Per invocation

  /// The nearest activation of a function or script.
  private func activation(_ scope: Scope) -> (Activation, Scope)? {
    var current: Scope? = scope
    while let here = current {
      if let activation = here.activation { return (activation, here) }
      current = here.parent
    }
    return nil
  }

  func myInvocation(_ scope: Scope) -> Value {
    guard let (activation, _) = activation(scope) else { return .object(InvocationInfo()) }
    return .object(invocationInfo(of: activation))
  }

  func invocationInfo(of activation: Activation) -> InvocationInfo {
    if let info = activation.invocation { return info }
    let info = InvocationInfo()
    info.invocationName = activation.name
    info.position = activation.callPosition?.position
    if let command = activation.command { info.command = object(for: command) }
    activation.invocation = info
    return info
  }

  func boundParameters(_ scope: Scope) -> Value {
    guard let (activation, owner) = activation(scope) else { return .object(PSHashtable(.boundParameters)) }
    if let table = activation.boundParameters { return .object(table) }
    let table = PSHashtable(.boundParameters)
    if let command = activation.command as? FunctionCommand {
      for parameter in command.block.parameters {
        table.set(parameter.name, owner.slots[parameter.slot].content)
      }
    }
    activation.boundParameters = table
    return .object(table)
  }

  func cmdletObject(_ scope: Scope) -> Value {
    var current: Scope? = scope
    while let here = current {
      if let context = here.activation?.context { return CmdletObject.value(context) }
      if here.activation != nil, here.kind == .function { return .null }
      current = here.parent
    }
    return .null
  }

  func scriptRoot(_ scope: Scope) -> Value {
    guard case .string(let path) = commandPath(scope), let slash = path.lastIndex(of: "/") else { return .string("") }
    return .string(slash == path.startIndex ? "/" : String(path[..<slash]))
  }

  func commandPath(_ scope: Scope) -> Value {
    var current: Scope? = scope
    while let here = current {
      if let name = here.activation?.source.name { return .string(name) }
      current = here.parent
    }
    return .string("")
  }

  var executionContext: Value { ExecutionContextObject.value(self) }
}

/// `$PSVersionTable`.
enum VersionTable {
  /// The version of PowerShell whose language this is.
  static let version = "7.6.5"

  static func make() -> PSHashtable {
    let table = PSHashtable(PSType.named("System.Management.Automation.PSVersionHashTable"))
    table.set("PSVersion", semantic(version))
    table.set("PSEdition", .string("Core"))
    table.set("GitCommitId", .string(version))
    table.set("OS", .string(operatingSystem))
    table.set("Platform", .string("Unix"))
    let compatible = ["1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0"].map(plain)
    table.set("PSCompatibleVersions", .object(PSArray(compatible, elementType: PSType.named("System.Version"))))
    table.set("PSRemotingProtocolVersion", plain("2.3"))
    table.set("SerializationVersion", plain("1.1.0.1"))
    table.set("WSManStackVersion", plain("3.0"))
    return table
  }

  private static func semantic(_ text: String) -> Value { converted(text, "semver") }
  private static func plain(_ text: String) -> Value { converted(text, "version") }
  private static func converted(_ text: String, _ type: String) -> Value {
    PSType.parse(type).flatMap { try? Value.string(text).converted(to: $0) } ?? .string(text)
  }

  private static var operatingSystem: String {
    guard let bytes = ScriptFile.bytes("/etc/os-release") else { return "Linux" }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix("PRETTY_NAME=") {
      return line.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" }
    }
    return "Linux"
  }
}

import CmdletKit
import ShellObjects

/// `Invoke-Command`: runs a script block on this computer.
struct InvokeCommand: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Invoke-Command", defaultParameterSet: "InProcess", module: "Microsoft.PowerShell.Core",
    synopsis: "Runs a script block on this computer.",
    examples: [
      Example("Runs a block with arguments.", code: "Invoke-Command { param($a) $a * 2 } -ArgumentList 4")
    ])

  @Parameter(
    "Session", .in(["FilePathRunspace", "Session"], .position(0)),
    .type("System.Management.Automation.Runspaces.PSSession[]"), .validate(.notNullOrEmpty),
    help: "Sessions on other computers, which gpsh does not have.")
  var session: Value
  @Parameter(
    "ComputerName", .in(["ComputerName", "FilePathComputerName"], .position(0)), .alias("Cn"),
    .validate(.notNullOrEmpty), help: "Other computers, which gpsh does not reach.")
  var computerName: [String]
  @Parameter(
    "Credential", .in(["ComputerName", "FilePathComputerName", "FilePathUri", "Uri"], .fromPipelineByPropertyName),
    .in(["FilePathVMId", "FilePathVMName", "VMId", "VMName"], .mandatory, .fromPipelineByPropertyName),
    .type("System.Management.Automation.PSCredential"), help: "The account to use.")
  var credential: Value
  @Parameter(
    "Port", .in(["ComputerName", "FilePathComputerName", "SSHHost"]), .validate(.range(1...65_535)),
    help: "The port of other computers.")
  var port: Int?
  @Parameter("UseSSL", .in(["ComputerName", "FilePathComputerName"]), help: "Encrypts the connection.")
  var useSSL: Bool
  @Parameter(
    "ConfigurationName",
    .in(
      [
        "ComputerName", "ContainerId", "FilePathComputerName", "FilePathContainerId", "FilePathUri", "FilePathVMId",
        "FilePathVMName", "Uri", "VMId", "VMName",
      ], .fromPipelineByPropertyName), help: "The configuration of the session.")
  var configurationName: String?
  @Parameter(
    "ApplicationName", .in(["ComputerName", "FilePathComputerName"], .fromPipelineByPropertyName),
    help: "The application of the connection.")
  var applicationName: String?
  @Parameter(
    "ThrottleLimit",
    .in([
      "ComputerName", "ContainerId", "FilePathComputerName", "FilePathContainerId", "FilePathRunspace", "FilePathUri",
      "FilePathVMId", "FilePathVMName", "Session", "Uri", "VMId", "VMName",
    ]), help: "The number of connections at once.")
  var throttleLimit: Int?
  @Parameter(
    "ConnectionUri", .in(["FilePathUri", "Uri"], .position(0)), .alias("URI", "CU"), .type("System.Uri[]"),
    .validate(.notNullOrEmpty), help: "The addresses of other computers.")
  var connectionUri: Value
  @Parameter(
    "AsJob",
    .in([
      "ComputerName", "ContainerId", "FilePathComputerName", "FilePathContainerId", "FilePathRunspace",
      "FilePathSSHHost", "FilePathSSHHostHash", "FilePathUri", "FilePathVMId", "FilePathVMName", "Session", "SSHHost",
      "SSHHostHashParam", "Uri", "VMId", "VMName",
    ]), help: "Runs the command as a job.")
  var asJob: Bool
  @Parameter(
    "InDisconnectedSession", .in(["ComputerName", "FilePathComputerName", "FilePathUri", "Uri"]),
    .alias("Disconnected"), help: "Runs the command in a session that outlives the shell.")
  var inDisconnectedSession: Bool
  @Parameter(
    "SessionName", .in(["ComputerName", "FilePathComputerName"]), .validate(.notNullOrEmpty),
    help: "The names of sessions.")
  var sessionName: [String]
  @Parameter(
    "HideComputerName",
    .in([
      "ComputerName", "ContainerId", "FilePathComputerName", "FilePathContainerId", "FilePathRunspace",
      "FilePathSSHHost", "FilePathSSHHostHash", "FilePathUri", "FilePathVMId", "FilePathVMName", "Session", "SSHHost",
      "SSHHostHashParam", "Uri", "VMId", "VMName",
    ]), .alias("HCN"), help: "Leaves out the names of computers.")
  var hideComputerName: Bool
  @Parameter(
    "JobName",
    .in([
      "ComputerName", "ContainerId", "FilePathComputerName", "FilePathContainerId", "FilePathRunspace", "FilePathUri",
      "Session", "SSHHost", "SSHHostHashParam", "Uri",
    ]), help: "The name of the job.")
  var jobName: String?
  @Parameter(
    "ScriptBlock",
    .in(
      ["ComputerName", "ContainerId", "Session", "SSHHost", "SSHHostHashParam", "Uri", "VMId", "VMName"], .mandatory,
      .position(1)), .in("InProcess", .mandatory, .position(0)), .alias("Command"), .validate(.notNull),
    help: "The block to run.")
  var scriptBlock: ObjectArgument<ScriptBlock>
  @Parameter("NoNewScope", .in("InProcess"), help: "Runs the block in the current scope.")
  var noNewScope: Bool
  @Parameter(
    "FilePath",
    .in(
      [
        "FilePathComputerName", "FilePathContainerId", "FilePathRunspace", "FilePathUri", "FilePathVMId",
        "FilePathVMName",
      ], .mandatory, .position(1)), .in(["FilePathSSHHost", "FilePathSSHHostHash"], .mandatory), .alias("PSPath"),
    .validate(.notNull), help: "The script to run on other computers.")
  var filePath: String?
  @Parameter("AllowRedirection", .in(["FilePathUri", "Uri"]), help: "Allows the connection to be sent elsewhere.")
  var allowRedirection: Bool
  @Parameter(
    "SessionOption", .in(["ComputerName", "FilePathComputerName", "FilePathUri", "Uri"]),
    .type("System.Management.Automation.Remoting.PSSessionOption"), help: "Options of sessions.")
  var sessionOption: Value
  @Parameter(
    "Authentication", .in(["ComputerName", "FilePathComputerName", "FilePathUri", "Uri"]),
    .type("System.Management.Automation.Runspaces.AuthenticationMechanism"), help: "How to log in.")
  var authentication: Value
  @Parameter(
    "EnableNetworkAccess", .in(["ComputerName", "FilePathComputerName", "FilePathUri", "Uri"]),
    help: "Gives the session access to the network.")
  var enableNetworkAccess: Bool
  @Parameter("RunAsAdministrator", .in(["ContainerId", "FilePathContainerId"]), help: "Runs with all rights.")
  var runAsAdministrator: Bool
  @Parameter(
    "HostName", .in(["FilePathSSHHost", "SSHHost"], .mandatory), .validate(.notNullOrEmpty),
    help: "Other computers, over SSH.")
  var hostName: [String]
  @Parameter(
    "UserName", .in(["FilePathSSHHost", "SSHHost"]), .validate(.notNullOrEmpty), help: "The name to log in with.")
  var userName: String?
  @Parameter(
    "KeyFilePath", .in(["FilePathSSHHost", "SSHHost"]), .alias("IdentityFilePath"), .validate(.notNullOrEmpty),
    help: "The file of the key.")
  var keyFilePath: String?
  @Parameter("Subsystem", .in(["FilePathSSHHost", "SSHHost"]), help: "The subsystem of SSH.")
  var subsystem: String?
  @Parameter("ConnectingTimeout", .in(["FilePathSSHHost", "SSHHost"]), help: "How long to wait for a connection.")
  var connectingTimeout: Int?
  @Parameter(
    "SSHTransport", .in(["FilePathSSHHost", "SSHHost"]), .validate(.oneOf(["true"])), help: "Connects over SSH.")
  var sshTransport: Bool
  @Parameter(
    "SSHConnection", .in(["FilePathSSHHostHash", "SSHHostHashParam"], .mandatory),
    .type("System.Collections.Hashtable[]"), .validate(.notNullOrEmpty), help: "Connections over SSH.")
  var sshConnection: Value
  @Parameter("Options", .in(["FilePathSSHHost", "SSHHost"]), .validate(.notNullOrEmpty), help: "Options for SSH.")
  var options: ObjectArgument<PSHashtable>
  @Parameter(
    "RemoteDebug",
    .in([
      "ComputerName", "ContainerId", "FilePathComputerName", "FilePathContainerId", "FilePathRunspace",
      "FilePathSSHHost", "FilePathSSHHostHash", "FilePathUri", "FilePathVMId", "FilePathVMName", "Session", "SSHHost",
      "SSHHostHashParam", "Uri", "VMId", "VMName",
    ]), help: "Stops in the block.")
  var remoteDebug: Bool
  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects for `$input`.")
  var inputObject: Value
  @Parameter("ArgumentList", .alias("Args"), help: "The arguments.")
  var argumentList: [Value]
  @Parameter(
    "VMId", .in(["FilePathVMId", "VMId"], .mandatory, .position(0), .fromPipelineByPropertyName), .alias("VMGuid"),
    .type("System.Guid[]"), .validate(.notNullOrEmpty), help: "The virtual machines, by number.")
  var vmId: Value
  @Parameter(
    "VMName", .in(["FilePathVMName", "VMName"], .mandatory, .fromPipelineByPropertyName), .validate(.notNullOrEmpty),
    help: "The virtual machines, by name.")
  var vmName: [String]
  @Parameter(
    "ContainerId", .in(["ContainerId", "FilePathContainerId"], .mandatory, .fromPipelineByPropertyName),
    .validate(.notNullOrEmpty), help: "The containers.")
  var containerId: [String]
  @Parameter("CertificateThumbprint", .in(["ComputerName", "Uri"]), help: "The certificate to log in with.")
  var certificateThumbprint: String?

  private var input: [Value] = []

  mutating func begin(_ context: any CmdletContext) throws {
    let remote = [
      "Session", "ComputerName", "ConnectionUri", "VMId", "VMName", "ContainerId", "HostName", "SSHConnection",
    ]
    if let name = remote.first(where: { context.boundParameters[$0] != nil }) {
      throw ShellError(
        "System.Management.Automation.PSNotSupportedException",
        "Invoke-Command cannot reach other computers, so -\(name) is not supported. Leave it out to run the script block here, or use ssh.",
        id: "RemotingNotSupported", .notImplemented)
    }
    if context.boundParameters["AsJob"] != nil {
      throw ShellError(
        "System.Management.Automation.PSNotSupportedException", "Invoke-Command -AsJob is not supported.",
        id: "JobsNotSupported", .notImplemented)
    }
  }

  mutating func process(_ context: any CmdletContext) throws { if $inputObject.isBound { input.append(inputObject) } }

  mutating func end(_ context: any CmdletContext) throws {
    guard let block = scriptBlock.object else { return }
    try context.session.invoke(
      block, arguments: argumentList, input: input.isEmpty ? nil : input, isDotSourced: noNewScope, context)
  }
}

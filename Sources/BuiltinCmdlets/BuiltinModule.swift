package import CmdletKit
package import ShellObjects

/// The cmdlets of PowerShell's own modules that are about the shell and its objects.
///
/// Each is one file; this list is the only place that names them all. Folders follow what the cmdlets work on:
/// `Objects`, `Output`, `Data`, `Session` and so on. Nothing but names is made before a cmdlet is first called.
package struct BuiltinModule {
  package static var module: CmdletModule { CmdletModule("Microsoft.PowerShell", registrations) }

  private static var registrations: [CmdletRegistration] {
    data + modules + objects + output + processes + security + session + system
  }

  private static var data: [CmdletRegistration] {
    [
      CmdletRegistration(FormatHex.init), CmdletRegistration(GetFileHash.init),
      CmdletRegistration(ConvertFromCsv.init), CmdletRegistration(ConvertToCsv.init),
      CmdletRegistration(ExportCsv.init), CmdletRegistration(ImportCsv.init),
      CmdletRegistration(ConvertFromCliXml.init), CmdletRegistration(ConvertToCliXml.init),
      CmdletRegistration(ExportClixml.init), CmdletRegistration(ImportClixml.init),
      CmdletRegistration(ConvertFromStringData.init), CmdletRegistration(ImportPowerShellDataFile.init),
      CmdletRegistration(ConvertFromJson.init), CmdletRegistration(ConvertToJson.init),
      CmdletRegistration(TestJson.init), CmdletRegistration(ConvertToHtml.init),
      CmdletRegistration(ConvertToXml.init), CmdletRegistration(SelectXml.init),
      CmdletRegistration(SelectString.init),
    ]
  }

  private static var modules: [CmdletRegistration] {
    [
      CmdletRegistration(ExportModuleMember.init), CmdletRegistration(GetModule.init),
      CmdletRegistration(ImportModule.init), CmdletRegistration(NewModule.init),
      CmdletRegistration(RemoveModule.init),
    ]
  }

  private static var objects: [CmdletRegistration] {
    [
      CmdletRegistration(CompareObject.init), CmdletRegistration(ForEachObject.init),
      CmdletRegistration(GetUnique.init), CmdletRegistration(GroupObject.init),
      CmdletRegistration(MeasureObject.init), CmdletRegistration(AddMember.init),
      CmdletRegistration(GetMember.init), CmdletRegistration(NewObject.init), CmdletRegistration(GetRandom.init),
      CmdletRegistration(GetSecureRandom.init), CmdletRegistration(SelectObject.init),
      CmdletRegistration(SortObject.init), CmdletRegistration(TeeObject.init), CmdletRegistration(GetTypeData.init),
      CmdletRegistration(RemoveTypeData.init), CmdletRegistration(UpdateTypeData.init),
      CmdletRegistration(UpdateList.init), CmdletRegistration(GetDate.init), CmdletRegistration(JoinString.init),
      CmdletRegistration(MeasureCommand.init), CmdletRegistration(NewGuid.init),
      CmdletRegistration(NewTimeSpan.init), CmdletRegistration(SetDate.init), CmdletRegistration(StartSleep.init),
      CmdletRegistration(WhereObject.init),
    ]
  }

  private static var output: [CmdletRegistration] {
    [
      CmdletRegistration(FormatCustom.init), CmdletRegistration(FormatList.init),
      CmdletRegistration(FormatTable.init), CmdletRegistration(FormatWide.init), CmdletRegistration(GetError.init),
      CmdletRegistration(ReadHost.init), CmdletRegistration(WriteDebug.init), CmdletRegistration(WriteError.init),
      CmdletRegistration(WriteHost.init), CmdletRegistration(WriteInformation.init),
      CmdletRegistration(WriteOutput.init), CmdletRegistration(WriteProgress.init),
      CmdletRegistration(WriteVerbose.init), CmdletRegistration(WriteWarning.init),
      CmdletRegistration(OutDefault.init), CmdletRegistration(OutFile.init), CmdletRegistration(OutHost.init),
      CmdletRegistration(OutNull.init), CmdletRegistration(OutString.init),
    ]
  }

  private static var processes: [CmdletRegistration] {
    [
      CmdletRegistration(GetProcess.init), CmdletRegistration(StartProcess.init),
      CmdletRegistration(StopProcess.init), CmdletRegistration(WaitProcess.init),
    ]
  }

  private static var security: [CmdletRegistration] {
    [
      CmdletRegistration(ConvertFromSecureString.init), CmdletRegistration(ConvertToSecureString.init),
      CmdletRegistration(GetCredential.init),
    ]
  }

  private static var session: [CmdletRegistration] {
    [
      CmdletRegistration(ExportAlias.init), CmdletRegistration(GetAlias.init), CmdletRegistration(ImportAlias.init),
      CmdletRegistration(NewAlias.init), CmdletRegistration(RemoveAlias.init), CmdletRegistration(SetAlias.init),
      CmdletRegistration(GetCommand.init), CmdletRegistration(GetCulture.init), CmdletRegistration(GetHost.init),
      CmdletRegistration(GetPSCallStack.init), CmdletRegistration(GetUICulture.init),
      CmdletRegistration(GetVerb.init), CmdletRegistration(GetHelp.init), CmdletRegistration(AddHistory.init),
      CmdletRegistration(ClearHistory.init), CmdletRegistration(GetHistory.init),
      CmdletRegistration(InvokeHistory.init), CmdletRegistration(InvokeCommand.init),
      CmdletRegistration(InvokeExpression.init), CmdletRegistration(SetPSDebug.init),
      CmdletRegistration(SetStrictMode.init), CmdletRegistration(ClearVariable.init),
      CmdletRegistration(GetVariable.init), CmdletRegistration(NewVariable.init),
      CmdletRegistration(RemoveVariable.init), CmdletRegistration(SetVariable.init),
    ]
  }

  private static var system: [CmdletRegistration] {
    [
      CmdletRegistration(GetExecutionPolicy.init), CmdletRegistration(GetTimeZone.init),
      CmdletRegistration(GetUptime.init), CmdletRegistration(SetExecutionPolicy.init),
    ]
  }

  /// The types of what these cmdlets write, for `TypeRegistry.register` at start.
  package static let types: [TypeDeclaration] = BuiltinTypes.all
}

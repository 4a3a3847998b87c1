import ShellObjects

/// The exception types: a table of names, bases and default messages.
enum Exceptions {
  /// The shape of an exception type's constructors.
  private enum Shape {
    case plain
    /// The first text is the parameter's name, as with ArgumentNullException.
    case parameterFirst
    /// A second text names the parameter, as with ArgumentException.
    case parameterSecond
    /// A second text names the file.
    case fileSecond
  }

  private struct Row {
    let name: String
    let base: String
    let message: String?
    let shape: Shape
    let code: Int32

    init(
      _ name: String, _ base: String, _ message: String? = nil, _ shape: Shape = .plain, code: Int32 = -2_146_233_088
    ) {
      self.name = name
      self.base = base
      self.message = message
      self.shape = shape
      self.code = code
    }
  }

  private static let system = "System.SystemException"
  private static let input = "System.IO.IOException"
  private static let argument = "System.ArgumentException"
  private static let invalid = "System.InvalidOperationException"
  private static let runtime = "System.Management.Automation.RuntimeException"
  private static let session = "System.Management.Automation.SessionStateException"
  private static let binding = "System.Management.Automation.ParameterBindingException"
  private static let metadata = "System.Management.Automation.MetadataException"

  static let all: [TypeDeclaration] = [exception, aggregate] + rows.map(declaration)

  private static let rows: [Row] =
    [
      Row(system, "System.Exception", "System error.", code: -2_146_233_087),
      Row("System.ApplicationException", "System.Exception", "Error in the application.", code: -2_146_232_832),
      Row(argument, system, "Value does not fall within the expected range.", .parameterSecond, code: -2_147_024_809),
      Row("System.ArgumentNullException", argument, "Value cannot be null.", .parameterFirst, code: -2_147_467_261),
      Row(
        "System.ArgumentOutOfRangeException", argument, "Specified argument was out of the range of valid values.",
        .parameterFirst, code: -2_146_233_086),
      Row("System.Globalization.CultureNotFoundException", argument, "Culture is not supported.", .parameterSecond),
      Row("System.Text.DecoderFallbackException", argument),
      Row("System.Text.EncoderFallbackException", argument),
      Row(
        "System.ArithmeticException", system, "Overflow or underflow in the arithmetic operation.", code: -2_147_024_362
      ),
      Row(
        "System.DivideByZeroException", "System.ArithmeticException", "Attempted to divide by zero.",
        code: -2_147_352_558),
      Row(
        "System.OverflowException", "System.ArithmeticException", "Arithmetic operation resulted in an overflow.",
        code: -2_146_233_066),
      Row(
        "System.ArrayTypeMismatchException", system,
        "Attempted to access an element as a type incompatible with the array."),
      Row(
        "System.FormatException", system, "One of the identified items was in an invalid format.", code: -2_146_233_033),
      Row(
        "System.UriFormatException", "System.FormatException",
        "Invalid URI: The format of the URI could not be determined."),
      Row("System.Net.CookieException", "System.FormatException"),
      Row(
        "System.IndexOutOfRangeException", system, "Index was outside the bounds of the array.", code: -2_146_233_080),
      Row("System.InvalidCastException", system, "Specified cast is not valid.", code: -2_147_467_262),
      Row(invalid, system, "Operation is not valid due to the current state of the object.", code: -2_146_233_079),
      Row("System.ObjectDisposedException", invalid, "Cannot access a disposed object.", code: -2_146_232_798),
      Row("System.Net.WebException", invalid),
      Row("System.Net.NetworkInformation.PingException", invalid),
      Row("System.KeyNotFoundException", system),
      Row(
        "System.Collections.Generic.KeyNotFoundException", system, "The given key was not present in the dictionary.",
        code: -2_146_232_969),
      Row("System.MemberAccessException", system, "Cannot access member."),
      Row("System.MissingMemberException", "System.MemberAccessException", "Attempted to access a missing member."),
      Row("System.MissingMethodException", "System.MissingMemberException", "Attempted to access a missing method."),
      Row("System.MissingFieldException", "System.MissingMemberException", "Attempted to access a non-existing field."),
      Row(
        "System.NotImplementedException", system, "The method or operation is not implemented.", code: -2_147_467_263),
      Row("System.NotSupportedException", system, "Specified method is not supported.", code: -2_146_233_067),
      Row(
        "System.PlatformNotSupportedException", "System.NotSupportedException",
        "Operation is not supported on this platform.", code: -2_146_233_031),
      Row(
        "System.NullReferenceException", system, "Object reference not set to an instance of an object.",
        code: -2_147_467_261),
      Row("System.OperationCanceledException", system, "The operation was canceled.", code: -2_146_233_029),
      Row("System.Threading.Tasks.TaskCanceledException", "System.OperationCanceledException", "A task was canceled."),
      Row(
        "System.OutOfMemoryException", system, "Insufficient memory to continue the execution of the program.",
        code: -2_147_024_882),
      Row(
        "System.InsufficientMemoryException", "System.OutOfMemoryException",
        "Insufficient memory to continue the execution of the program."),
      Row(
        "System.InsufficientExecutionStackException", system,
        "Insufficient stack to continue executing the program safely. This can happen from having too many functions on the call stack or function on the stack using too much stack space."
      ),
      Row("System.RankException", system, "Attempted to operate on an array with the incorrect number of dimensions."),
      Row("System.StackOverflowException", system, "Operation caused a stack overflow.", code: -2_147_023_895),
      Row("System.TimeoutException", system, "The operation has timed out.", code: -2_146_233_083),
      Row("System.TypeLoadException", system, "Failure has occurred while loading a type."),
      Row("System.TypeInitializationException", system),
      Row(
        "System.UnauthorizedAccessException", system, "Attempted to perform an unauthorized operation.",
        code: -2_147_024_891),
      Row("System.BadImageFormatException", system, "Format of the executable (.exe) or library (.dll) is invalid."),
      Row("System.Security.SecurityException", system, "Security error."),
      Row("System.Security.Authentication.AuthenticationException", system),
      Row(
        "System.Security.Cryptography.CryptographicException", system,
        "Error occurred during a cryptographic operation."),
      Row("System.Data.DataException", system, "Data Exception."),
      Row("System.Threading.ThreadAbortException", system, "Thread was being aborted."),
      Row("System.Threading.ThreadInterruptedException", system, "Thread was interrupted from a waiting state."),
      Row(
        "System.Threading.SynchronizationLockException", system,
        "Object synchronization method was called from an unsynchronized block of code."),
      Row("System.Threading.AbandonedMutexException", system, "The wait completed due to an abandoned mutex."),
      Row("System.Runtime.InteropServices.ExternalException", system, "External component has thrown an exception."),
      Row("System.Runtime.InteropServices.COMException", "System.Runtime.InteropServices.ExternalException"),
      Row("System.ComponentModel.Win32Exception", "System.Runtime.InteropServices.ExternalException"),
      Row("System.Net.Sockets.SocketException", "System.ComponentModel.Win32Exception"),
      Row("System.Net.HttpListenerException", "System.ComponentModel.Win32Exception"),
      Row("System.Net.Http.HttpRequestException", "System.Exception"),
      Row("Microsoft.PowerShell.Commands.HttpResponseException", "System.Net.Http.HttpRequestException"),
      Row("System.Net.Mail.SmtpException", "System.Exception", "Failure sending mail."),
      Row(
        "System.Reflection.TargetInvocationException", "System.Reflection.TargetException",
        "Exception has been thrown by the target of an invocation."),
      Row("System.Reflection.TargetException", "System.ApplicationException"),
      Row(
        "System.Reflection.TargetParameterCountException", "System.ApplicationException",
        "Number of parameters specified does not match the expected number."),
      Row("System.Reflection.AmbiguousMatchException", system, "Ambiguous match found."),
      Row("System.Runtime.Serialization.SerializationException", system, "Serialization error."),
      Row("System.Text.RegularExpressions.RegexParseException", argument),
      Row("System.Text.RegularExpressions.RegexMatchTimeoutException", "System.TimeoutException"),
      Row("System.Xml.XmlException", system, "An XML error has occurred."),
      Row("System.Xml.XPath.XPathException", system),
      Row("System.Xml.Schema.XmlSchemaException", system, "A schema error occurred."),
      Row("System.Text.Json.JsonException", "System.Exception"),
      Row(input, system, "I/O error occurred.", code: -2_146_232_800),
      Row(
        "System.IO.DirectoryNotFoundException", input, "Attempted to access a path that is not on the disk.",
        code: -2_147_024_893),
      Row(
        "System.IO.DriveNotFoundException", input,
        "Could not find the drive. The drive might not be ready or might not be mapped.", code: -2_147_024_893),
      Row(
        "System.IO.EndOfStreamException", input, "Attempted to read past the end of the stream.", code: -2_147_024_858),
      Row("System.IO.FileLoadException", input, "Could not load the specified file.", .fileSecond),
      Row(
        "System.IO.FileNotFoundException", input, "Unable to find the specified file.", .fileSecond,
        code: -2_147_024_894),
      Row(
        "System.IO.PathTooLongException", input,
        "The specified file name or path is too long, or a component of the specified path is too long.",
        code: -2_147_024_690),
      Row("System.IO.InvalidDataException", system, "Found invalid data while decoding."),
    ] + automation

  private static let automation: [Row] = [
    Row(runtime, system, "System error.", code: -2_146_233_087),
    Row("System.Management.Automation.ActionPreferenceStopException", runtime, "System error."),
    Row("System.Management.Automation.ApplicationFailedException", runtime, "System error."),
    Row("System.Management.Automation.CmdletInvocationException", runtime, "System error."),
    Row(
      "System.Management.Automation.CmdletProviderInvocationException",
      "System.Management.Automation.CmdletInvocationException"),
    Row("System.Management.Automation.CommandNotFoundException", runtime, "System error."),
    Row("System.Management.Automation.ExitException", "System.Management.Automation.FlowControlException"),
    Row("System.Management.Automation.FlowControlException", system),
    Row("System.Management.Automation.ExtendedTypeSystemException", runtime, "System error."),
    Row("System.Management.Automation.GetValueException", "System.Management.Automation.ExtendedTypeSystemException"),
    Row("System.Management.Automation.GetValueInvocationException", "System.Management.Automation.GetValueException"),
    Row("System.Management.Automation.SetValueException", "System.Management.Automation.ExtendedTypeSystemException"),
    Row("System.Management.Automation.SetValueInvocationException", "System.Management.Automation.SetValueException"),
    Row(
      "System.Management.Automation.MethodException", "System.Management.Automation.ExtendedTypeSystemException",
      "System error."),
    Row(
      "System.Management.Automation.MethodInvocationException", "System.Management.Automation.MethodException",
      "System error."),
    Row("System.Management.Automation.HaltCommandException", system),
    Row("System.Management.Automation.IncompleteParseException", "System.Management.Automation.ParseException"),
    Row(metadata, runtime, "System error."),
    Row("System.Management.Automation.ArgumentTransformationMetadataException", metadata),
    Row("System.Management.Automation.ParsingMetadataException", metadata),
    Row("System.Management.Automation.ValidationMetadataException", metadata, "System error."),
    Row(binding, runtime, "System error."),
    Row("System.Management.Automation.ParameterBindingValidationException", binding),
    Row("System.Management.Automation.ParameterBindingArgumentTransformationException", binding),
    Row("System.Management.Automation.ParseException", runtime, "System error."),
    Row("System.Management.Automation.PipelineClosedException", runtime),
    Row("System.Management.Automation.PipelineStoppedException", runtime, "The pipeline has been stopped."),
    Row(
      "System.Management.Automation.PSArgumentException", argument, "Value does not fall within the expected range.",
      .parameterSecond),
    Row(
      "System.Management.Automation.PSArgumentNullException", "System.ArgumentNullException", "Value cannot be null.",
      .parameterFirst),
    Row(
      "System.Management.Automation.PSArgumentOutOfRangeException", "System.ArgumentOutOfRangeException",
      "Specified argument was out of the range of valid values.", .parameterFirst),
    Row(
      "System.Management.Automation.PSInvalidCastException", "System.InvalidCastException",
      "Specified cast is not valid."),
    Row(
      "System.Management.Automation.PSInvalidOperationException", invalid,
      "Operation is not valid due to the current state of the object."),
    Row(
      "System.Management.Automation.PSNotImplementedException", "System.NotImplementedException",
      "The method or operation is not implemented."),
    Row(
      "System.Management.Automation.PSNotSupportedException", "System.NotSupportedException",
      "Specified method is not supported."),
    Row("System.Management.Automation.PSObjectDisposedException", "System.ObjectDisposedException"),
    Row("System.Management.Automation.PSSecurityException", runtime),
    Row("System.Management.Automation.ProviderInvocationException", runtime),
    Row("System.Management.Automation.NativeCommandExitException", runtime, "System error."),
    Row("System.Management.Automation.RemoteException", runtime),
    Row(
      "System.Management.Automation.ScriptCallDepthException", system, "The script failed due to call depth overflow."),
    Row("System.Management.Automation.ScriptRequiresException", runtime),
    Row(session, runtime, "System error."),
    Row("System.Management.Automation.SessionStateOverflowException", session),
    Row("System.Management.Automation.SessionStateUnauthorizedAccessException", session),
    Row("System.Management.Automation.DriveNotFoundException", session),
    Row("System.Management.Automation.ItemNotFoundException", session, "System error."),
    Row("System.Management.Automation.ProviderNotFoundException", session),
    Row("System.Management.Automation.WildcardPatternException", runtime),
    Row("System.Management.Automation.Host.HostException", runtime),
    Row("Microsoft.PowerShell.Commands.WriteErrorException", system, "System error."),
    Row("Microsoft.PowerShell.Commands.ProcessCommandException", system),
    Row("Microsoft.PowerShell.Commands.ServiceCommandException", system),
  ]

  private static func declaration(_ row: Row) -> TypeDeclaration {
    TypeDeclaration(row.name, base: row.base, of: ExceptionObject.self) { t in
      addConstructors(&t, row)
      if row.name == runtime {
        t.property("System.Management.Automation.ErrorRecord ErrorRecord {get;}") { exception in
          exception.record ?? ErrorRecord(exception, id: exception.type.name, .notSpecified)
        }
        t.property("bool WasThrownFromThrowStatement {get;set;}") {
          $0.record?.isThrown ?? false
        } set: {
          $0.record?.isThrown = $1.isTrue
        }
      }
      if row.name == argument { t.property("string ParamName {get;}") { field($0, "ParamName") } }
      if row.name == "System.ArgumentOutOfRangeException" {
        t.property("System.Object ActualValue {get;}") { field($0, "ActualValue") }
      }
      if row.shape == .fileSecond { t.property("string FileName {get;}") { field($0, "FileName") } }
      if row.name == "System.ObjectDisposedException" {
        t.property("string ObjectName {get;}") { field($0, "ObjectName") }
      }
      if row.name == "System.Management.Automation.CommandNotFoundException" {
        t.property("string CommandName {get;set;}") {
          field($0, "CommandName")
        } set: {
          $0.fields["CommandName"] = $1
        }
      }
      if row.name == "System.Management.Automation.NativeCommandExitException" {
        t.property("string Path {get;}") { field($0, "Path") }
        t.property("int ExitCode {get;}") { field($0, "ExitCode") }
        t.property("int ProcessId {get;}") { field($0, "ProcessId") }
      }
    }
  }

  private static func field(_ exception: ExceptionObject, _ name: String) -> Value { exception.fields[name] ?? .null }

  private static func addConstructors(_ t: inout MemberList<ExceptionObject>, _ row: Row) {
    let type = t.type
    let isAutomation = row.base.hasPrefix("System.Management.Automation.")
    let fallback = row.message ?? (isAutomation ? "System error." : "Exception of type '\(row.name)' was thrown.")
    @Sendable func make(
      _ message: String, inner: ExceptionObject? = nil, _ fields: [String: Value] = [:]
    ) -> ExceptionObject {
      ExceptionObject(type, message, inner: inner, fields: fields.merging(["HResult": .int32(row.code)]) { $1 })
    }
    @Sendable func parameter(_ message: String, _ name: String, _ inner: ExceptionObject? = nil) -> ExceptionObject {
      make(name.isEmpty ? message : "\(message) (Parameter '\(name)')", inner: inner, ["ParamName": .string(name)])
    }
    t.constructor("\(row.name) new()") { _ in make(fallback) }
    t.constructor("\(row.name) new(string message, System.Exception innerException)") { a in
      make(a.string(0), inner: a.object(1, ExceptionObject.self))
    }
    switch row.shape {
    case .plain: t.constructor("\(row.name) new(string message)") { a in make(a.string(0)) }
    case .parameterFirst:
      t.constructor("\(row.name) new(string paramName)") { a in parameter(fallback, a.string(0)) }
      t.constructor("\(row.name) new(string paramName, string message)") { a in parameter(a.string(1), a.string(0)) }
      if row.name.hasSuffix("OutOfRangeException") {
        t.constructor("\(row.name) new(string paramName, System.Object actualValue, string message)") { a in
          let made = parameter(a.string(2), a.string(0))
          made.fields["ActualValue"] = a[1]
          made.message += a[1].isNull ? "" : "\nActual value was \(try a[1].netText())."
          return made
        }
      }
    case .parameterSecond:
      t.constructor("\(row.name) new(string message)") { a in make(a.string(0)) }
      t.constructor("\(row.name) new(string message, string paramName)") { a in parameter(a.string(0), a.string(1)) }
      t.constructor("\(row.name) new(string message, string paramName, System.Exception innerException)") { a in
        parameter(a.string(0), a.string(1), a.object(2, ExceptionObject.self))
      }
    case .fileSecond:
      t.constructor("\(row.name) new(string message)") { a in make(a.string(0)) }
      t.constructor("\(row.name) new(string message, string fileName)") { a in make(a.string(0), ["FileName": a[1]]) }
    }
  }

  // MARK: The two with members of their own

  private static let exception = TypeDeclaration("System.Exception", of: ExceptionObject.self) { t in
    let type = t.type
    t.constructor("System.Exception new()") { _ in
      ExceptionObject(type, "Exception of type 'System.Exception' was thrown.")
    }
    t.constructor("System.Exception new(string message)") { a in ExceptionObject(type, a.string(0)) }
    t.constructor("System.Exception new(string message, System.Exception innerException)") { a in
      ExceptionObject(type, a.string(0), inner: a.object(1, ExceptionObject.self))
    }
    t.method("System.Exception GetBaseException()") { this, _ in
      var deepest = this
      while let inner = deepest.inner { deepest = inner }
      return deepest
    }
    t.method("string ToString()") { this, _ in try this.text() }
    t.property("System.Reflection.MethodBase TargetSite {get;}") { _ in Value.null }
    t.property("string Message {get;}") { $0.message }
    t.property("System.Collections.IDictionary Data {get;}") { $0.data }
    t.property("System.Exception InnerException {get;}") { $0.inner }
    t.property("string HelpLink {get;set;}") {
      field($0, "HelpLink")
    } set: {
      $0.fields["HelpLink"] = $1
    }
    t.property("string Source {get;set;}") {
      field($0, "Source")
    } set: {
      $0.fields["Source"] = $1
    }
    t.property("int HResult {get;set;}") {
      $0.fields["HResult"] ?? .int32(-2_146_233_088)
    } set: {
      $0.fields["HResult"] = $1
    }
    t.property("string StackTrace {get;}") { $0.stackTrace }
  }

  private static let aggregate = TypeDeclaration(
    "System.AggregateException", base: "System.Exception", of: ExceptionObject.self
  ) {
    t in
    let type = t.type
    @Sendable func make(_ message: String, _ inner: [Value]) -> ExceptionObject {
      let exceptions = inner.compactMap { $0.object(as: ExceptionObject.self) }
      let whole =
        exceptions.isEmpty ? message : message + " " + exceptions.map { "(\($0.message))" }.joined(separator: " ")
      return ExceptionObject(
        type, whole, inner: exceptions.first,
        fields: ["InnerExceptions": .object(PSArray(inner, elementType: .exception))])
    }
    let fallback = "One or more errors occurred."
    t.constructor("System.AggregateException new()") { _ in make(fallback, []) }
    t.constructor("System.AggregateException new(string message)") { a in make(a.string(0), []) }
    t.constructor("System.AggregateException new(Params System.Exception[] innerExceptions)") { a in
      make(fallback, a.elements(0))
    }
    t.constructor("System.AggregateException new(string message, Params System.Exception[] innerExceptions)") { a in
      make(a.string(0), a.elements(1))
    }
    t.constructor("System.AggregateException new(string message, System.Exception innerException)") { a in
      make(a.string(0), [a[1]])
    }
    t.property("System.Collections.ObjectModel.ReadOnlyCollection[System.Exception] InnerExceptions {get;}") {
      field($0, "InnerExceptions")
    }
    t.method("System.AggregateException Flatten()") { this, _ in this }
  }
}

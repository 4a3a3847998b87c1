/// A .NET exception as Swift code throws it: the type's name and the message.
///
/// Whoever called decides what it becomes: a failed method call, a failed conversion, or an error of its own.
// Why unchecked: `Error` asks for Sendable, and an exception never leaves the thread of its session.
package struct NetException: Error, @unchecked Sendable {
  package let typeName: String
  package let message: String
  /// Values of the exception's own properties, such as `ParamName`.
  package var fields: [String: Value] = [:]

  package init(_ typeName: String, _ message: String) {
    self.typeName = typeName
    self.message = message
  }

  package static func argument(_ message: String, _ parameter: String? = nil) -> NetException {
    var made = NetException("System.ArgumentException", message + (parameter.map { " (Parameter '\($0)')" } ?? ""))
    made.fields["ParamName"] = parameter.map { .string($0) } ?? .null
    return made
  }

  package static func argumentNull(_ parameter: String) -> NetException {
    NetException("System.ArgumentNullException", "Value cannot be null. (Parameter '\(parameter)')")
  }

  package static func outOfRange(_ message: String, _ parameter: String, actual: Value? = nil) -> NetException {
    let value = (try? actual?.text()).map { "\nActual value was \($0)." } ?? ""
    return NetException("System.ArgumentOutOfRangeException", "\(message) (Parameter '\(parameter)')\(value)")
  }

  package static func format(_ message: String) -> NetException { NetException("System.FormatException", message) }
  package static func overflow(_ message: String) -> NetException { NetException("System.OverflowException", message) }
  package static func invalidOperation(_ message: String) -> NetException {
    NetException("System.InvalidOperationException", message)
  }
  package static func notSupported(_ message: String = "Specified method is not supported.") -> NetException {
    NetException("System.NotSupportedException", message)
  }
}

/// An exception as an object: `$_.Exception`.
package final class ExceptionObject: PSObject {
  private let exceptionType: PSType
  package var message: String
  package var inner: ExceptionObject?
  /// Properties beside Message and InnerException, in order of declaration.
  package var fields: [String: Value]
  /// The record an exception of PowerShell's own carries; nil for plain .NET exceptions.
  package weak var record: ErrorRecord?
  package var stackTrace: String?
  package lazy var data = PSHashtable(PSType.named("System.Collections.ListDictionaryInternal"))

  package init(_ type: PSType, _ message: String, inner: ExceptionObject? = nil, fields: [String: Value] = [:]) {
    exceptionType = type
    self.message = message
    self.inner = inner
    self.fields = fields
    super.init()
  }

  package convenience init(_ exception: NetException) {
    self.init(PSType.named(exception.typeName), exception.message, fields: exception.fields)
  }

  package override var type: PSType { exceptionType }
  package override var ownPropertyNames: [String] { fields.keys.sorted() }
  package override func ownProperty(_ name: Symbol) throws -> Value? {
    fields.first { Symbol($0.key) == name }?.value
  }
  package override func text() throws -> String {
    inner.map {
      "\(type.fullName): \(message)\n ---> \((try? $0.text()) ?? "")\n   --- End of inner exception stack trace ---"
    }
      ?? "\(type.fullName): \(message)"
  }
}

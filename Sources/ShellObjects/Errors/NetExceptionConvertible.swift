/// An error of a value type that is one of .NET's exceptions under another name.
package protocol NetExceptionConvertible: Error {
  var netException: NetException { get }
}

extension NetException: NetExceptionConvertible {
  package var netException: NetException { self }
}

extension FormatFailure: NetExceptionConvertible {
  package var netException: NetException { NetException.format(message) }
}

extension TimeFailure: NetExceptionConvertible {
  package var netException: NetException {
    switch kind {
    case .format: NetException.format(message)
    case .argument: NetException("System.ArgumentException", message)
    case .argumentOutOfRange: NetException("System.ArgumentOutOfRangeException", message)
    case .indexOutOfRange: NetException("System.IndexOutOfRangeException", message)
    case .overflow: NetException.overflow(message)
    }
  }
}
